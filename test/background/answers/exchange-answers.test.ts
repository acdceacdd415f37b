import { storedValues } from "../../words/extension-of-the-tests.ts";
import { beforeEach, expect, test, vi } from "vitest";
import { type ExportedRecord, recordId } from "../../../src/domain/records/exported-history.ts";
import { lineOf, stagedLine } from "../../../src/exchange/record-lines.ts";
import { ask, answerOf, beginAnew, history, seen, SITE, viewer } from "../started-background.ts";

const preferences = { perWeek: 5, toolbarNumber: true };

beforeEach(async () => {
  await beginAnew({ preferences });
  vi.spyOn(console, "error").mockImplementation(() => {});
});

/** Everything that the history of this name exports, asked for in parts of this size. */
async function exported(name: string, atMost: number): Promise<readonly ExportedRecord[]> {
  const records: ExportedRecord[] = [];
  let after: string | undefined;
  do {
    const part = (await answerOf(ask("exportRecords", { after, atMost, erased: false }, name))) as {
      readonly records: readonly ExportedRecord[];
      readonly next?: string;
    };
    records.push(...part.records);
    after = part.next;
  } while (after !== undefined);
  return records;
}

/** The records as they travel to the background. */
const lines = (records: readonly ExportedRecord[]) =>
  records.map((record) => stagedLine(lineOf(record)));

test.each([1, 2, 1000])(
  "in parts of %i an export holds the settings once, in their place",
  async (atMost) => {
    const { name, id } = await history(viewer, "alex-example", "Alex Example");
    for (const [slug, twin] of [
      ["alex-e", "Alexandra E"],
      ["a-example", "A. Example"],
    ] as const) {
      const { id: other } = await history(viewer, slug, twin);
      await answerOf(ask("mergePeople", { id, other }, name));
    }
    const records = await exported(name, atMost);
    const ids = records.map(recordId);
    // Registers stand before the settings, statements after them.
    expect(new Set(records.map(({ kind }) => kind)).size).toBe(3);
    expect(ids).toEqual([...new Set(ids)].sort());
    expect(records.filter(({ kind }) => kind === "settings")).toEqual([
      {
        kind: "settings",
        settings: {
          preferences: { perWeek: 5, toolbarNumber: true },
          showRails: false,
          showStrangers: false,
          noBadgesIn: [],
          opensBeside: false,
        },
      },
    ]);
  },
);

test("an export that is restored after everything is gone gives the same records and settings", async () => {
  const { name, id } = await history(viewer, "alex-example", "Alex Example");
  await answerOf(ask("choose", { id, made: { notes: { n1: "Sails." } } }, name));
  const records = await exported(name, 1000);
  const head = await answerOf(ask("exportHead", undefined, name));
  await beginAnew();
  const { id: restore } = (await answerOf(ask("beginRestore", head))) as { readonly id: string };
  await answerOf(ask("stageRestore", { id: restore, part: 0, records: lines(records) }));
  // Nothing is seen of it before the user says so.
  expect(await answerOf(ask("histories"))).toEqual([]);
  const preview = (await answerOf(ask("previewRestore", { id: restore }))) as {
    readonly revision: number;
    readonly peopleNew: number;
  };
  expect(preview.peopleNew).toBe(1);
  const counts = await answerOf(ask("commitRestore", { id: restore, revision: preview.revision }));
  expect(counts).toMatchObject({ people: 1, interactions: 1 });
  const overview = await ask("overview");
  if (!("answered" in overview) || overview.history === undefined) throw new Error("No history");
  expect(overview.history).not.toBe(name);
  expect(await exported(overview.history, 1000)).toEqual(records);
  // How far Tielight may go is chosen on each machine.
  expect(await answerOf(ask("settings"))).toMatchObject({ preferences, mode: "badges" });
});

