import { expect, test } from "vitest";
import { EVENT, idOf, messageEvents } from "../../../src/linkedin/messaging/message-events.ts";
import {
  settledThread,
  threadsOnPage as threadsRead,
  type ThreadFacts,
} from "../../../src/linkedin/messaging/messaging.ts";
import {
  rowsOfOnePerson,
  threadLists,
  threadRows,
} from "../../../src/linkedin/messaging/thread-rows.ts";
import { threadSightings } from "../../../src/linkedin/messaging/thread-sightings.ts";
import { pageOf, type Page } from "../../../src/linkedin/address/urls.ts";
import { matching } from "../../../src/linkedin/page/whole-items.ts";
import { expected, fixturePage, rootsOf } from "../fixture-page.ts";

const threadsOnPage = (root: ParentNode, page: Page): readonly ThreadFacts[] =>
  threadsRead(root, page, { viewer: [NORA], since: AT[2], now: AT[2] });
const eventsIn = (root: Element | Document) => messageEvents(matching(root, EVENT), idOf);

const NORA = "member:ACoAAANora00000000000000000000000000009";
const MIRA = "member:ACoAAAMira00000000000000000000000000001";
const ZOE = "member:ACoAAAZoe000000000000000000000000000003";
const CONVERSATION = "2-MDAwMDAwMDAtMDAwMC00MDAwLTgwMDAtMDAwMDAwMDAwMDAxXzEwMA==";
const AT = [1719027556789, 1719027600000, 1719113999000] as const;

const threadsOf = (fixture: string): readonly ThreadFacts[] => {
  const page = pageOf(expected(fixture).url);
  return rootsOf(fixturePage(fixture, "nested links kept")).flatMap((root) =>
    threadsOnPage(root, page),
  );
};

const messages = [
  { at: AT[0], direction: "in", from: MIRA },
  { at: AT[1], direction: "in", from: MIRA },
  { at: AT[2], direction: "out" },
];

for (const fixture of [
  "messaging-ember-2026",
  "message-overlay-ember-2025",
  "message-overlay-sdui-2026",
]) {
  test(`${fixture}: every message has its moment, direction and conversation, follow-ups too`, () => {
    const [facts, ...others] = threadsOf(fixture);
    expect(others).toEqual([]);
    expect(facts && settledThread(facts)).toMatchObject({
      conversation: CONVERSATION,
      owner: NORA,
      others: [{ alias: MIRA, name: "Mira Lindqvist" }],
      messages,
    });
  });
}

test("a group's messages are each their writer's, and what the viewer wrote went to all of them", () => {
  const [facts] = threadsOf("messaging-group-ember-2026");
  const thread = facts && settledThread(facts);
  expect(thread).toMatchObject({ groupSize: 3, others: [{ alias: MIRA }, { alias: ZOE }] });
  const said = thread ? threadSightings(thread, 1) : [];
  const short = said.map(
    (one) => one.what === "interaction" && [one.person.aliases[0], one.interaction.direction],
  );
  expect(short).toEqual([
    [MIRA, "in"],
    [ZOE, "in"],
    [MIRA, "out"],
    [ZOE, "out"],
  ]);
  for (const one of said)
    expect(one).toMatchObject({ interaction: { groupSize: 3, ref: CONVERSATION } });
});

test("a conversation is not believed while the address is another's", () => {
  const document = fixturePage("messaging-ember-2026", "nested links kept");
  const elsewhere = pageOf(
    "https://www.linkedin.com/messaging/thread/2-MDAwMDAwMDAtMDAwMC00MDAwLTgwMDAtMDAwMDAwMDAwMDAyXzEwMA==/",
  );
  const [facts] = threadsOnPage(document, elsewhere);
  expect(facts).toBeDefined();
  expect(facts && settledThread(facts)).toBeUndefined();
});

test("a conversation is not believed while the heading leads to somebody who wrote none of it", () => {
  const document = fixturePage("messaging-ember-2026", "nested links kept");
  document
    .querySelector("a:has(> div > dl)")
    ?.setAttribute("href", `/in/${ZOE.slice("member:".length)}`);
  const [facts] = threadsOnPage(document, pageOf(expected("messaging-ember-2026").url));
  expect(facts?.heading).toBe(ZOE);
  expect(facts && settledThread(facts)).toBeUndefined();
});

test("two mailboxes in one conversation are not believed", () => {
  const document = fixturePage("messaging-ember-2026", "nested links kept");
  const event = document.querySelectorAll("[data-event-urn]")[2];
  const urn = event?.getAttribute("data-event-urn") ?? "";
  event?.setAttribute(
    "data-event-urn",
    urn.replace(NORA.slice("member:".length), ZOE.slice("member:".length)),
  );
  const [facts] = threadsOnPage(document, pageOf(expected("messaging-ember-2026").url));
  expect(facts?.owners).toHaveLength(2);
  expect(facts && settledThread(facts)).toBeUndefined();
});

