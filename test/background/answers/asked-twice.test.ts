/**
 * Every question of our pages that changes something is asked twice, the second time of a background that began anew: the first one ended
 * before it answered. Afterwards everything is as if it had been asked once, and the second answer is the first one. Which questions there
 * are the protocol says: a new one needs a row.
 */
import { beforeEach, expect, test, vi } from "vitest";
import { openDB } from "idb";
import type { ExportedRecord } from "../../../src/domain/records/exported-history.ts";
import { base64 } from "../../../src/exchange/backup/base64.ts";
import { madeKey } from "../../../src/exchange/backup/folder-secret.ts";
import { lineOf, stagedLine } from "../../../src/exchange/record-lines.ts";
import { stagedRestore } from "../../../src/exchange/restore-history.ts";
import { network } from "../../../practice/network/network.ts";
import { sampleHistory } from "../../../practice/sample-history.ts";
import { archiveBodyText } from "../../../src/domain/records/archive-body.ts";
import type { Week } from "../../../src/domain/week/week.ts";
import { sendDirectory } from "../../../src/protocol/folder-channel.ts";
import type { PageQuestions } from "../../../src/protocol/page-questions.ts";
import { ACTS } from "../../protocol/questions-asked.ts";
import { extension, storedValues } from "../../words/extension-of-the-tests.ts";
import { copiedWithFolder, memoryDirectory } from "../backup/memory-folder.ts";
import {
  answerOf,
  ask,
  beginAnew,
  history,
  other,
  restartBackground,
  seen,
  SITE,
  viewer,
} from "../started-background.ts";

/** A question as it is asked, of the history that the page shows. */
interface Act {
  readonly about?: unknown;
  readonly of?: string;
}

/** Prepares what a question is about. */
type Prepared = () => Promise<Act>;

const UUID = "00000000-0000-4000-8000-000000000001";
const IMPORT_HEAD = { id: UUID, at: 1, madeAt: 1, coverage: [], circles: [], files: [] };

const alexs = () => history(viewer, "alex-example", "Alex Example");

/** A question about a person of a history. */
const ofAlex =
  (about: (id: string) => unknown): Prepared =>
  async () => {
    const { name, id } = await alexs();
    return { about: about(id), of: name };
  };

/** A question about nothing but the history. */
const ofHistory = (about?: unknown): Prepared => ofAlex(() => about);

const free =
  (about?: unknown): Prepared =>
  async () => {
    await alexs();
    return { about };
  };

const done = (request: IDBOpenDBRequest): Promise<void> =>
  new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve());
    request.addEventListener("error", () => reject(new Error(request.error?.message)));
  });

/** The questions of a page, put to the background. */
const asked = new Proxy({} as Parameters<typeof stagedRestore>[0], {
  get: (_, question) => (about: unknown) => answerOf(ask(String(question), about)),
});

/** As a browser leaves a history whose files it lost. */
async function lost(): Promise<string> {
  const { name } = await alexs();
  await done(indexedDB.deleteDatabase(name));
  await restartBackground();
  return name;
}

async function exported(of: string): Promise<readonly ExportedRecord[]> {
  const records: ExportedRecord[] = [];
  for (let after: string | undefined, isFirst = true; isFirst || after !== undefined;) {
    isFirst = false;
    const part = (await answerOf(
      ask("exportRecords", { after, atMost: 1000, erased: true }, of),
    )) as {
      readonly records: readonly ExportedRecord[];
      readonly next?: string;
    };
    records.push(...part.records);
    after = part.next;
  }
  return records;
}

/** A restore of what a history held, into none: staged and looked at. */
async function staged(begin: "beginRestore" | "beginSample") {
  const { name } = await alexs();
  const records = await exported(name);
  const head = await answerOf(ask("exportHead", undefined, name));
  await beginAnew();
  const { id } = (await answerOf(ask(begin, head))) as { readonly id: string };
  const part = { id, part: 0, records: records.map((one) => stagedLine(lineOf(one))) };
  await answerOf(ask("stageRestore", part));
  const { revision } = (await answerOf(ask("previewRestore", { id }))) as {
    readonly revision: number;
  };
  return { head, part, id, revision };
}

