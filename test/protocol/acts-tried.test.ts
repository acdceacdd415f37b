/**
 * Every question of our pages that changes something is tried with a background that refuses, is absent, is slow, and whose answer is
 * lost. Which questions there are the protocol says, and which page asks them the source: a new one of either cannot stay untried.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { all, QUESTIONS, read, READS } from "./questions-asked.ts";

const files = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => /\.tsx?$/.test(path));
/** Questions that a page asks by itself while it does something else, with what that is. */
const STEPS: Readonly<Record<string, string>> = {
  renewLists: "the week is shown",
  stageRestore: "beginRestore",
  previewRestore: "beginRestore",
  cancelRestore: "beginRestore",
  noteBackup: "exportHead",
  useFolder: "a folder is chosen in the browser's own dialog",
  sendFolder: "the folder's permission is gone",
  undoMerge: "mergePeople",
  finishDeletion: "the page is left, or a minute ends, after deletePeople: deletions.test.tsx",
  undoDeletion: "deletePeople; refused, and too late, in deletions.test.tsx",
  beginSample: "showHistory, where the invented people are not there yet",
  commitSample: "beginSample",
  stageImport: "beginImport",
  previewImport: "beginImport",
  cancelImport: "beginImport",
};

/** The tests that try acts each way. */
const TRIED = files("test").filter((path) => /\basks: "\w+"/.test(read(path)));
const tried = new Set(TRIED.flatMap((path) => all(read(path), /\b(?:asks|undo): "(\w+)"/g)));

/** Our pages, and what they share; every folder that asks is one of them. */
const PAGES: Readonly<Record<string, readonly string[]>> = {
  popup: ["test/popup/refused-acts.test.tsx"],
  dashboard: [
    "test/dashboard/refused-acts.test.tsx",
    "test/dashboard/refused-keeping.test.tsx",
    "test/dashboard/bring/bring-panel.test.tsx",
  ],
  welcome: TRIED,
  components: TRIED,
  exchange: TRIED,
  person: TRIED,
  preferences: TRIED,
  sample: TRIED,
  setup: TRIED,
  week: TRIED,
};

test("the protocol has no question that is neither tried, nor a step of one, nor reads alone", () => {
  expect(QUESTIONS.size).toBeGreaterThan(50);
  const untried = [...QUESTIONS].filter(
    (name) => !tried.has(name) && !READS.has(name) && !(name in STEPS),
  );
  expect(untried).toEqual([]);
  // Nothing is excused that does not exist any more.
  expect([...READS, ...Object.keys(STEPS)].filter((name) => !QUESTIONS.has(name))).toEqual([]);
});

test("each page tries the acts that it asks itself", () => {
  const missing: string[] = [];
  for (const path of files("src")) {
    const [, folder = ""] = path.split("/");
    if (folder === "background") continue;
    const asked = all(read(path), /\b(?:askFromPage|ask)\.(\w+)\(/g).filter(
      (name) => QUESTIONS.has(name) && !READS.has(name) && !(name in STEPS),
    );
    for (const name of asked) {
      const tests = PAGES[folder] ?? [];
      if (!tests.some((one) => all(read(one), /\b(?:asks|undo): "(\w+)"/g).includes(name)))
        missing.push(`${path} ${name}`);
    }
  }
  expect(missing).toEqual([]);
});
