import { expect, test } from "vitest";
import { peopleOnPage, type PersonOnPage } from "../../../src/linkedin/people/people-on-page.ts";
import { pageOf } from "../../../src/linkedin/address/urls.ts";
import { expected, FIXTURES, fixturePage, pageToRead, rootsOf } from "../fixture-page.ts";

const peopleOf = (
  name: string,
  document = pageToRead(name, "nested links kept"),
): readonly PersonOnPage[] =>
  rootsOf(document).flatMap((root) =>
    peopleOnPage(root, pageOf(expected(name).url), { showRails: false }),
  );

/** By fixture and person: how many, and who is named. */
const STATED: Readonly<Record<string, readonly [number | undefined, ...string[]]>> = {
  "people-search-ember-2018 Mira Lindqvist": [3],
  "people-search-ember-2025 Mira Lindqvist": [9, "Otto Brandt", "Zoë Sample"],
  "people-search-sdui-2025-12 Mira Lindqvist": [1, "Otto Brandt"],
  "people-search-sdui-2026 Mira Lindqvist": [2, "Otto B", "PIA VAN DEN BERG"],
  "people-search-sdui-2026 Zoë Sample, PhD 🌊": [1, "Mira Lindqvist"],
  "invitations-received-sdui-2025 Mira Lindqvist": [5, "Otto Brandt"],
  "pymk-sdui-2026 Zoë Sample": [1, "Pia van den Berg"],
  "school-people-ember-2025 Mira L.": [1, "Zoë Sample"],
  "search-all-sdui-2026 Mira Lindqvist": [1, "Pia van den Berg"],
  "search-all-sdui-2026 Otto Brandt": [1, "Zoë Sample"],
  "profile-ember-2025 Otto Brandt": [13],
  "profile-sdui-2026 Mira Lindqvist": [45],
};

test("mutual connections of every card are read with their count and those named, and no others", () => {
  const found = FIXTURES.flatMap((fixture) =>
    peopleOf(fixture).flatMap(({ name, mutual }) =>
      mutual === undefined
        ? []
        : [[`${fixture} ${name}`, [mutual.count, ...mutual.named.map((one) => one.name)]] as const],
    ),
  );
  expect(Object.fromEntries(found)).toEqual(STATED);
});

test("those named have an alias of their own, never the person's", () => {
  for (const fixture of FIXTURES) {
    for (const { aliases, mutual } of peopleOf(fixture))
      for (const { alias } of mutual?.named ?? []) expect(aliases).not.toContain(alias);
  }
});

test("who likes a post or follows a company is no mutual connection", () => {
  for (const fixture of FIXTURES.filter((name) => /^(?:feed|post|company-posts)/.test(name)))
    expect(peopleOf(fixture).flatMap(({ mutual }) => mutual ?? [])).toEqual([]);
});

const NAME = "people-search-ember-2025";
const lineOf = (document: Document): Element | null =>
  document.querySelector('a[href*="onnectionOf="] strong');

test("a line with two numbers has no count, and one without any counts those named", () => {
  const document = fixturePage(NAME, "nested links kept");
  const line = lineOf(document);
  if (line === null) throw new Error("no line");
  line.textContent = "3 of 7 others";
  expect(peopleOf(NAME, document)[0]?.mutual).toMatchObject({ named: [{}, {}] });
  expect(peopleOf(NAME, document)[0]?.mutual?.count).toBeUndefined();
  line.textContent = "are mutual connections";
  expect(peopleOf(NAME, document)[0]?.mutual?.count).toBe(2);
});

test("a number in another writing, and one of thousands, are read", () => {
  const document = fixturePage(NAME, "nested links kept");
  const line = lineOf(document);
  if (line === null) throw new Error("no line");
  line.textContent = "و ١٢ آخرون";
  expect(peopleOf(NAME, document)[0]?.mutual?.count).toBe(14);
  line.textContent = "and 1,204 others";
  expect(peopleOf(NAME, document)[0]?.mutual?.count).toBe(1206);
});

test("everybody's connections are not mutual ones: a link for more than the first degree is left out", () => {
  const name = "profile-ember-2025";
  const document = fixturePage(name, "nested links kept");
  for (const link of document.querySelectorAll('a[href*="facetNetwork"]')) link.remove();
  expect(peopleOf(name, document).flatMap(({ mutual }) => mutual ?? [])).toEqual([]);
});

const wordsOf = (document: Document, words: string, inside?: "a" | "strong"): Element => {
  const added = document.createElementNS("http://www.w3.org/1999/xhtml", "span");
  added.textContent = words;
  if (inside === undefined) return added;
  const link = document.createElementNS("http://www.w3.org/1999/xhtml", "a");
  link.setAttribute("href", "/in/otto-brandt/");
  const text =
    inside === "a"
      ? link
      : link.appendChild(document.createElementNS("http://www.w3.org/1999/xhtml", inside));
  text.textContent = words;
  added.replaceChildren(link);
  return added;
};

test.each([
  ["a word in a link behind a name", "CRM", "a", [1, "Otto Brandt"]],
  ["a number in a link behind a name", "Note (2)", "a", [1, "Otto Brandt"]],
  ["a word in strong behind a name", "CRM", "strong", [1, "Otto Brandt"]],
  ["a number without a link", "Note (2)", undefined, [undefined, "Otto Brandt"]],
] as const)("%s, by another extension, is no mutual connection", (_what, words, inside, stated) => {
  const name = "people-search-sdui-2025-12";
  const document = fixturePage(name, "nested links kept");
  const link = document.querySelector('a[href*="/in/otto-brandt"]:has(strong)');
  link?.after(wordsOf(document, words, inside));
  const [person] = peopleOf(name, document).flatMap(({ mutual }) => mutual ?? []);
  expect([person?.count, ...(person?.named ?? []).map((one) => one.name)]).toEqual(stated);
});
