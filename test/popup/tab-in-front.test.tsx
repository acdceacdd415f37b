// @vitest-environment jsdom
/**
 * The popup's page as a panel beside the page one is on: it follows the tab in front.
 */
import { answerWith, extension, storedValues } from "../words/extension-of-the-tests.ts";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Popup } from "../../src/popup/popup.tsx";
import { tellChange } from "../../src/protocol/changes.ts";
import type { TabTopic } from "../../src/protocol/views.ts";
import { alex, coverage, now } from "../components/invented-person.ts";
import { drawn, found, settled } from "../components/drawn.ts";

const facts = alex();
const { tabs, storage } = extension;

let front = 1;
let topics: Record<number, TabTopic> = {};
let asked: unknown[] = [];
const listeners = {
  activated: new Set<() => void>(),
  updated: new Set<(id: number, of: object) => void>(),
};

const event = <Listener,>(all: Set<Listener>) => ({
  addListener: (one: Listener) => all.add(one),
  removeListener: (one: Listener) => all.delete(one),
});

async function panel(isInTab = false): Promise<HTMLElement> {
  Object.assign(extension, {
    tabs: {
      getCurrent: async () => (isInTab ? { id: 9 } : undefined),
      query: async () => [{ id: front }],
      onActivated: event(listeners.activated),
      onUpdated: event(listeners.updated),
    },
    windows: { getCurrent: async () => ({ id: 7 }) },
  });
  answerWith({
    overview: () => ({
      owner: { name: "Sam Example" },
      people: 312,
      interactions: 4210,
      stale: [],
      staleCount: 0,
      coverage,
    }),
    personCard: () => facts,
    topic: (about) => topics[(about as { readonly tabId: number }).tabId] ?? { what: "nothing" },
    people: (about) => {
      asked.push(about);
      const row = { id: facts.id, name: "Alex Example", tie: facts.tie, reasons: [] };
      return { count: 9, rows: [row] };
    },
  });
  const place = drawn(<Popup now={now} />);
  await settled();
  return place;
}

async function show(tab: number): Promise<void> {
  front = tab;
  for (const listener of listeners.activated) listener();
  await settled();
}

const card = (place: HTMLElement) => place.querySelector("dialog h2")?.textContent;
const line = (place: HTMLElement) => place.querySelector(".tab-in-front")?.textContent;

beforeEach(() => {
  storedValues.clear();
  storedValues.set("mode", "badges");
  front = 1;
  asked = [];
  topics = {
    1: { what: "person", id: facts.id },
    2: { what: "nothing" },
    3: { what: "nobody-known" },
  };
});
afterEach(() => {
  Object.assign(extension, { tabs, storage });
  Reflect.deleteProperty(extension, "windows");
});

test("the card of the person in the tab opens by itself, goes with the tab, and comes back with it", async () => {
  const place = await panel();
  expect(card(place)).toBe("Alex Example");
  await show(2);
  expect([card(place), line(place)]).toEqual([undefined, "No profile in this tab."]);
  await show(3);
  expect([card(place), line(place)]).toEqual([undefined, "Nothing is known of this person yet."]);
  await show(1);
  expect(card(place)).toBe("Alex Example");
});

test("a card that the user closed stays closed until the tab shows it anew, and is one click away", async () => {
  const place = await panel();
  found(place, "dialog [name=back]").click();
  await settled();
  tellChange({ of: "tab", tabId: 1 });
  await settled();
  expect(card(place)).toBeUndefined();
  found(place, ".tab-in-front button").click();
  await settled();
  expect(card(place)).toBe("Alex Example");
});

test("the same tab turns to somebody else: the panel hears of it", async () => {
  const place = await panel();
  topics = { 1: { what: "nothing" } };
  tellChange({ of: "tab", tabId: 2 });
  await settled();
  expect(card(place)).toBe("Alex Example");
  for (const listener of listeners.updated) listener(1, { status: "complete" });
  await settled();
  expect(card(place)).toBeUndefined();
});

test("on the page of a company those whom the user knows there are listed, the warmest first, and all by one click", async () => {
  topics = { 1: { what: "company", name: "Tin Whistle" } };
  const place = await panel();
  expect(found(place, ".company h2").textContent?.replaceAll(/[\u2068\u2069]/g, "")).toBe(
    "You know 9 people at Tin Whistle",
  );
  expect(asked.at(-1)).toMatchObject({
    company: "Tin Whistle",
    known: true,
    order: "strength",
    atMost: 4,
  });
  found(place, ".company > button").click();
  await settled();
  expect(asked.at(-1)).toMatchObject({ known: true, atMost: 200 });
  found(place, ".company .person-name").click();
  await settled();
  expect(card(place)).toBe("Alex Example");
});

test("a click on a badge of the panel's window opens that person; one in another window does not", async () => {
  let note: unknown = { id: facts.id, at: Date.now() };
  Object.assign(extension, {
    storage: {
      ...storage,
      session: {
        get: async () => (note === undefined ? {} : { askedPerson: note }),
        remove: async () => (note = undefined),
      },
    },
  });
  const kept = note;
  note = undefined;
  front = 2;
  const place = await panel();
  note = kept;
  tellChange({ of: "asked", windowId: 8 });
  await settled();
  expect(card(place)).toBeUndefined();
  tellChange({ of: "asked", windowId: 7 });
  await settled();
  expect(card(place)).toBe("Alex Example");
});

test("what is half written on a card stays, and the tab is followed when the card is closed", async () => {
  const place = await panel();
  const form = document.createElement("form");
  form.className = "log-form";
  found(place, "dialog").append(form);
  topics = { 2: { what: "nobody-known" } };
  await show(2);
  expect(card(place)).toBe("Alex Example");
  found(place, "dialog [name=back]").click();
  await settled();
  expect([card(place), line(place)]).toEqual([undefined, "Nothing is known of this person yet."]);
});

test("where Tielight reads no page it says nothing of the tab", async () => {
  storedValues.set("mode", "archive");
  const place = await panel();
  expect([card(place), line(place)]).toEqual([undefined, undefined]);
});

test("on a page of Sales Navigator or Recruiter the panel says that it is not read", async () => {
  topics = { 1: { what: "not-read" } };
  const place = await panel();
  expect([card(place), line(place)]).toEqual([
    undefined,
    "Tielight does not read Sales Navigator and Recruiter.",
  ]);
});

test("so does the popup, which says nothing else of the tab", async () => {
  const { getViews } = extension.extension;
  Object.assign(extension.extension, { getViews: () => [window] });
  try {
    topics = { 1: { what: "not-read" }, 2: { what: "nobody-known" } };
    const place = await panel(true);
    expect(line(place)).toBe("Tielight does not read Sales Navigator and Recruiter.");
    await show(2);
    expect([card(place), line(place)]).toEqual([undefined, undefined]);
  } finally {
    Object.assign(extension.extension, { getViews });
  }
});

test("in a tab nothing is followed", async () => {
  const place = await panel(true);
  expect([card(place), line(place), listeners.activated.size]).toEqual([undefined, undefined, 0]);
});
