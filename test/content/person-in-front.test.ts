// @vitest-environment jsdom
import { beforeEach, expect, test } from "vitest";
import { personInFront } from "../../src/content/badges/person-in-front.ts";

const BODY = `
  <main>
    <h1 id="profile">Ada Example</h1>
    <ul>
      <li><a id="one" href="/in/ben">Ben Sample</a> <button id="message">Message</button></li>
      <li><a id="two" href="/in/cy">Cy Sample</a></li>
    </ul>
    <button id="elsewhere">More</button>
  </main>`;

const found = (selector: string): HTMLElement => {
  const element = document.querySelector<HTMLElement>(selector);
  if (element === null) throw new Error(`no ${selector}`);
  return element;
};

const inFront = (names: readonly string[]): string | undefined =>
  personInFront(document, names.map(found), ({ id }) => id === "profile")?.id;

beforeEach(() => {
  const { body } = new DOMParser().parseFromString(BODY, "text/html");
  document.body.replaceChildren(...body.childNodes);
});

test("with the focus in a row it is the person of the row", () => {
  const all = ["#profile", "#one", "#two"];
  found("#two").focus();
  expect(inFront(all)).toBe("two");
  found("#message").focus();
  expect(inFront(all)).toBe("one");
});

test("with the focus in no row it is the person of the profile, if the page is one", () => {
  expect(inFront(["#profile", "#one", "#two"])).toBe("profile");
  found("#elsewhere").focus();
  expect(inFront(["#profile", "#one", "#two"])).toBe("profile");
  expect(inFront(["#one", "#two"])).toBeUndefined();
});

test("a row without a badge is nobody else's", () => {
  found("#message").focus();
  expect(inFront(["#profile"])).toBe("profile");
});

test("the focus inside the site's open shadow root counts", () => {
  const host = document.createElement("div");
  const root = host.attachShadow({ mode: "open" });
  const row = document.createElement("li");
  const name = document.createElement("a");
  name.href = "/in/dee";
  name.id = "dee";
  row.append(name);
  root.append(row);
  document.body.append(host);
  name.focus();
  expect(personInFront(document, [name], () => false)).toBe(name);
});
