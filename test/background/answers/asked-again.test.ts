/**
 * The background ends after an act is on disk and before it answers: the page asks the same again, and is answered as if it had asked once.
 */
import { expect, test, vi } from "vitest";
import { type ExportedRecord } from "../../../src/domain/records/exported-history.ts";
import { lineOf, stagedLine } from "../../../src/exchange/record-lines.ts";
import { storedValues } from "../../words/extension-of-the-tests.ts";
import {
  answerOf,
  ask,
  beginAnew,
  history,
  other,
  restartBackground,
  viewer,
} from "../started-background.ts";

test("a deletion that is asked for again is the one that was begun, and can be undone", async () => {
  await beginAnew();
  const bea = await history(viewer, "bea-example", "Bea Example");
  const { name, id } = await history(viewer, "alex-example", "Alex Example");
  const begun = await answerOf(ask("deletePeople", { ids: [id] }, name));
  expect(begun).toMatchObject({ count: 1 });
  expect(await ask("deletePeople", { ids: [id] }, name)).toMatchObject({ answer: begun });
  // Others who are gone already are nobody, also together with these.
  expect(await ask("deletePeople", { ids: [id, id] }, name)).toMatchObject({
    refused: "unknown-person",
  });
  const { id: deletion } = begun as { readonly id: string };
  expect(await answerOf(ask("undoDeletion", { id: deletion }, name))).toBe(true);
  expect(await answerOf(ask("personCard", { id, atMost: 1 }, name))).toMatchObject({ id });

  await answerOf(ask("deletePeople", { ids: [id] }, name));
  await answerOf(ask("deletePeople", { ids: [bea.id] }, name));
  expect(await ask("deletePeople", { ids: [id] }, name)).toMatchObject({
    refused: "unknown-person",
  });
});

/** What a history holds, as a page exports it. */
async function exported(name: string): Promise<readonly ExportedRecord[]> {
  const records: ExportedRecord[] = [];
  for (let after: string | undefined, isFirst = true; isFirst || after !== undefined;) {
    isFirst = false;
    const about = { after, atMost: 1000, erased: false };
    const part = (await answerOf(ask("exportRecords", about, name))) as {
      readonly records: readonly ExportedRecord[];
      readonly next?: string;
    };
    records.push(...part.records);
    after = part.next;
  }
  return records;
}

/** Stages records for a restore, and looks at what it would bring. */
async function previewed(head: unknown, records: readonly ExportedRecord[]) {
  const { id } = (await answerOf(ask("beginRestore", head))) as { readonly id: string };
  const staged = records.map((record) => stagedLine(lineOf(record)));
  await answerOf(ask("stageRestore", { id, part: 0, records: staged }));
  const { revision } = (await answerOf(ask("previewRestore", { id }))) as {
    readonly revision: number;
  };
  return { id, revision };
}

/** The background ends when it is about to write people: nothing that it does afterwards comes to the disk. */
function endBeforeCommit(): void {
  const { transaction } = IDBDatabase.prototype;
  let hasEnded = false;
  vi.spyOn(IDBDatabase.prototype, "transaction").mockImplementation(function begun(
    this: IDBDatabase,
    ...[stores, mode, ...others]
  ) {
    if (mode === "readwrite" && [stores].flat().includes("people")) hasEnded = true;
    if (mode === "readwrite" && hasEnded) throw new Error("The background has ended");
    return transaction.call(this, stores, mode, ...others);
  });
}

/** A history with a saved view is restored where there is none, and the background ends right before the commit. */
async function restoreCutOff() {
  await beginAnew();
  const sam = await history(viewer, "alex-example", "Alex Example");
  const view = { history: sam.name, id: "v1", name: "Friends", view: {} };
  await answerOf(ask("keepValue", { key: "savedViews", value: [view] }));
  const [records, head] = [
    await exported(sam.name),
    await answerOf(ask("exportHead", undefined, sam.name)),
  ];
  await beginAnew();
  const about = await previewed(head, records);
  vi.spyOn(console, "error").mockImplementation(() => {});
  endBeforeCommit();
  await expect(answerOf(ask("commitRestore", about))).rejects.toThrow("The background has ended");
  vi.restoreAllMocks();
  return about;
}

test("a restore of which the background began a part can be undone as a whole when it was asked for again", async () => {
  const views = () => answerOf(ask("keptValue", { key: "savedViews" }));
  const about = await restoreCutOff();
  const [name = ""] = about.id.split(".");
  expect(await views()).toMatchObject([{ history: name, id: "v1" }]);
  expect(await answerOf(ask("histories"))).toMatchObject([{ name }]);

  await answerOf(ask("commitRestore", about));
  expect(await answerOf(ask("undoRestore", undefined, name))).toBe(true);
  expect(await views()).toEqual([]);
  expect(await answerOf(ask("histories"))).toEqual([]);
});

