/**
 * A history that cannot be used: what can be read of it is exported, another one takes its place, and what was observed meanwhile is added.
 */
import { extension, storedValues } from "../../words/extension-of-the-tests.ts";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ExportedRecord } from "../../../src/domain/records/exported-history.ts";
import type { Overview } from "../../../src/protocol/views.ts";
import { lineOf, stagedLine } from "../../../src/exchange/record-lines.ts";
import {
  answerOf,
  ask,
  beginAnew,
  history,
  other,
  seen,
  SITE,
  viewer,
} from "../started-background.ts";

beforeEach(async () => {
  await beginAnew();
  vi.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(() => vi.restoreAllMocks());

const overview = async () => (await answerOf(ask("overview"))) as Overview;
const kept = async () =>
  (await answerOf(ask("histories"))) as readonly {
    readonly name: string;
    readonly aside?: string;
  }[];

const done = (request: IDBOpenDBRequest): Promise<void> =>
  new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve());
    request.addEventListener("error", () => reject(new Error(request.error?.message)));
  });

/** As a later version of the extension leaves a history. */
async function upgrade(name: string): Promise<void> {
  const request = indexedDB.open(name, 99);
  await done(request);
  request.result.close();
}

/** As a browser leaves a history whose files it lost. */
const lose = (name: string): Promise<void> => done(indexedDB.deleteDatabase(name));

const DAMAGES = [
  ["later-version", upgrade, 1],
  ["damaged", lose, 0],
] as const;

async function exported(): Promise<readonly ExportedRecord[]> {
  const records: ExportedRecord[] = [];
  let after: string | undefined;
  do {
    const part = (await answerOf(ask("exportRecords", { after, atMost: 100, erased: false }))) as {
      readonly records: readonly ExportedRecord[];
      readonly next?: string;
    };
    records.push(...part.records);
    after = part.next;
  } while (after !== undefined);
  return records;
}

async function restore(records: readonly ExportedRecord[]): Promise<void> {
  const owner = { aliases: viewer.aliases, name: viewer.name };
  const head = { format: "tielight-history", version: 1, exportedAt: 1, owner };
  const { id } = (await answerOf(ask("beginRestore", head))) as { readonly id: string };
  await answerOf(
    ask("stageRestore", { id, part: 0, records: records.map((one) => stagedLine(lineOf(one))) }),
  );
  const { revision } = (await answerOf(ask("previewRestore", { id }))) as {
    readonly revision: number;
  };
  await answerOf(ask("commitRestore", { id, revision }));
}

const notice = (slug: string, name: string) =>
  answerOf(ask("record", { viewer, sightings: [seen(slug, name)] }, undefined, SITE));

test.each(DAMAGES)(
  "from a history that is %s one exports what can be read and restores beside it; what was observed meanwhile is added",
  async (code, damage, readable) => {
    const { name } = await history(viewer, "alex-example", "Alex Example");
    const backup = await exported();
    await damage(name);
    expect((await overview()).trouble).toMatchObject({ code });

    const text = JSON.stringify(await exported());
    expect(text.includes("slug:alex-example")).toBe(readable === 1);
    // It is acknowledged, and waits.
    expect(await notice("bea-example", "Bea Example")).toHaveLength(1);

    await restore(backup);
    const now = await overview();
    expect([now.trouble, now.people, now.history === name]).toEqual([undefined, 2, false]);
    expect((await kept()).map((one) => [one.name === name, one.aside])).toEqual([
      [true, "replaced"],
      [false, undefined],
    ]);
    // What is observed from now on goes to the new one, and the old one can be removed.
    await answerOf(ask("signedIn", { ...viewer, kinds: ["menu"] }, undefined, SITE));
    await notice("cy-example", "Cy Example");
    expect((await overview()).people).toBe(3);
    await answerOf(ask("removeHistory", { name }));
    expect((await overview()).people).toBe(3);
  },
);

test.each(DAMAGES)("from a history that is %s one can start anew", async (code, damage) => {
  const { name } = await history(viewer, "alex-example", "Alex Example");
  expect(await ask("startAnew", undefined, name)).toMatchObject({ refused: "no-trouble" });
  await damage(name);
  expect((await overview()).trouble).toMatchObject({ code });
  await notice("bea-example", "Bea Example");
  expect(await ask("startAnew", undefined, "history-1")).toMatchObject({
    refused: "other-history",
  });
  await answerOf(ask("startAnew", undefined, name));
  const now = await overview();
  // What waited begins the new history at once.
  expect([now.trouble, now.people, now.history === name]).toEqual([undefined, 1, false]);
  expect((await kept()).map((one) => one.aside)).toEqual(["replaced", undefined]);
});

test("another member is still told apart while a history is set aside", async () => {
  const { name } = await history(viewer, "alex-example", "Alex Example");
  await lose(name);
  await overview();
  await answerOf(ask("startAnew", undefined, name));
  const kim = await history(other, "bea-example", "Bea Example");
  expect(kim.name).not.toBe(name);
  expect((await overview()).owner?.name).toBe(other.name);
});

test("a history that nothing can be read of says so when it is to be exported", async () => {
  const { name } = await history(viewer, "alex-example", "Alex Example");
  await lose(name);
  // It cannot be opened at all.
  vi.spyOn(indexedDB, "open").mockImplementation(() => {
    throw new DOMException("Internal error opening backing store", "UnknownError");
  });
  expect((await overview()).trouble).toMatchObject({
    code: "unreadable",
    detail: "UnknownError: Internal error opening backing store",
  });
  expect(await ask("exportHead")).toMatchObject({ refused: "unreadable" });
  vi.restoreAllMocks();
});

