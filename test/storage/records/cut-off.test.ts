/**
 * Law 7: a change that is cut off anywhere leaves what was before it. A promise nobody hears would fail the run, too.
 */
import "fake-indexeddb/auto";
import { afterEach, expect, test, vi } from "vitest";
import type { HistoryDatabase } from "../../../src/storage/database/database.ts";
import { withdrawImport } from "../../../src/storage/imports/withdraw.ts";
import { choose } from "../../../src/storage/records/by-hand.ts";
import { beginDeletion, finishDeletion } from "../../../src/storage/records/deletion.ts";
import { mergePeople } from "../../../src/storage/records/merge-people.ts";
import { record } from "../../../src/storage/records/record.ts";
import { peopleByAliases } from "../../../src/storage/view/people.ts";
import { A, live } from "../lived-history.ts";
import { happened, histories, on } from "../seen.ts";
import { rawText } from "../stored-history.ts";
import { body, imported } from "../written-import.ts";

const { empty, close } = histories();
afterEach(() => {
  vi.restoreAllMocks();
  close();
});

const C = "cccccccc-0000-4000-8000-000000000000";
const idOf = async (database: HistoryDatabase, alias: "slug:al" | "slug:bo") =>
  (await peopleByAliases(database, [[alias]]))[0]!.id;

const ACTS: Readonly<Record<string, (database: HistoryDatabase) => Promise<unknown>>> = {
  record: (database) => record(database, [happened(["slug:al", "number:9"], 60)], on(60)),
  choose: async (database) =>
    choose(database, await idOf(database, "slug:al"), { notes: { m: "another" } }, on(60)),
  merge: async (database) =>
    mergePeople(database, await idOf(database, "slug:al"), await idOf(database, "slug:bo"), on(60)),
  undo: (database) => withdrawImport(database, A, {}, on(60)),
  "a deletion": async (database) =>
    beginDeletion(database, [await idOf(database, "slug:al")], on(60)),
  "a deletion that cannot be undone any more": (database) => finishDeletion(database),
  import: (database) =>
    imported(database, { id: C, said: { "slug:new": body([]), "slug:al": body([]) } }, on(60)),
};

/** What has to be so before an act. */
const FIRST: Readonly<Record<string, (database: HistoryDatabase) => Promise<unknown>>> = {
  "a deletion that cannot be undone any more": async (database) =>
    beginDeletion(database, [await idOf(database, "slug:bo")], on(59)),
};

/** Ends the transaction over the whole history when the put with this number has been done. Answers whether there was one. */
function endsAt(number: number): () => boolean {
  let puts = 0;
  const put = IDBObjectStore.prototype.put;
  vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function ended(
    this: IDBObjectStore,
    ...about: Parameters<IDBObjectStore["put"]>
  ) {
    const request = put.apply(this, about);
    const { transaction } = this;
    if (transaction.objectStoreNames.length > 5 && puts++ === number)
      request.addEventListener("success", () => transaction.abort(), { once: true });
    return request;
  });
  return () => puts > number;
}

/** What is on disk but for what is staged. */
const history = async (database: HistoryDatabase): Promise<unknown> => {
  const all = JSON.parse(await rawText(database)) as [string, unknown[], unknown[]][];
  return all.filter(([store]) => !["parts", "imports"].includes(store));
};

/** What a transaction that was ended says of itself, and what its requests say. */
const ENDED = /^(?:Abort|InvalidState|TransactionInactive)Error$/;

test.each(Object.entries(ACTS))(
  "7: %s that ends at any of its writes leaves what was before it and fails, or is done whole",
  async (name, act) => {
    let number = 0;
    // Where the browser is one that fails once more after a full disk, a write is tried again.
    let done = 0;
    for (let isCut = true; isCut; number += 1) {
      const database = await empty();
      await live(database);
      await FIRST[name]?.(database);
      const before = await history(database);
      const wasCut = endsAt(number);
      const outcome = await act(database).then(
        () => "done",
        (error: unknown) => (error instanceof DOMException ? error.name : String(error)),
      );
      vi.restoreAllMocks();
      isCut = wasCut();
      const isDone = outcome === "done";
      if (isDone) done += 1;
      else {
        expect([number, outcome]).toEqual([number, expect.stringMatching(ENDED)]);
        expect(await history(database)).toEqual(before);
        // The same act is done when there is room again.
        await act(database);
      }
      expect(await history(database)).not.toEqual(before);
    }
    expect(number - done).toBeGreaterThan(0);
  },
);
