/**
 * A restore that is undone leaves what was before it; what came since stays.
 */
import "fake-indexeddb/auto";
import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import type { ExportedRecord } from "../../../src/domain/records/exported-history.ts";
import type { Alias } from "../../../src/domain/person/person.ts";
import type { HistoryDatabase } from "../../../src/storage/database/database.ts";
import { exportedRecords } from "../../../src/storage/exchange/exported-records.ts";
import { previewRestore } from "../../../src/storage/exchange/restore-preview.ts";
import { beginRestore, stageRestore } from "../../../src/storage/exchange/restore-staging.ts";
import { commitRestore } from "../../../src/storage/exchange/restore.ts";
import {
  keepRestore,
  undoableRestore,
  UNDO_FOR_MS,
  undoRestore,
} from "../../../src/storage/exchange/undo-restore.ts";
import { withdrawImport } from "../../../src/storage/imports/withdraw.ts";
import { choose } from "../../../src/storage/records/by-hand.ts";
import { forget } from "../forgotten.ts";
import { mergePeople } from "../../../src/storage/records/merge-people.ts";
import { record } from "../../../src/storage/records/record.ts";
import { peopleByAliases } from "../../../src/storage/view/people.ts";
import { patience, runs } from "../../effort.ts";
import { A, B, live, message } from "../lived-history.ts";
import { happened, histories, on } from "../seen.ts";
import { rawText, storedView, wholeHistory, viewAnew } from "../stored-history.ts";
import { body, imported } from "../written-import.ts";

const { empty, close } = histories();
afterEach(() => {
  vi.restoreAllMocks();
  close();
});

const RESTORE = "11111111-0000-4000-8000-000000000000";
const D = "dddddddd-0000-4000-8000-000000000000";

async function exported(database: HistoryDatabase): Promise<readonly ExportedRecord[]> {
  const { records, next } = await exportedRecords(database, {
    after: undefined,
    atMost: 1000,
    erased: true,
  });
  if (next === undefined) return records;
  const rest = await exportedRecords(database, { after: next, atMost: 1000, erased: true });
  return [...records, ...rest.records];
}

async function restored(database: HistoryDatabase, from: HistoryDatabase): Promise<void> {
  const now = on(100);
  await beginRestore(database, RESTORE, {
    format: "tielight-history",
    version: 1,
    exportedAt: now,
    owner: { aliases: [] },
  });
  await stageRestore(database, RESTORE, 0, await exported(from));
  const { revision } = await previewRestore(database, RESTORE, {}, now);
  await commitRestore(database, RESTORE, revision, {}, now, { isNew: false });
}

const idOf = async (database: HistoryDatabase, alias: Alias) =>
  (await peopleByAliases(database, [[alias]]))[0]?.id;

/** What may happen to a history; nothing where the person is gone. */
const ACTS: Readonly<Record<string, (database: HistoryDatabase, day: number) => Promise<unknown>>> =
  {
    seen: (database, day) => record(database, [happened(["slug:al", "number:9"], day)], on(day)),
    somebody: (database, day) => record(database, [happened([`slug:p${day}`], day)], on(day)),
    async note(database, day) {
      const id = await idOf(database, "slug:al");
      if (id) await choose(database, id, { notes: { [`n${day}`]: "more" } }, on(day));
    },
    async forget(database, day) {
      const id = await idOf(database, "slug:cy");
      if (id) await forget(database, id, on(day));
    },
    async forgetOther(database, day) {
      const id = await idOf(database, "slug:bo");
      if (id) await forget(database, id, on(day));
    },
    async merge(database, day) {
      const [one, other] = [await idOf(database, "slug:al"), await idOf(database, "slug:cy")];
      if (one && other && one !== other) await mergePeople(database, one, other, on(day));
    },
    withdraw: (database, day) => withdrawImport(database, day % 2 === 0 ? A : B, {}, on(day)),
    archive: (database, day) =>
      imported(
        database,
        { id: D, said: { "slug:al": body([message(7)]), "slug:fay": body([message(8)]) } },
        on(day),
      ),
  };

const acts = fc.uniqueArray(fc.constantFrom(...Object.keys(ACTS)), { maxLength: 5 });

async function happen(database: HistoryDatabase, names: readonly string[], from: number) {
  for (const [place, name] of names.entries()) await ACTS[name]?.(database, from + place);
}