test("a link within a message is not its sender", () => {
  const document = fixturePage("messaging-ember-2026", "nested links kept");
  const words = document.querySelectorAll("[data-event-urn] p")[1];
  const link = document.createElementNS("http://www.w3.org/1999/xhtml", "a");
  link.setAttribute("href", `/in/${ZOE.slice("member:".length)}`);
  words?.append(link);
  const [facts] = threadsOnPage(document, pageOf(expected("messaging-ember-2026").url));
  expect(facts && settledThread(facts)).toMatchObject({ messages });
});

test("a follow-up behind a row that is not drawn has no sender, and is left out", () => {
  const document = fixturePage("messaging-ember-2026", "nested links kept");
  const second = document.querySelectorAll("[data-event-urn]")[1]?.closest("li");
  second?.before(document.createElementNS("http://www.w3.org/1999/xhtml", "li"));
  const [facts] = threadsOnPage(document, pageOf(expected("messaging-ember-2026").url));
  expect(facts && settledThread(facts)?.messages).toMatchObject([messages[0], messages[2]]);
});

test("a message that is still being sent has no id, and is left out", () => {
  const document = fixturePage("messaging-ember-2026", "nested links kept");
  document
    .querySelectorAll("[data-event-urn]")[2]
    ?.setAttribute("data-event-urn", "urn:li:msg_message:temporary");
  const [facts] = threadsOnPage(document, pageOf(expected("messaging-ember-2026").url));
  expect(facts && settledThread(facts)?.messages).toMatchObject(messages.slice(0, 2));
});

test("one message added to a conversation is read alone, with the heading around it", () => {
  const document = fixturePage("messaging-ember-2026", "nested links kept");
  const added = document.querySelectorAll("[data-event-urn]")[1];
  const [facts] = added ? threadsOnPage(added, pageOf(expected("messaging-ember-2026").url)) : [];
  expect(facts && settledThread(facts)).toMatchObject({
    others: [{ alias: MIRA }],
    messages: [messages[1]],
  });
});

test("rows of the list give names, marks and groups, and only unmistakable ones stand for one person", () => {
  const document = fixturePage("messaging-ember-2026", "nested links kept");
  const rows = threadRows(document);
  expect(rows.map(({ name, isGroup, mark }) => ({ name, isGroup, mark }))).toEqual([
    { name: "Mira Lindqvist", isGroup: false, mark: undefined },
    { name: "Otto Brandt", isGroup: false, mark: undefined },
    { name: "Mira, Zoë +2", isGroup: true, mark: undefined },
    { name: "Tin Whistle Offers", isGroup: false, mark: "Sponsored" },
  ]);
  expect(rowsOfOnePerson(rows).map(({ name }) => name)).toEqual(["Mira Lindqvist", "Otto Brandt"]);
  const [mira] = rows;
  expect(
    rowsOfOnePerson(mira === undefined ? rows : [...rows, mira]).map(({ name }) => name),
  ).toEqual(["Otto Brandt"]);
});

test("rows of the small window are no items of a list, and are compared with all of the window", () => {
  const name = "message-list-window-ember-2026-04";
  const document = fixturePage(name, "nested links kept");
  const [list, ...others] = threadLists(document, pageOf(expected(name).url));
  expect(others).toEqual([]);
  expect(list && rowsOfOnePerson(threadRows(list)).map((row) => row.name)).toEqual([
    "Oda Testmann",
    "Ivo Sampleton",
    "Third Testperson",
  ]);
  for (const title of document.querySelectorAll("h3"))
    expect(threadLists(title, pageOf(expected(name).url))).toEqual([list]);
});

test("a name in a row that a translator changed is not read, and one it left alone is", () => {
  const document = fixturePage("messaging-ember-2026", "nested links kept");
  const [mira, otto] = threadRows(document);
  for (const [row, text] of [
    [mira, "Mira Lindenzweig"],
    [otto, "Otto Brandt"],
  ] as const) {
    const font = document.createElementNS("http://www.w3.org/1999/xhtml", "font");
    font.textContent = text;
    row?.place.element.replaceChildren(font);
  }
  const names = threadRows(document).map((row) => row.name);
  expect(names).not.toContain("Mira Lindenzweig");
  expect(names).toContain("Otto Brandt");
});

test("however long somebody goes on, every message has its sender, also the newest one read alone", () => {
  const document = fixturePage("messaging-ember-2026", "nested links kept");
  const rows = [...document.querySelectorAll("li:has([data-event-urn])")];
  const followUp = rows.find(
    (row) => row.querySelector('[data-event-urn] a[href*="/in/"]') === null,
  );
  const events = eventsIn(document);
  const sender = events.find(({ element }) => followUp?.contains(element))?.sender;
  for (let count = 0; count < 200; count += 1) followUp?.after(followUp.cloneNode(true));
  expect(sender).toBeDefined();
  const goesOn = eventsIn(document).filter(
    ({ element }) =>
      element.querySelector('a[href*="/in/"]') === null && element.closest("li") !== null,
  );
  expect(goesOn.length).toBeGreaterThan(200);
  expect(new Set(goesOn.map((one) => one.sender))).toEqual(new Set([sender]));
  const newest = goesOn.at(-1);
  if (newest === undefined) throw new Error("no message");
  expect(eventsIn(newest.element).map((one) => one.sender)).toEqual([sender]);
});
