import { expect, test } from "vitest";
import { JSDOM } from "jsdom";
import { peopleOnPage } from "../../../src/linkedin/people/people-on-page.ts";
import { settledProfile } from "../../../src/linkedin/people/profile.ts";
import { pageOf } from "../../../src/linkedin/address/urls.ts";
import {
  isOwnSlug,
  readsAsSentence,
  supportOfName,
  writtenName,
} from "../../../src/linkedin/people/written-name.ts";
import { expected, fixturePage } from "../fixture-page.ts";

const { document } = new JSDOM("<p></p>").window;
const element = document.body;
const ODA = ["slug:oda-testmann-0001"] as const;
const PICTURE = ["View Oda Testmann’s profile"];

const read = (text: string, labels: readonly string[] = []): string | undefined =>
  writtenName({ text, element, strong: false, translated: true }, { aliases: ODA, labels });

test("a name that the site wrote is the name, whatever the address says", () => {
  const leaf = { text: "Anything", element, strong: false };
  expect(writtenName(leaf, { aliases: ODA, labels: [] })).toBe("Anything");
});

test("of a translated name what a label or the address agrees with is read, or the label's own words, or nothing", () => {
  expect(read("Oda Testmann")).toBe("Oda Testmann");
  expect(read("Oda Testmann, Doktorin")).toBe("Oda Testmann");
  expect(read("Oda T. Testmann")).toBe("Oda Testmann");
  expect(read("Oda Waldschloss", PICTURE)).toBe("Oda Testmann");
  expect(read("Oda Waldschloss")).toBeUndefined();
  expect(read("Oda")).toBeUndefined();
  expect(read("Oda Waldschloss", ["Oda’s picture"])).toBeUndefined();
});

test("letters of the ending that the site gives an address are of no name", () => {
  const asa = (text: string, labels: readonly string[] = []): string | undefined =>
    writtenName(
      { text, element, strong: false, translated: true },
      { aliases: ["slug:asa-sorbo-cb003e"], labels },
    );
  expect(asa("Åsa Sørbø")).toBe("Åsa Sørbø");
  expect(asa("Åsa Waldschloss", ["Åsa Sørbø"])).toBe("Åsa Sørbø");
  expect(asa("Åsa Waldschloss")).toBeUndefined();
});

test("a label is looked through for a name at its beginning alone, however long it is", () => {
  const words = "Kite ".repeat(100);
  expect(read("Oda Waldschloss", [`View Oda Testmann’s profile ${words}`])).toBe("Oda Testmann");
  expect(read("Oda Waldschloss", [`${words} Oda Testmann`])).toBeUndefined();
});

test("labels speak for a name more than the address does, and nothing speaks for other words", () => {
  const evidence = { aliases: ODA, labels: PICTURE };
  expect(supportOfName("Oda Testmann", evidence)).toBe(2);
  expect(supportOfName("Oda T", evidence)).toBe(2);
  expect(supportOfName("Testmann, Oda", evidence)).toBe(1);
  expect(supportOfName("Follow up", evidence)).toBe(0);
});

test("the slug itself is no name, a name that is written like it is one", () => {
  for (const text of [
    "oda-testmann-0001",
    "Oda-Testmann-0001",
    "@oda-testmann-0001",
    "/in/oda-testmann-0001/",
  ])
    expect(isOwnSlug(text, ODA)).toBe(true);
  expect(isOwnSlug("Oda", ["slug:oda"])).toBe(false);
  expect(isOwnSlug("oda", ["slug:oda"])).toBe(true);
  expect(isOwnSlug("李明", ["slug:李明"])).toBe(false);
});

test("sentences about people are no names", () => {
  expect(readsAsSentence("Wendela works here", [])).toBe(true);
  expect(readsAsSentence("Wendela arbeitet hier", [])).toBe(true);
  expect(readsAsSentence("Wendela Works", [])).toBe(false);
  expect(readsAsSentence("Wendela silva", ["slug:wendela-silva"])).toBe(false);
  expect(readsAsSentence("wendela silva", [])).toBe(false);
  expect(readsAsSentence("Wendela Silva, she/her", [])).toBe(false);
});

/** What translators of Chrome and Edge do to every text. */
function translate(page: Document, change: (text: string) => string): void {
  for (const one of page.querySelectorAll("body *")) {
    for (const node of one.childNodes) {
      if (node.nodeType !== 3 || (node.nodeValue ?? "").trim() === "") continue;
      const [outer, inner] = [page.createElement("font"), page.createElement("font")];
      inner.textContent = change(node.nodeValue ?? "");
      outer.append(inner);
      node.replaceWith(outer);
    }
  }
}

for (const fixture of [
  "profile-bar-link-sdui-2026-03",
  "profile-ember-2025",
  "profile-sdui-2026",
]) {
  test(`${fixture}: translated, the profile keeps its name, and headline and degree are not read`, () => {
    const page = fixturePage(fixture, "nested links kept");
    const { url, people } = expected(fixture);
    translate(page, (text) => text.replace(/\p{L}+(?=\s*$)/u, "Waldschloss"));
    const profile = settledProfile(page, url);
    expect(profile?.name).toBe(people[0]?.name);
    expect(profile?.headline).toBeUndefined();
    expect(profile?.degree).toBeUndefined();
    expect(profile?.company).toBeUndefined();
  });
}

test("a page whose language changes while it is open may be translated without any mark", () => {
  const name = "connections-sdui-2025";
  const page = fixturePage(name, "nested links kept");
  const { url } = expected(name);
  const before = peopleOnPage(page, pageOf(url));
  expect(before[0]?.headline).toBeDefined();
  page.documentElement.setAttribute("lang", "de");
  for (const person of peopleOnPage(page, pageOf(url))) {
    expect(person.headline).toBeUndefined();
    expect(person.connectedOn).toBeUndefined();
    expect(before.some((one) => one.name.startsWith(person.name))).toBe(true);
  }
});
