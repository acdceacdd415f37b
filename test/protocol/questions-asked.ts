/**
 * The questions that our pages ask, as the protocol lists them.
 */
import { readFileSync } from "node:fs";

/** The text of a file. */
export const read = (path: string): string => readFileSync(path, "utf8");

/** Everything that the pattern captures first. */
export const all = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, name = ""]) => name);

/** The questions of our pages: the methods of the interfaces in these files. */
export const QUESTIONS = new Set(
  ["page", "exchange", "import", "table", "backup", "rule"].flatMap((of) =>
    all(read(`src/protocol/${of}-questions.ts`), /^ {2}(\w+)\(/gm),
  ),
);

/** Questions that change nothing: where one fails, the page shows why in the place of the answer. */
export const READS = new Set(
  [
    "personCard personDetails week people replies balance backtest erasedCount",
    "heldHistories overview settings keptValue readerReport readerHealth histories",
    "exportRecords peopleTable tableIds tableChoices",
    "importTrouble importTargets importProgress imports",
    "topic changes tableRows exportChosen rules ruleReach openQuestions peopleToDelete",
    "backupState backupMark peopleSinceBackup undoableRestore folderState folderKeys",
  ].flatMap((some) => some.split(" ")),
);

/** Questions by which a page makes a file: the background changes nothing. */
const MAKE_FILES: readonly string[] = ["exportHead", "exportPeople"];

/** Questions that change something here, or begin to. */
export const ACTS: readonly string[] = [...QUESTIONS].filter(
  (name) => !READS.has(name) && !MAKE_FILES.includes(name),
);
