/**
 * An import that was cancelled leaves nothing that a late question could make anew; one that is done is not cancelled any more.
 */
import { beforeEach, expect, test, vi } from "vitest";
import { historiesOnDisk } from "../../../src/storage/database/histories-on-disk.ts";
import { answerOf, ask, beginAnew } from "../started-background.ts";

beforeEach(async () => {
  await beginAnew();
  vi.spyOn(console, "error").mockImplementation(() => {});
});

test("after a cancel a late part, preview or commit is refused and makes no history", async () => {
  const id = "00000000-0000-4000-8000-000000000016";
  const now = Date.now();
  const head = { id, at: now, madeAt: now, coverage: [], circles: [], files: [] };
  const { history } = (await answerOf(ask("beginImport", { head, history: undefined }))) as {
    readonly history: string;
  };
  expect(await historiesOnDisk()).toContain(history);
  expect(await answerOf(ask("cancelImport", { history, id }))).toBe("cancelled");
  const part = { part: 0, subjects: [], bodies: [], links: [] };
  const asked = { history, id, parts: 1, owner: { aliases: ["slug:me-example"] }, named: [] };
  for (const [question, about] of [
    ["stageImport", { history, id, part }],
    ["previewImport", asked],
    ["commitImport", { ...asked, revision: 0 }],
  ] as const)
    expect(await ask(question, about)).toMatchObject({ refused: "import-incomplete" });
  expect(await historiesOnDisk()).not.toContain(history);
});

test("a cancel that comes after the import is done says so, and the import stays", async () => {
  const id = "00000000-0000-4000-8000-000000000022";
  const head = { id, at: 1, madeAt: 1, coverage: [], circles: [], files: [] };
  const { history } = (await answerOf(ask("beginImport", { head, history: undefined }))) as {
    readonly history: string;
  };
  const part = { part: 0, subjects: [], bodies: [], links: [] };
  await answerOf(ask("stageImport", { history, id, part }));
  const asked = { history, id, parts: 1, owner: { aliases: ["slug:me-example"] }, named: [] };
  const { revision } = (await answerOf(ask("previewImport", asked))) as {
    readonly revision: number;
  };
  await answerOf(ask("commitImport", { ...asked, revision }));
  expect(await answerOf(ask("cancelImport", { history, id }))).toBe("done");
  expect(await answerOf(ask("imports", undefined, history))).toMatchObject([{ id }]);
});