test("a full disk is said at once and until something can be written again, and nothing acknowledged goes", async () => {
  await history(viewer, "alex-example", "Alex Example");
  expect((await overview()).isDiskFull).toBeUndefined();
  const { put } = IDBObjectStore.prototype;
  vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function full(this: IDBObjectStore) {
    throw new DOMException("", "QuotaExceededError");
  });
  const sightings = [seen("bea-example", "Bea Example")];
  expect(await ask("record", { viewer, sightings }, undefined, SITE)).toMatchObject({
    refused: "full",
  });
  expect(await overview()).toMatchObject({ isDiskFull: true, people: 1 });
  IDBObjectStore.prototype.put = put;
  await answerOf(ask("record", { viewer, sightings }, undefined, SITE));
  const now = await overview();
  expect([now.isDiskFull, now.people]).toEqual([undefined, 2]);
});

/** Every database is gone, and the background begins anew. */
async function loseEverything(): Promise<void> {
  for (const { name } of await indexedDB.databases()) if (name !== undefined) await lose(name);
  vi.resetModules();
  await import("../../../src/background/index.ts");
}

test("in Chrome the witness outside of the databases says how many people there were when all are lost", async () => {
  const { name } = await history(viewer, "alex-example", "Alex Example");
  await loseEverything();
  expect(await overview()).toMatchObject({
    history: name,
    trouble: { code: "damaged", peopleBefore: 1, peopleNow: 0 },
  });
  // Whose it was nobody knows, so what is observed waits until the user says how to go on.
  await answerOf(ask("changeSettings", { mode: "badges" }));
  await answerOf(ask("signedIn", { ...viewer, kinds: ["menu"] }, undefined, SITE));
  await notice("bea-example", "Bea Example");
  expect((await overview()).trouble).toMatchObject({ code: "damaged" });
  await answerOf(ask("startAnew", undefined, name));
  // The next page of the site says who is signed in, and what waited is theirs.
  await answerOf(ask("signedIn", { ...viewer, kinds: ["menu"] }, undefined, SITE));
  await vi.waitFor(async () =>
    expect(await overview()).toMatchObject({ people: 1, owner: { name: viewer.name } }),
  );
});

test("in Firefox, where a page may have written the witness, the loss of everything is a doubt that ends when the user starts anew", async () => {
  const { setAccessLevel, ...local } = extension.storage.local as typeof extension.storage.local & {
    readonly setAccessLevel?: unknown;
  };
  extension.storage.local = local;
  try {
    const { name } = await history(viewer, "alex-example", "Alex Example");
    expect(storedValues.get("held")).toEqual([name]);
    await loseEverything();
    expect((await overview()).trouble).toEqual({ code: "lost" });
    await answerOf(ask("startAnew"));
    expect(await overview()).not.toHaveProperty("trouble");
    expect(storedValues.has("held")).toBe(false);

    // The note alone says nothing where the databases are there.
    await answerOf(ask("changeSettings", { mode: "badges" }));
    await extension.storage.local.set({ held: [name] });
    expect(await overview()).not.toHaveProperty("trouble");
  } finally {
    extension.storage.local = Object.assign(local, { setAccessLevel });
  }
});

/** As Firefox answers where pages in the middle of a file were changed: what lies elsewhere is read. */
function breakStores(name: string, stores: readonly string[]): void {
  const isBroken = (store: IDBObjectStore): boolean =>
    store.transaction.db.name === name && stores.includes(store.name);
  for (const way of ["get", "getAll", "openCursor"] as const) {
    const read = IDBObjectStore.prototype[way] as (...asked: readonly unknown[]) => IDBRequest;
    vi.spyOn(IDBObjectStore.prototype, way).mockImplementation(function (
      this: IDBObjectStore,
      ...asked: readonly unknown[]
    ) {
      if (isBroken(this)) throw new DOMException("", "AbortError");
      return read.apply(this, [...asked]) as never;
    });
  }
}

test("a history of which one store cannot be read is said to be unreadable as soon as it is exported", async () => {
  const { name } = await history(viewer, "alex-example", "Alex Example");
  breakStores(name, ["statements"]);
  expect((await overview()).trouble).toBeUndefined();
  const part = (after?: string) => ask("exportRecords", { after, atMost: 10, erased: false }, name);
  const { next } = (await answerOf(part())) as { readonly next: string };
  expect(await part(next)).toMatchObject({ refused: "unreadable" });
  expect((await overview()).trouble).toMatchObject({ code: "unreadable" });
});

test("a history that opens and cannot be read through is said to be unreadable, and a backup comes in beside it", async () => {
  const { name } = await history(viewer, "alex-example", "Alex Example");
  const records = await exported();
  const head = await answerOf(ask("exportHead"));
  breakStores(name, ["lists", "people"]);
  expect((await overview()).trouble).toMatchObject({ code: "unreadable" });
  expect(await ask("balance", undefined, name)).toMatchObject({ refused: "unreadable" });
  const { id } = (await answerOf(ask("beginRestore", head))) as { readonly id: string };
  const staged = records.map((record) => stagedLine(lineOf(record)));
  await answerOf(ask("stageRestore", { id, part: 0, records: staged }));
  const { revision } = (await answerOf(ask("previewRestore", { id }))) as {
    readonly revision: number;
  };
  await answerOf(ask("commitRestore", { id, revision }));
  expect(await overview()).toMatchObject({ people: 1 });
  expect((await overview()).trouble).toBeUndefined();
});

test("a request that fails once is no damage", async () => {
  const { name } = await history(viewer, "alex-example", "Alex Example");
  const read = vi.spyOn(IDBObjectStore.prototype, "get");
  read.mockImplementationOnce(() => {
    throw new DOMException("", "AbortError");
  });
  await ask("overview");
  expect(await overview()).toMatchObject({ people: 1, history: name });
  expect((await overview()).trouble).toBeUndefined();
});