test("a restore goes into the history of the owner of the file, whichever one is shown", async () => {
  const sam = await history(viewer, "alex-example", "Alex Example");
  const records = await exported(sam.name, 1000);
  const head = await answerOf(ask("exportHead", undefined, sam.name));
  const kim = await history(
    { aliases: ["slug:kim-example"], name: "Kim Example" },
    "bea-example",
    "Bea Example",
  );
  const { id: restore } = (await answerOf(ask("beginRestore", head))) as { readonly id: string };
  await answerOf(ask("stageRestore", { id: restore, part: 0, records: lines(records) }));
  const { revision } = (await answerOf(ask("previewRestore", { id: restore }))) as {
    readonly revision: number;
  };
  await answerOf(ask("commitRestore", { id: restore, revision }));
  await answerOf(ask("showHistory", { name: kim.name }));
  expect(await answerOf(ask("overview"))).toMatchObject({ people: 1, history: kim.name });
});

test("a restore is refused when the history moved since the preview, and dropped when the user leaves", async () => {
  const { name } = await history(viewer, "alex-example", "Alex Example");
  const records = await exported(name, 1000);
  const head = await answerOf(ask("exportHead", undefined, name));
  const { id: restore } = (await answerOf(ask("beginRestore", head))) as { readonly id: string };
  await answerOf(ask("stageRestore", { id: restore, part: 0, records: lines(records) }));
  const { revision } = (await answerOf(ask("previewRestore", { id: restore }))) as {
    readonly revision: number;
  };
  const sightings = [seen("bea-example", "Bea Example")];
  await answerOf(ask("record", { viewer, sightings }, undefined, SITE));
  expect(await ask("commitRestore", { id: restore, revision })).toMatchObject({
    refused: "history-moved",
  });
  await answerOf(ask("cancelRestore", { id: restore }));
  for (const [question, about] of [
    ["stageRestore", { part: 1, records: [] }],
    ["previewRestore", {}],
    ["commitRestore", { revision }],
  ] as const)
    expect(await ask(question, { id: restore, ...about })).toMatchObject({
      refused: "import-incomplete",
    });
});

test("a history that holds less than the witness remembers is called damaged, and goes on only when the user says so", async () => {
  const { name } = await history(viewer, "alex-example", "Alex Example");
  const witness = storedValues.get(`witness-${name}`) as { readonly revision: number };
  storedValues.set(`witness-${name}`, { ...witness, people: 9, revision: witness.revision + 5 });
  // What damages it lets the background open it anew.
  await new Promise((resolve) =>
    indexedDB.deleteDatabase(name).addEventListener("success", resolve),
  );
  expect(await answerOf(ask("overview"))).toMatchObject({
    trouble: { code: "damaged", peopleBefore: 9, peopleNow: 0 },
  });
  expect(await ask("people", {}, name)).toMatchObject({ refused: "damaged" });
  expect(await ask("acceptDamage", undefined, "history-other")).toMatchObject({
    refused: "other-history",
  });
  await answerOf(ask("acceptDamage", undefined, name));
  const overview = (await answerOf(ask("overview"))) as { readonly trouble?: unknown };
  expect(overview.trouble).toBeUndefined();
});

/** Restores these records, and answers the name of the history that holds them. */
async function restored(head: unknown, records: readonly ExportedRecord[]): Promise<string> {
  const { id } = (await answerOf(ask("beginRestore", head))) as { readonly id: string };
  await answerOf(ask("stageRestore", { id, part: 0, records: lines(records) }));
  const { revision } = (await answerOf(ask("previewRestore", { id }))) as {
    readonly revision: number;
  };
  await answerOf(ask("commitRestore", { id, revision }));
  const overview = await ask("overview");
  if (!("answered" in overview) || overview.history === undefined) throw new Error("No history");
  return overview.history;
}

