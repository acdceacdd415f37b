/**
 * Messages that are no honest question, each tried with every question that the protocol has: from a wrong sender, on the wrong surface, of
 * a wrong form or size, in a wrong order. None is answered, and nothing of what is kept changes.
 */
import { storedValues } from "../words/extension-of-the-tests.ts";
import { openDB } from "idb";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { pageAnswers } from "../../src/background/answers/page-answers.ts";
import { siteAnswers } from "../../src/background/answers/site-answers.ts";
import {
  answerOf,
  ask,
  beginAnew,
  heard,
  history,
  PAGE,
  SITE,
  viewer,
} from "../background/started-background.ts";
import { dumped } from "../storage/database-dump.ts";
import { forged, NOTHING, OF_PAGES, OF_THE_SITE } from "./question-examples.ts";

let now = Date.UTC(2026, 10, 1);

beforeEach(async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  vi.useFakeTimers({ toFake: ["Date"], now });
  await beginAnew();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Time passes, so that no question is refused because many were asked before it. */
function later(): void {
  now += 20_000;
  vi.setSystemTime(now);
}

/** Everything that is kept: each database, record by record, and the browser's storage. */
async function kept(): Promise<unknown> {
  const databases = await indexedDB.databases();
  const all: unknown[] = [];
  for (const { name = "" } of databases.toSorted((a, b) =>
    (a.name ?? "") < (b.name ?? "") ? -1 : 1,
  )) {
    const database = await openDB(name);
    all.push([name, await dumped(database as never)]);
    database.close();
  }
  return JSON.stringify([all, [...storedValues]]);
}

const names = (...of: readonly object[]): readonly string[] =>
  of.flatMap((one) => Object.keys(one));

test("each question of the protocol has an example", () => {
  expect(names(OF_PAGES).toSorted()).toEqual(names(pageAnswers).toSorted());
  expect(names(OF_THE_SITE).toSorted()).toEqual(names(siteAnswers).toSorted());
});

/** Senders that are none of our own parts, as the browser names them. */
const STRANGERS: Readonly<Record<string, object>> = {
  "another extension": { id: "other", url: "extension://other/index.html" },
  "another extension in a tab of the site": { ...SITE, id: "other" },
  "a page without an id": { url: "https://www.linkedin.com/feed/", tab: { id: 1 } },
  "a frame of another origin": { id: "tests", url: "https://ads.example/frame", tab: { id: 1 } },
  "a lookalike of the site": {
    id: "tests",
    url: "https://www.linkedin.com.example/feed/",
    tab: { id: 1 },
  },
  "the site without encryption": {
    id: "tests",
    url: "http://www.linkedin.com/feed/",
    tab: { id: 1 },
  },
  "the site on another port": {
    id: "tests",
    url: "https://www.linkedin.com:8443/feed/",
    tab: { id: 1 },
  },
  "the site outside of a tab": { id: "tests", url: "https://www.linkedin.com/feed/" },
  "a document of no address": { id: "tests", url: "about:blank", tab: { id: 1 } },
  "a text as a document": { id: "tests", url: "data:text/html,x", tab: { id: 1 } },
};

test.each(Object.entries(STRANGERS))(
  "%s is answered nothing, whatever it asks",
  async (_who, sender) => {
    await history(viewer, "alex-example", "Alex Example");
    const before = await kept();
    const answered: string[] = [];
    for (const [question, example] of [
      ...Object.entries(OF_PAGES),
      ...Object.entries(OF_THE_SITE),
    ]) {
      later();
      const about = example === NOTHING ? undefined : example;
      if ((await heard({ ask: question, about }, sender)) !== undefined) answered.push(question);
    }
    expect(answered).toEqual([]);
    expect(await kept()).toBe(before);
  },
);

test("the site is refused every question of our pages, and our pages every question of the site", async () => {
  const { name } = await history(viewer, "alex-example", "Alex Example");
  const before = await kept();
  for (const [question, example] of Object.entries(OF_PAGES)) {
    const about = example === NOTHING ? undefined : example;
    expect(await ask(question, about, name, SITE), question).toEqual({
      refused: "not-allowed",
      detail: question,
    });
  }
  for (const [question, example] of Object.entries(OF_THE_SITE)) {
    const about = example === NOTHING ? undefined : example;
    expect(await ask(question, about, name, PAGE), question).toEqual({
      refused: "not-allowed",
      detail: question,
    });
  }
  expect(await kept()).toBe(before);
});

test("names that every object has are no questions", async () => {
  for (const question of ["constructor", "__proto__", "toString", "hasOwnProperty", "then", ""])
    for (const sender of [PAGE, SITE])
      expect(await ask(question, {}, undefined, sender), question).toMatchObject({
        refused: "not-allowed",
      });
});

test("what is no message of ours is not answered", async () => {
  for (const message of [
    undefined,
    null,
    0,
    "overview",
    [],
    {},
    { ask: 1 },
    { ask: ["overview"] },
    { tell: "x" },
  ])
    expect(await heard(message, PAGE)).toBeUndefined();
});

for (const [sender, examples] of [
  [PAGE, OF_PAGES],
  [SITE, OF_THE_SITE],
] as const)
  test(`questions of another form are refused: ${sender === PAGE ? "our pages" : "the site"}`, async () => {
    const { name } = await history(viewer, "alex-example", "Alex Example");
    await ask("settings");
    const before = await kept();
    const taken: string[] = [];
    let tried = 0;
    for (const [question, example] of Object.entries(examples))
      for (const { what, about } of forged(question, example)) {
        later();
        tried += 1;
        const reply = await heard({ ask: question, about, history: name }, sender);
        if (reply !== undefined && !("refused" in reply)) taken.push(`${question}: ${what}`);
      }
    expect(taken).toEqual([]);
    expect(tried).toBeGreaterThan(sender === PAGE ? 500 : 100);
    expect(await kept()).toBe(before);
  });

/** Steps of an import and a restore without the one before them. */
const OUT_OF_ORDER = [
  "stageImport",
  "previewImport",
  "commitImport",
  "stageRestore",
  "previewRestore",
  "commitRestore",
  "commitSample",
  "joinHistories",
  "removeHistory",
  "settleUnclaimed",
  "useFolder",
  "sendFolder",
  "startAnew",
  "markDone",
] as const;

test.each(OUT_OF_ORDER)("%s without what has to come before it is refused", async (question) => {
  // Some of them wait for what never comes.
  vi.useRealTimers();
  const { name } = await history(viewer, "alex-example", "Alex Example");
  const people = async () =>
    ((await answerOf(ask("overview"))) as { readonly people: number }).people;
  const example = OF_PAGES[question];
  const histories = await answerOf(ask("histories"));
  const reply = await ask(question, example === NOTHING ? undefined : example, name);
  expect(reply).toHaveProperty("refused");
  expect(await answerOf(ask("histories"))).toEqual(histories);
  expect(await people()).toBe(1);
});
