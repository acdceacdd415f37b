// @vitest-environment jsdom
import "../words/extension-of-the-tests.ts";
import { afterEach, expect, test } from "vitest";
import { hideNames } from "../../src/components/names-hidden.ts";
import { nameInSentence } from "../../src/words/name-text.ts";
import { text } from "../../src/words/text.ts";
import { drawn, settled } from "./drawn.ts";

afterEach(() => hideNames(false));

const about = (name: string) => text("sentQuestion", { name: nameInSentence(name) });
const page = (name: string | undefined) => (
  <main>
    <p class="of-nobody">{text("tabWeek")}</p>
    {name !== undefined && <p class="of-somebody">{about(name)}</p>}
    <select>
      <option>{name === undefined ? "" : about(name)}</option>
    </select>
  </main>
);

const hidden = (place: HTMLElement) =>
  [...place.querySelectorAll("[data-names]")].map((one) => one.localName);

test("a sentence with a name in it is hidden: one that was there, one that is drawn later, one that changes", async () => {
  const place = drawn(page("Alex Example"));
  expect(hidden(place)).toEqual([]);
  hideNames(true);
  expect(document.documentElement.classList).toContain("names-hidden");
  expect(hidden(place)).toEqual(["p", "select"]);
  const later = drawn(page(undefined));
  later.querySelector(".of-nobody")?.append(about("Bea Example"));
  await settled();
  expect(hidden(later)).toEqual(["p"]);
  const changed = drawn(page(undefined));
  const words = changed.querySelector(".of-nobody")?.firstChild;
  await settled();
  if (words) words.nodeValue = about("Cy Example");
  await settled();
  expect(hidden(changed)).toEqual(["p"]);
});

test("when names are shown again nothing is marked any more, and nothing stays hidden by its mark", async () => {
  hideNames(true);
  hideNames(false);
  expect(document.documentElement.classList).not.toContain("names-hidden");
  const place = drawn(page("Alex Example"));
  await settled();
  expect(hidden(place)).toEqual([]);
});