test("undoing a restore gives people and settings back, and only once", async () => {
  const { name } = await history(viewer, "alex-example", "Alex Example");
  const records = await exported(name, 1000);
  const head = await answerOf(ask("exportHead", undefined, name));
  await beginAnew({ preferences: { perWeek: 3, toolbarNumber: true } });
  const { name: here } = await history(viewer, "bea-example", "Bea Example");
  expect(await restored(head, records)).toBe(here);
  expect(await answerOf(ask("overview"))).toMatchObject({ people: 2 });
  expect(await answerOf(ask("settings"))).toMatchObject({ preferences: { perWeek: 5 } });
  expect(await answerOf(ask("undoableRestore", undefined, here))).toEqual({
    at: expect.any(Number),
  });
  expect(await answerOf(ask("undoRestore", undefined, here))).toBe(true);
  expect(await answerOf(ask("overview"))).toMatchObject({ people: 1, history: here });
  expect(await answerOf(ask("settings"))).toMatchObject({ preferences: { perWeek: 3 } });
  // Asked again at once, it is undone; later there is nothing to undo.
  expect(await answerOf(ask("undoRestore", undefined, here))).toBe(true);
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 60_000 });
  expect(await answerOf(ask("undoRestore", undefined, here))).toBe(false);
  vi.useRealTimers();
  expect(await answerOf(ask("overview"))).toMatchObject({ people: 1, history: here });
});

test("undoing a restore leaves every setting that was chosen since", async () => {
  const { name } = await history(viewer, "alex-example", "Alex Example");
  await answerOf(ask("changeSettings", { showRails: true, showStrangers: true }));
  const records = await exported(name, 1000);
  const head = await answerOf(ask("exportHead", undefined, name));
  await beginAnew({ preferences: { perWeek: 3, toolbarNumber: false, weeklyGoal: 2 } });
  const { name: here } = await history(viewer, "bea-example", "Bea Example");
  await restored(head, records);
  expect(await answerOf(ask("settings"))).toMatchObject({ preferences, showStrangers: true });
  await answerOf(
    ask("changeSettings", {
      preferences: { perWeek: 4, toolbarNumber: true, callOn: 2 },
      showRails: false,
      hidden: true,
    }),
  );
  await answerOf(ask("undoRestore", undefined, here));
  expect(await answerOf(ask("settings"))).toMatchObject({
    preferences: { perWeek: 4, toolbarNumber: false, callOn: 2, weeklyGoal: 2 },
    showRails: false,
    showStrangers: false,
    hidden: true,
  });
});

const SAVED = "savedViews";

const friends = { id: "v1", name: "Friends", view: { where: [[{ of: "tag", is: "choir" }]] } };
const press = { id: "v2", name: "Press", view: { order: "name" } };

const keepViews = (value: readonly unknown[]) => answerOf(ask("keepValue", { key: SAVED, value }));
const keptViews = () => answerOf(ask("keptValue", { key: SAVED }));

test("the saved views of a history are in its export and come back with it, and those of others are not", async () => {
  const { name } = await history(viewer, "alex-example", "Alex Example");
  await keepViews([
    { history: name, ...friends },
    { history: "history-of-another", ...press },
  ]);
  const records = await exported(name, 1000);
  expect(JSON.stringify(records)).not.toContain("Press");
  const head = await answerOf(ask("exportHead", undefined, name));
  await beginAnew();
  const here = await restored(head, records);
  expect(await keptViews()).toEqual([{ history: here, ...friends }]);
  // The same again changes nothing.
  expect(await restored(head, records)).toBe(here);
  expect(await keptViews()).toEqual([{ history: here, ...friends }]);
});

test("a restored view takes the place of none, and goes when the restore is undone", async () => {
  const { name } = await history(viewer, "alex-example", "Alex Example");
  await keepViews([friends, press].map((one) => ({ history: name, ...one })));
  const records = await exported(name, 1000);
  const head = await answerOf(ask("exportHead", undefined, name));
  await beginAnew();
  const { name: here } = await history(viewer, "bea-example", "Bea Example");
  const own = { history: here, ...friends, name: "Choir" };
  await keepViews([own]);
  await restored(head, records);
  expect(await keptViews()).toEqual([own, { history: here, ...press }]);
  const later = { history: here, ...press, id: "v3", name: "Later" };
  await keepViews([own, { history: here, ...press }, later]);
  await answerOf(ask("undoRestore", undefined, here));
  expect(await keptViews()).toEqual([own, later]);
});

