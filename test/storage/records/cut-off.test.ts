/**
 * Law 7: a change that is cut off anywhere leaves what was before it.
 */
import "fake-indexeddb/auto";
import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import type { HistoryDatabase } from "../../../src/storage/database/database.ts";
import { withdrawImport } from "../../../src/storage/imports/withdraw.ts";
import { choose } from "../../../src/storage/records/by-hand.ts";
import { forget } from "../forgotten.ts";
import { mergePeople } from "../../../src/storage/records/merge-people.ts";
import { record } from "../../../src/storage/records/record.ts";
import { peopleByAliases } from "../../../src/storage/view/people.ts";
import { A, live } from "../lived-history.ts";
import { happened, histories, on } from "../seen.ts";
import { rawText } from "../stored-history.ts";
import { body, imported } from "../written-import.ts";
import { patience, runs } from "../../effort.ts";

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
  forget: async (database) => forget(database, await idOf(database, "slug:al"), on(60)),
  import: (database) =>
    imported(database, { id: C, said: { "slug:new": body([]), "slug:al": body([]) } }, on(60)),
};

/** The transaction over the whole history ends when the put with this number has been done. */
function endsAt(number: number): void {
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
}

/** What is on disk but for what is staged. */
const history = async (database: HistoryDatabase): Promise<unknown> => {
  const all = JSON.parse(await rawText(database)) as [string, unknown[], unknown[]][];
  return all.filter(([store]) => !["parts", "imports"].includes(store));
};

test(
  "7: a transaction that ends at any write leaves what was before it, and the act fails",
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.keys(ACTS)),
        fc.nat({ max: 25 }),
        async (name, number) => {
          const database = await empty();
          await live(database);
          const before = await history(database);
          endsAt(number);
          const outcome = await ACTS[name]?.(database).then(
            () => "done",
            (error: unknown) => (error instanceof DOMException ? error.name : String(error)),
          );
          vi.restoreAllMocks();
          if (outcome === "done") return;
          expect(outcome).toMatch(/^(?:Abort|InvalidState)Error$/);
          expect(await history(database)).toEqual(before);
          // The same act is done when there is room again.
          await ACTS[name]?.(database);
          expect(await history(database)).not.toEqual(before);
        },
      ),
      { numRuns: runs(50) },
    );
  },
  patience(120_000),
);