async function restored(): Promise<string> {
  const { id, revision } = await staged("beginRestore");
  await answerOf(ask("commitRestore", { id, revision }));
  return id.split(".")[0] ?? "";
}

/** An import that is staged, into a history of its own. */
async function stagedImport() {
  const { history: name } = (await answerOf(ask("beginImport", { head: IMPORT_HEAD }))) as {
    readonly history: string;
  };
  const part = {
    part: 0,
    subjects: ["slug:cy-example"],
    bodies: [archiveBodyText({ names: [{ value: "Cy Example", at: 1 }] }, 1)],
    links: [],
  };
  await answerOf(ask("stageImport", { history: name, id: UUID, part }));
  const asked = {
    history: name,
    id: UUID,
    parts: 1,
    owner: { aliases: ["slug:me-example"] },
    named: [],
  };
  const { revision } = (await answerOf(ask("previewImport", asked))) as {
    readonly revision: number;
  };
  return { name, part, asked, revision };
}

/** Two people, and the user's word that they are one. */
async function twins(isMerged: boolean) {
  const { name, id } = await alexs();
  const { id: twin } = await history(viewer, "alex-e", "Alexandra E");
  const pair = isMerged ? await answerOf(ask("mergePeople", { id, other: twin }, name)) : undefined;
  return { name, id, twin, pair };
}

async function twoMembers() {
  const sam = await alexs();
  const kim = await history(other, "bea-example", "Bea Example");
  return { sam, kim };
}

const MADE = { choices: { muted: { value: true } }, tags: { sailing: true } };

/** The channel on which folders travel: the browser's own cannot copy our stand-in. */
class MemoryChannel extends EventTarget {
  static readonly all = new Set<MemoryChannel>();
  constructor() {
    super();
    MemoryChannel.all.add(this);
  }
  postMessage(data: unknown): void {
    for (const one of MemoryChannel.all)
      if (one !== this) one.dispatchEvent(new MessageEvent("message", { data }));
  }
  close(): void {
    MemoryChannel.all.delete(this);
  }
}

const sendFolder = (): void =>
  sendDirectory({ to: "background", id: UUID, directory: memoryDirectory(new Map()) });

/** A folder in use, with nothing in it. */
async function inFolder(): Promise<void> {
  await alexs();
  sendFolder();
  await answerOf(ask("useFolder", { id: UUID }));
}

async function sentKey() {
  const { file, scalar } = await madeKey("a passphrase", 1);
  return { file: base64(file), scalar, isKept: true };
}

const ofFolder =
  (about: () => unknown = () => undefined): Prepared =>
  async () => {
    await inFolder();
    return { about: await about() };
  };

const CALL = { kind: "call", direction: "both", from: 1, to: 2, words: "Sails." };