test(
  "restoring any history into any other and undoing it leaves every record and every person as before",
  async () => {
    await fc.assert(
      fc.asyncProperty(acts, acts, fc.boolean(), async (here, there, isCopy) => {
        const database = await empty();
        await live(database);
        const from = await empty();
        // A copy knows what was here before; another machine does not.
        if (isCopy) await restored(from, database);
        else await live(from);
        await happen(database, here, 60);
        await happen(from, there, 70);
        const before = await wholeHistory(database);
        await restored(database, from);
        expect(await undoableRestore(database, on(100))).toMatchObject({ at: on(100) });
        await undoRestore(database, on(101));
        expect(await wholeHistory(database)).toEqual(before);
        expect(await storedView(database)).toEqual(await viewAnew(database));
        expect(await undoableRestore(database, on(101))).toBeUndefined();
        close();
      }),
      { numRuns: runs(40) },
    );
  },
  patience(240_000),
);

test("what came after the restore stays when it is undone", async () => {
  const [database, from] = [await empty(), await empty()];
  await live(database);
  await record(from, [happened(["slug:new"], 70)], on(70));
  await restored(database, from);
  await record(database, [happened(["slug:later"], 101)], on(101));
  await undoRestore(database, on(102));
  const there = (await storedView(database)).map(({ subject }) => subject);
  expect(there).toContain("slug:later");
  expect(there).not.toContain("slug:new");
});

test("of what a restore brought nothing is left on the disk when it is undone", async () => {
  const [database, from] = [await empty(), await empty()];
  await record(database, [happened(["slug:here"], 1)], on(1));
  await live(from);
  await restored(database, from);
  await undoRestore(database, on(101));
  const text = await rawText(database);
  expect(text).toContain("slug:here");
  for (const gone of ["slug:al", "slug:cy", "dee sample", "a note"])
    expect(text).not.toContain(gone);
});

test("a restore after an undone one changes the same again", async () => {
  const [database, from] = [await empty(), await empty()];
  await live(database);
  await record(from, [happened(["slug:new"], 70)], on(70));
  await restored(database, from);
  const first = await wholeHistory(database);
  await undoRestore(database, on(101));
  await restored(database, from);
  expect(await wholeHistory(database)).toEqual(first);
});

test("forgetting somebody takes what a restore replaced with it", async () => {
  const [database, from] = [await empty(), await empty()];
  await live(database);
  await live(from);
  await ACTS["note"]?.(from, 80);
  await restored(database, from);
  const id = await idOf(database, "slug:al");
  await forget(database, id!, on(101));
  expect(await rawText(database)).not.toContain("slug:al");
  expect(await undoRestore(database, on(102))).toBeUndefined();
});

test("a restore that is kept, or that is old, cannot be undone, and nothing of it stays", async () => {
  const [database, from] = [await empty(), await empty()];
  await live(database);
  await record(from, [happened(["slug:new"], 70)], on(70));
  await restored(database, from);
  expect(await database.count("staged")).toBeGreaterThan(0);
  await keepRestore(database);
  expect(await database.count("staged")).toBe(0);
  await restored(database, from);
  expect(await undoableRestore(database, on(100) + UNDO_FOR_MS)).toBeUndefined();
  expect(await database.count("staged")).toBe(0);
});

test("an old restore is not offered on a full disk either, and goes when there is room", async () => {
  const [database, from] = [await empty(), await empty()];
  await live(database);
  await record(from, [happened(["slug:new"], 70)], on(70));
  await restored(database, from);
  const kept = await database.count("staged");
  const late = on(100) + UNDO_FOR_MS;
  const fails = (name: string) =>
    vi.spyOn(IDBObjectStore.prototype, "delete").mockImplementation(() => {
      throw new DOMException("", name);
    });
  fails("QuotaExceededError");
  expect(await undoableRestore(database, late)).toBeUndefined();
  vi.restoreAllMocks();
  expect(await database.count("staged")).toBe(kept);
  // Another reason is not hidden.
  fails("UnknownError");
  await expect(undoableRestore(database, late)).rejects.toMatchObject({ name: "UnknownError" });
  vi.restoreAllMocks();
  expect(await undoableRestore(database, late)).toBeUndefined();
  expect(await database.count("staged")).toBe(0);
});

test("a restore under way does not take away the way back from the one before", async () => {
  const [database, from] = [await empty(), await empty()];
  await live(database);
  await record(from, [happened(["slug:new"], 70)], on(70));
  await restored(database, from);
  await beginRestore(database, RESTORE, {
    format: "tielight-history",
    version: 1,
    exportedAt: 1,
    owner: { aliases: [] },
  });
  expect(await undoRestore(database, on(101))).toBeDefined();
});