test("views of a file whose commit is refused go again", async () => {
  const { name } = await history(viewer, "alex-example", "Alex Example");
  await keepViews([{ history: name, ...friends }]);
  const records = await exported(name, 1000);
  const head = await answerOf(ask("exportHead", undefined, name));
  await keepViews([{ history: name, ...press }]);
  const { id } = (await answerOf(ask("beginRestore", head))) as { readonly id: string };
  await answerOf(ask("stageRestore", { id, part: 0, records: lines(records) }));
  expect(await ask("commitRestore", { id, revision: 999 })).toMatchObject({
    refused: "history-moved",
  });
  expect(await keptViews()).toEqual([{ history: name, ...press }]);
});

test("an export with the list of the erased carries out a deletion first", async () => {
  const { name, id } = await history(viewer, "alex-example", "Alex Example");
  const begun = (await answerOf(ask("deletePeople", { ids: [id] }, name))) as {
    readonly id: string;
  };
  await exported(name, 1000);
  await answerOf(ask("exportRecords", { after: undefined, atMost: 1000, erased: true }, name));
  expect(await answerOf(ask("undoDeletion", { id: begun.id }, name))).toBe(false);
});

test("what is no view in the settings of a file is left out", async () => {
  const { name } = await history(viewer, "alex-example", "Alex Example");
  const head = await answerOf(ask("exportHead", undefined, name));
  await beginAnew();
  const views = [
    { id: "v1", name: "Not JSON", view: "{" },
    { id: 1, name: "No id", view: "{}" },
    "nothing",
    { id: "v2", name: "Press", view: JSON.stringify(press.view) },
  ];
  const here = await restored(head, [{ kind: "settings", settings: { [SAVED]: views } }]);
  expect(await keptViews()).toEqual([{ history: here, ...press }]);
});

test("a history that a restore began is gone when the restore is undone", async () => {
  const { name } = await history(viewer, "alex-example", "Alex Example");
  const records = await exported(name, 1000);
  const head = await answerOf(ask("exportHead", undefined, name));
  await beginAnew();
  const begun = await restored(head, records);
  expect(await answerOf(ask("undoRestore", undefined, begun))).toBe(true);
  expect(await answerOf(ask("histories"))).toEqual([]);
});

test("a restore that is kept cannot be undone", async () => {
  const { name } = await history(viewer, "alex-example", "Alex Example");
  const records = await exported(name, 1000);
  const head = await answerOf(ask("exportHead", undefined, name));
  await beginAnew();
  const begun = await restored(head, records);
  await answerOf(ask("keepRestore", undefined, begun));
  expect(await answerOf(ask("undoableRestore", undefined, begun))).toBeUndefined();
  expect(await answerOf(ask("undoRestore", undefined, begun))).toBe(false);
  expect(await answerOf(ask("overview"))).toMatchObject({ people: 1 });
});

test("a backup is noted, and what is recorded afterwards is new", async () => {
  const { name } = await history(viewer, "alex-example", "Alex Example");
  expect(await answerOf(ask("backupState", undefined, name))).toEqual({ days: 1, imports: 0 });
  const mark = await answerOf(ask("backupMark", undefined, name));
  await answerOf(ask("noteBackup", mark, name));
  const state = () => answerOf(ask("backupState", undefined, name));
  expect(await state()).toEqual({ at: expect.any(Number), days: 0, imports: 0 });
  const sightings = [seen("bea-example", "Bea Example")];
  await answerOf(ask("record", { viewer, sightings }, undefined, SITE));
  expect(await state()).toMatchObject({ days: 1 });
});