/** What each act is asked about. */
const ROWS: Readonly<Record<string, Prepared>> = {
  choose: ofAlex((id) => ({
    id,
    made: { ...MADE, notes: { n1: "Sails." }, reminders: { r1: 5 } },
  })),
  chooseMany: ofAlex((id) => ({ ids: [id], made: MADE })),
  takeBackMany: async () => {
    const { name, id } = await alexs();
    const back = await answerOf(ask("chooseMany", { ids: [id], made: MADE }, name));
    return { about: { made: MADE, back }, of: name };
  },
  changeRules: ofHistory({
    rules: { r1: { about: { of: "tag", name: "sailing" }, says: { what: "never" } } },
  }),
  markDone: async () => {
    const now = Date.now();
    const { text } = await sampleHistory(network({ seed: 7, people: 40, years: 4, now }), now);
    const taken = await stagedRestore(
      asked,
      new Blob([text]),
      () => {},
      new AbortController().signal,
    );
    if ("problem" in taken) throw new Error(taken.problem.code);
    const { id, preview } = taken;
    await answerOf(ask("commitRestore", { id, revision: preview.revision }));
    const of = id.split(".")[0] ?? "";
    await answerOf(ask("renewLists", undefined, of));
    const { reconnect } = (await answerOf(ask("week", undefined, of))) as Week;
    return { about: { id: reconnect[0]?.id, done: true }, of };
  },
  renewLists: ofHistory(),
  mergePeople: async () => {
    const { name, id, twin } = await twins(false);
    return { about: { id, other: twin }, of: name };
  },
  undoMerge: async () => {
    const { name, pair } = await twins(true);
    return { about: pair, of: name };
  },
  splitPerson: async () => {
    const { name, id } = await twins(true);
    return { about: { id, split: ["slug:alex-example"] }, of: name };
  },
  answerQuestion: async () => {
    const { name } = await twins(false);
    const answer = { kind: "one-person", a: "slug:alex-e", b: "slug:alex-example", value: "same" };
    return { about: { answer }, of: name };
  },
  addInteraction: ofAlex((id) => ({ id, interaction: CALL })),
  deleteInteraction: ofAlex((id) => ({ id, key: "call|both|1|2|" })),
  restoreInteraction: ofAlex((id) => ({ id, key: "call|both|1|2|" })),
  deletePeople: ofAlex((id) => ({ ids: [id] })),
  undoDeletion: async () => {
    const { name, id } = await alexs();
    const { id: deletion } = (await answerOf(ask("deletePeople", { ids: [id] }, name))) as {
      readonly id: string;
    };
    return { about: { id: deletion }, of: name };
  },
  finishDeletion: async () => {
    const { name, id } = await alexs();
    const { id: deletion } = (await answerOf(ask("deletePeople", { ids: [id] }, name))) as {
      readonly id: string;
    };
    return { about: { id: deletion }, of: name };
  },
  liftErasures: async () => {
    const { name, id } = await alexs();
    await answerOf(ask("deletePeople", { ids: [id] }, name));
    return { of: name };
  },
  beginImport: async () => ({ about: { head: IMPORT_HEAD } }),
  stageImport: async () => {
    const { name, part } = await stagedImport();
    return { about: { history: name, id: UUID, part } };
  },
  previewImport: async () => ({ about: (await stagedImport()).asked }),
  commitImport: async () => {
    const { asked, revision } = await stagedImport();
    return { about: { ...asked, revision } };
  },
  cancelImport: async () => {
    const { name } = await stagedImport();
    return { about: { history: name, id: UUID } };
  },
  undoImport: async () => {
    const { name, asked, revision } = await stagedImport();
    await answerOf(ask("commitImport", { ...asked, revision }));
    return { about: { id: UUID }, of: name };
  },
  beginRestore: async () => ({ about: (await staged("beginRestore")).head }),
  beginSample: async () => ({ about: (await staged("beginSample")).head }),
  stageRestore: async () => ({ about: (await staged("beginRestore")).part }),
  previewRestore: async () => ({ about: { id: (await staged("beginRestore")).id } }),
  cancelRestore: async () => ({ about: { id: (await staged("beginRestore")).id } }),
  commitRestore: async () => {
    const { id, revision } = await staged("beginRestore");
    return { about: { id, revision } };
  },
  commitSample: async () => {
    const { id, revision } = await staged("beginSample");
    return { about: { id, revision } };
  },
  undoRestore: async () => ({ of: await restored() }),
  keepRestore: async () => ({ of: await restored() }),
  noteBackup: ofHistory({ at: 1, revision: 1 }),
  useFolder: async () => {
    await alexs();
    sendFolder();
    return { about: { id: UUID } };
  },
  sealFolder: ofFolder(async () => ({ key: await sentKey() })),
  openFolder: ofFolder(async () => ({ keys: [await sentKey()] })),
  sendFolder: ofFolder(() => ({ id: UUID })),
  keepFolder: ofFolder(() => ({ now: true })),
  takeOutOfFolder: ofFolder(() => ({ copy: "0f1e2d3c" })),
  forgetFolder: ofFolder(),
  joinHistories: async () => {
    const { sam, kim } = await twoMembers();
    return { about: { from: kim.name, into: sam.name } };
  },
  removeHistory: async () => ({ about: { name: (await twoMembers()).kim.name } }),
  eraseEverything: free(),
  showHistory: async () => ({ about: { name: (await twoMembers()).sam.name } }),
  changeSettings: free({
    mode: "popup",
    preferences: { perWeek: 3, toolbarNumber: true },
    language: "en",
  }),
  keepValue: free({ key: "tone", value: "warm" }),
  acceptDamage: async () => ({ of: await lost() }),
  startAnew: async () => ({ of: await lost() }),
  settleUnclaimed: async () => {
    const { name } = await alexs();
    const sightings = [seen("cy-example", "Cy Example")];
    await answerOf(ask("signedOut", undefined, undefined, SITE));
    await answerOf(ask("record", { viewer: undefined, sightings }, undefined, SITE));
    return { about: { name } };
  },
};