test("a restore that is cancelled after the background ended right before its commit leaves nothing behind", async () => {
  const about = await restoreCutOff();
  await restartBackground();
  expect(await answerOf(ask("histories"))).toHaveLength(1);

  await answerOf(ask("cancelRestore", { id: about.id }));
  expect(await answerOf(ask("histories"))).toEqual([]);
  expect(await answerOf(ask("keptValue", { key: "savedViews" }))).toEqual([]);
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(
    about.id.split(".")[0],
  );
});

test("what pages showed since the background ended stays when the restore is cancelled", async () => {
  const about = await restoreCutOff();
  await restartBackground();
  const { name } = await history(viewer, "bea-example", "Bea Example");
  expect(name).toBe(about.id.split(".")[0]);
  await answerOf(ask("cancelRestore", { id: about.id }));
  expect(await answerOf(ask("overview"))).toMatchObject({ history: name, people: 1 });
});

test("a first import that is cancelled after the background ended right before its commit leaves nothing behind", async () => {
  await beginAnew();
  const id = "00000000-0000-4000-8000-000000000021";
  const first = { id, at: 1, madeAt: 1, coverage: [], circles: [], files: [] };
  const { history: name } = (await answerOf(ask("beginImport", { head: first }))) as {
    readonly history: string;
  };
  const part = { part: 0, subjects: [], bodies: [], links: [] };
  await answerOf(ask("stageImport", { history: name, id, part }));
  const staged = {
    history: name,
    id,
    parts: 1,
    owner: { aliases: ["slug:me-example"] },
    named: [],
  };
  const { revision } = (await answerOf(ask("previewImport", staged))) as {
    readonly revision: number;
  };
  vi.spyOn(console, "error").mockImplementation(() => {});
  endBeforeCommit();
  await expect(answerOf(ask("commitImport", { ...staged, revision }))).rejects.toThrow(
    "The background has ended",
  );
  vi.restoreAllMocks();
  await restartBackground();
  expect(await answerOf(ask("histories"))).toHaveLength(1);

  expect(await answerOf(ask("cancelImport", { history: name, id }))).toBe("cancelled");
  expect(await answerOf(ask("histories"))).toEqual([]);
  expect((await indexedDB.databases()).map((one) => one.name)).not.toContain(name);
});

test("a view that the user saved after a restore was refused stays when the restore is done and undone", async () => {
  await beginAnew();
  const { name } = await history(viewer, "alex-example", "Alex Example");
  const view = { history: name, id: "v1", name: "Friends", view: {} };
  const keepViews = (value: readonly unknown[]) =>
    answerOf(ask("keepValue", { key: "savedViews", value }));
  await keepViews([view]);
  const [records, head] = [
    await exported(name),
    await answerOf(ask("exportHead", undefined, name)),
  ];
  await keepViews([]);
  const { id, revision } = await previewed(head, records);
  expect(await ask("commitRestore", { id, revision: revision + 1 })).toMatchObject({
    refused: "history-moved",
  });
  await keepViews([view]);
  await answerOf(ask("commitRestore", { id, revision }));
  await answerOf(ask("undoRestore", undefined, name));
  expect(await answerOf(ask("keptValue", { key: "savedViews" }))).toEqual([view]);
});

test("a restore that is asked for again is done, with everything that follows it", async () => {
  await beginAnew({ preferences: { perWeek: 5, toolbarNumber: true } });
  const sam = await history(viewer, "alex-example", "Alex Example");
  const records = await exported(sam.name);
  const head = await answerOf(ask("exportHead", undefined, sam.name));
  await beginAnew();
  const kim = await history(other, "bea-example", "Bea Example");
  const { id, revision } = await previewed(head, records);
  const restored = await answerOf(ask("commitRestore", { id, revision }));
  expect(restored).toEqual({ people: 1, interactions: 1 });
  const [name = ""] = id.split(".");

  // What follows a restore had not been done yet.
  await answerOf(ask("showHistory", { name: kim.name }));
  await answerOf(ask("changeSettings", { preferences: { perWeek: 3, toolbarNumber: true } }));
  storedValues.delete(`witness-${name}`);
  expect(await answerOf(ask("commitRestore", { id, revision }))).toEqual(restored);
  expect(await ask("overview")).toMatchObject({ history: name });
  expect(await answerOf(ask("settings"))).toMatchObject({ preferences: { perWeek: 5 } });

  // What was undone is not done again.
  expect(await answerOf(ask("undoRestore", undefined, name))).toBe(true);
  expect(await ask("commitRestore", { id, revision })).toMatchObject({
    refused: "import-incomplete",
  });
});
