/** "Save what can be read" of a history that opens, and of which some cannot be read. */
import "../../words/extension-of-the-tests.ts";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ExportedRecords } from "../../../src/protocol/exchange-questions.ts";
import { watchChanges } from "../../../src/protocol/changes.ts";
import { answerOf, ask, beginAnew, history, viewer } from "../started-background.ts";

beforeEach(async () => {
  await beginAnew();
  vi.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(() => vi.restoreAllMocks());

/** As Firefox answers where pages in the middle of a file were changed: what lies elsewhere is read. */
function breakStore(name: string, broken: string): void {
  for (const way of ["get", "getAll", "openCursor"] as const) {
    const read = IDBObjectStore.prototype[way] as (...asked: readonly unknown[]) => IDBRequest;
    vi.spyOn(IDBObjectStore.prototype, way).mockImplementation(function (
      this: IDBObjectStore,
      ...asked: readonly unknown[]
    ) {
      if (this.transaction.db.name === name && this.name === broken)
        throw new DOMException("", "UnknownError");
      return read.apply(this, [...asked]) as never;
    });
  }
}

async function saved(name: string) {
  const kinds: string[] = [];
  const missing = new Set<string>();
  let after: string | undefined;
  do {
    const about = { after, atMost: 10, erased: false, readable: true };
    const part = (await answerOf(ask("exportRecords", about, name))) as ExportedRecords;
    kinds.push(...part.records.map(({ kind }) => kind));
    for (const one of part.missing ?? []) missing.add(one);
    after = part.next;
  } while (after !== undefined);
  return {
    kinds: [...new Set(kinds)],
    stores: [...new Set([...missing].map((one) => one.split(" ")[0]))],
  };
}

test.each([
  ["statements", ["settings"], ["statements"]],
  ["parts", ["settings", "statement"], []],
  ["registers", ["settings", "statement"], []],
  ["about", ["settings", "statement"], []],
  ["lists", ["settings", "statement"], []],
])(
  "where nothing of the store of %s can be read, the rest is saved, known to be damaged or not",
  async (store, kinds, stores) => {
    const { name } = await history(viewer, "alex-example", "Alex Example");
    breakStore(name, store);
    for (const isKnown of [false, true]) {
      expect(await answerOf(ask("exportHead", undefined, name))).toMatchObject({
        owner: { aliases: viewer.aliases, name: viewer.name },
      });
      expect(await saved(name)).toEqual({ kinds, stores });
      if (!isKnown) await ask("balance", undefined, name);
    }
  },
);

test("pages hear at once that a history turned out to be damaged", async () => {
  const { name } = await history(viewer, "alex-example", "Alex Example");
  const heard: string[] = [];
  const gone = new AbortController();
  watchChanges((change) => heard.push(change.of), gone.signal);
  breakStore(name, "statements");
  const asked = { after: undefined, atMost: 10, erased: false };
  const { next } = (await answerOf(ask("exportRecords", asked, name))) as ExportedRecords;
  expect(await ask("exportRecords", { ...asked, after: next }, name)).toMatchObject({
    refused: "unreadable",
  });
  await vi.waitFor(() => expect(heard).toContain("histories"));
  gone.abort();
});