/** Moments, versions and numbers that rise with each write: an act that is said twice may be said at two moments. */
const RISING = new Set(["time", "version", "revision", "at", "doneAt", "until"]);

const still = (value: unknown): string =>
  JSON.stringify(value, (name, one: unknown) => (RISING.has(name) ? undefined : one)) ?? "";

/** The stores of what is the history, and of what is kept to take acts back. */
const STORES = [
  "statements",
  "parts",
  "links",
  "registers",
  "imports",
  "staged",
  "people",
  "names",
];

/** Everything that is kept, but moments. */
async function everything(): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { name = "" } of await indexedDB.databases()) {
    const database = await openDB(name);
    for (const store of database.objectStoreNames) {
      if (name.startsWith("history-") && !STORES.includes(store)) continue;
      const keys = await database.getAllKeys(store);
      const values = await database.getAll(store);
      for (const [place, key] of keys.entries())
        found.push(`${name} ${store} ${still(key)} ${still(values[place])}`);
    }
    database.close();
  }
  for (const [key, value] of storedValues) found.push(`${key} ${still(value)}`);
  return found.sort();
}

beforeEach(async () => {
  vi.stubGlobal("structuredClone", copiedWithFolder);
  vi.stubGlobal("BroadcastChannel", MemoryChannel);
  Object.assign(extension.tabs, { get: async (id: number) => ({ id }) });
  // The background that listens on the channel.
  await restartBackground();
  await beginAnew();
});

/** A new id for each begin; what was begun before is dropped. */
const BEGINS: readonly string[] = [
  "beginRestore",
  "beginSample",
] satisfies readonly (keyof PageQuestions)[];

/** Names of what a begin makes stand for each other. */
const nameless = (lines: readonly string[]): readonly string[] =>
  [...new Set(lines.map((line) => line.replaceAll(/[\da-f]{8}-[\da-f-]{27}/g, "…")))].sort();

test("each question that changes something has a row", () => {
  expect(Object.keys(ROWS).sort()).toEqual([...ACTS].sort());
});

test.each(Object.keys(ROWS))("%s asked twice is asked once", async (question) => {
  const { about, of } = await ROWS[question]!();
  const first = await ask(question, about, of);
  expect(first).not.toHaveProperty("refused");
  const once = await everything();
  await restartBackground();
  const second = await ask(question, about, of);
  const twice = await everything();
  const isBegin = BEGINS.includes(question);
  expect(second).toEqual(
    isBegin ? { ...first, answer: { id: expect.any(String) as unknown } } : first,
  );
  if (isBegin) expect(nameless(twice)).toEqual(nameless(once));
  else expect(twice).toEqual(once);
});
