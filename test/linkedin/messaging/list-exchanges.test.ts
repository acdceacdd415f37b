import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import {
  listExchanges,
  type ListExchange,
} from "../../../src/linkedin/messaging/list-exchanges.ts";
import { threadLists, threadRows } from "../../../src/linkedin/messaging/thread-rows.ts";
import { pageOf } from "../../../src/linkedin/address/urls.ts";
import { fixturePage } from "../fixture-page.ts";

const NOW = new Date(2026, 3, 9, 15, 0).getTime();
const DAY_MS = 86_400_000;
const dayOf = (year: number, month: number, day: number) => ({
  from: new Date(year, month - 1, day).getTime(),
  to: new Date(year, month - 1, day + 1).getTime() - 1,
});

const exchanges = (document: Document, since = NOW, now = NOW): readonly ListExchange[] =>
  listExchanges(threadRows(document), since, now);

const windowList = (): Document =>
  fixturePage("message-list-window-ember-2026-04", "nested links kept");

/** Changes what a row shows. */
function show(document: Document, row: number, time: string, snippet: string): void {
  const card = document.querySelectorAll('[id^="overlay-conversation-card-"]')[row];
  for (const [selector, text] of [
    ["time", time],
    ["p", snippet],
  ] as const) {
    const element = card?.querySelector(selector);
    if (element) element.textContent = text;
  }
}

test("rows of the small window give a day and who wrote last", () => {
  expect(exchanges(windowList())).toEqual([
    { name: "Oda Testmann", ...dayOf(2026, 4, 3), direction: "out" },
    { name: "Ivo Sampleton", ...dayOf(2026, 4, 4), direction: "out" },
    { name: "Third Testperson", ...dayOf(2026, 4, 5), direction: "out" },
  ]);
});

test("a message of the other's is theirs, and one without words before a colon nobody's for certain", () => {
  const document = windowList();
  show(document, 0, "Apr 3", "Oda: ahoy");
  show(document, 1, "Apr 4", "ahoy");
  show(document, 2, "Apr 5", "Note: bring the kites");
  expect(exchanges(document).map(({ direction }) => direction)).toEqual([
    "in",
    undefined,
    undefined,
  ]);
});

test("a clock is a moment of today, up to now, and nothing in a document that began on another day", () => {
  const document = windowList();
  show(document, 0, "2:31 PM", "You: ahoy");
  expect(exchanges(document)[0]).toEqual({
    name: "Oda Testmann",
    from: new Date(2026, 3, 9).getTime(),
    to: NOW,
    direction: "out",
  });
  expect(exchanges(document, NOW - DAY_MS).map(({ name }) => name)).not.toContain("Oda Testmann");
});

test("a day without a year is the latest one that is not in the future; one with a year is exact", () => {
  const document = windowList();
  show(document, 0, "Dec 24", "You: ahoy");
  show(document, 1, "Dec 24, 2023", "You: ahoy");
  expect(exchanges(document).slice(0, 2)).toMatchObject([dayOf(2025, 12, 24), dayOf(2023, 12, 24)]);
});

test("groups, marks and names that two rows have give nothing", () => {
  const document = fixturePage("messaging-ember-2026", "nested links kept");
  const names = exchanges(document).map(({ name }) => name);
  expect(names).not.toContain("Mira, Zoë +2");
  expect(names).not.toContain("Tin Whistle Offers");
  const twice = windowList();
  const [, second] = twice.querySelectorAll("h3 span");
  if (second) second.textContent = "Oda Testmann";
  expect(exchanges(twice).map(({ name }) => name)).toEqual(["Third Testperson"]);
});

test("a list in a language nobody knows, or translated, gives nothing", () => {
  const document = windowList();
  document.documentElement.setAttribute("class", "translated-ltr");
  expect(exchanges(document)).toEqual([]);
});

test("what was written is handed on nowhere", () => {
  const document = windowList();
  show(document, 0, "Apr 3", "You: a secret: the kites");
  expect(JSON.stringify(exchanges(document))).not.toMatch(/secret|kites|ahoy/);
});

/** A row of the list as pages build it, whatever it stands in. */
const row = (open: string, name: string, time: string, words: string): string =>
  `<${open}><div><label aria-label="Select conversation with ${name}"></label><img alt="${name}"/>` +
  `<h3><span>${name}</span></h3><time>${time}</time><p>${words}</p></div></${open.split(" ")[0]}>`;

const ROWS: Readonly<Record<string, readonly [string, string, string]>> = {
  "items of a list": ["ul", "li", ""],
  "blocks with an id": ["div", 'div id="conversation-card-ember1"', ""],
  "blocks without any mark": ["div", 'div tabindex="0"', ""],
  "blocks in wrappers of their own": ["div", 'div tabindex="0"', "div"],
  "items by their role": ['div role="list"', 'div role="listitem"', ""],
};

for (const [what, [list, item, wrapper]] of Object.entries(ROWS)) {
  test(`rows that are ${what} are read on the messaging page, each once`, () => {
    const rows = [
      row(item, "Oda Testmann", "Apr 3", "You: ahoy"),
      row(item, "Ivo Sampleton", "Apr 4", "Ivo : ahoy"),
    ].map((one) => (wrapper === "" ? one : `<${wrapper}>${one}</${wrapper}>`));
    const { document } = new JSDOM(
      `<html lang="en"><body><main><${list}>${rows.join("")}</${list.split(" ")[0]}></main></body></html>`,
    ).window;
    const lists = threadLists(document, pageOf("https://www.linkedin.com/messaging/"));
    expect(lists).toHaveLength(1);
    const found = lists.flatMap((one) => listExchanges(threadRows(one), NOW, NOW));
    expect(found).toEqual([
      { name: "Oda Testmann", ...dayOf(2026, 4, 3), direction: "out" },
      { name: "Ivo Sampleton", ...dayOf(2026, 4, 4), direction: "in" },
    ]);
    const [, second] = document.querySelectorAll("h3");
    const part = second?.parentElement ?? document;
    expect(threadLists(part, pageOf("https://www.linkedin.com/messaging/"))).toEqual(lists);
  });
}

test("the name of a weekday may be cut", () => {
  const document = windowList();
  show(document, 0, "Mon", "You: ahoy");
  expect(exchanges(document)[0]).toMatchObject(dayOf(2026, 4, 6));
});
