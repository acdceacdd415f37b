/**
 * The background ends after an act is on disk and before it answers: the page asks the same again, and is answered as if it had asked once.
 */
import { expect, test } from "vitest";
import { type ExportedRecord } from "../../../src/domain/records/exported-history.ts";
import { lineOf, stagedLine } from "../../../src/exchange/record-lines.ts";
import { storedValues } from "../../words/extension-of-the-tests.ts";
import { answerOf, ask, beginAnew, history, other, viewer } from "../started-background.ts";

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

test("a restore that is asked for again is done, with everything that follows it", async () => {
  await beginAnew({ preferences: { perWeek: 5, toolbarNumber: true } });
  const sam = await history(viewer, "alex-example", "Alex Example");
  const records: ExportedRecord[] = [];
  for (let after: string | undefined, isFirst = true; isFirst || after !== undefined;) {
    isFirst = false;
    const about = { after, atMost: 1000, erased: false };
    const part = (await answerOf(ask("exportRecords", about, sam.name))) as {
      readonly records: readonly ExportedRecord[];
      readonly next?: string;
    };
    records.push(...part.records);
    after = part.next;
  }
  const head = await answerOf(ask("exportHead", undefined, sam.name));
  await beginAnew();
  const kim = await history(other, "bea-example", "Bea Example");
  const { id } = (await answerOf(ask("beginRestore", head))) as { readonly id: string };
  const staged = records.map((record) => stagedLine(lineOf(record)));
  await answerOf(ask("stageRestore", { id, part: 0, records: staged }));
  const { revision } = (await answerOf(ask("previewRestore", { id }))) as {
    readonly revision: number;
  };
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
