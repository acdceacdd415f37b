/**
 * What our own pages are answered about the histories of this browser: looking at them, joining and removing them.
 */
import { parse } from "valibot";
import type { ExportedRecord } from "../../domain/records/exported-history.ts";
import { lineOf, stagedLine, stagedRecordSchema } from "../../exchange/record-lines.ts";
import type { KeepingQuestions } from "../../protocol/page-questions.ts";
import { Refusal } from "../../protocol/transport.ts";
import type { HeldHistory } from "../../protocol/views.ts";
import type { HistoryDatabase } from "../../storage/database/database.ts";
import { isThere } from "../../storage/database/place.ts";
import { exportedRecords } from "../../storage/exchange/exported-records.ts";
import { takeRecords } from "../../storage/exchange/take-records.ts";
import { storedCounts } from "../../storage/view/about.ts";
import { betweenRounds } from "../backup/kept-folder.ts";
import { eraseEverything } from "../browser/erase-everything.ts";
import { remind } from "../browser/reminders.ts";
import {
  allHistories,
  enrol,
  goneTo,
  keptHistories,
  noteGoing,
  removeKept,
  showHistory,
  viewerOf,
} from "../histories/histories.ts";
import { finishDeletionOf } from "../histories/deletions.ts";
import { likelyMistakes } from "../histories/likely-mistakes.ts";
import { historyDatabase, witnessed } from "../histories/open-histories.ts";
import { moveViews, removeViews } from "../kept/saved-views.ts";
import { underWay } from "../histories/under-way.ts";
import { joinedHistories, namedHistory } from "../questions/questions-checked.ts";
import { free } from "./answers.ts";

/** As many records as travel from one history to another at once. */
const AT_ONCE = 2000;

/** The database of a history to be joined. @throws Refusal `no-history`, `sample-history` or the code of the trouble */
async function listed(name: string): Promise<HistoryDatabase> {
  const history = (await allHistories()).find((one) => one.name === name);
  if (history === undefined) throw new Refusal("no-history");
  if (history.aside === "sample") throw new Refusal("sample-history");
  const { database, trouble } = await historyDatabase(name);
  if (trouble !== undefined)
    throw new Refusal(trouble.code, "detail" in trouble ? trouble.detail : undefined);
  return database;
}

/** Every record of a history, part by part, as it would travel in a file. */
async function* recordsOf(from: HistoryDatabase): AsyncGenerator<readonly ExportedRecord[]> {
  let after: string | undefined;
  do {
    const some = await exportedRecords(from, { after, atMost: AT_ONCE, erased: true });
    yield some.records.map((record) => parse(stagedRecordSchema, stagedLine(lineOf(record))));
    after = some.next;
  } while (after !== undefined);
}

/** Copies everything that is in one history into another, which from then on is of both members. */
async function copyInto({
  from,
  into,
  target,
}: {
  readonly from: string;
  readonly into: string;
  readonly target: HistoryDatabase;
}): Promise<void> {
  const source = await listed(from);
  // The list of the erased goes along: nobody who is in it may come back.
  await finishDeletionOf({ name: from, database: source });
  await finishDeletionOf({ name: into, database: target });
  await underWay(from, (step) => takeRecords(target, recordsOf(source), step, Date.now()));
  await witnessed(into, target);
  const owner = (await allHistories()).find(({ name }) => name === from);
  if (owner !== undefined) await enrol(into, viewerOf(owner));
  await noteGoing(from, { into });
}

/** Answers about the histories of this browser. */
export const historyAnswers = free<KeepingQuestions>({
  async heldHistories() {
    const held: HeldHistory[] = [];
    const mistakes = await likelyMistakes();
    for (const history of await keptHistories()) {
      const { database, trouble } = await historyDatabase(history.name);
      held.push({
        ...history,
        ...(database !== undefined && (await storedCounts(database))),
        ...(trouble !== undefined && { trouble }),
        ...(mistakes.has(history.name) && { isMistake: true }),
      });
    }
    return held;
  },

  async joinHistories(about) {
    const { from, into } = parse(joinedHistories, about);
    const target = await listed(into);
    // Asked again, because the background ended before it answered: everything was copied before it was gone.
    const isJoined = (await goneTo(from))?.into === into && !(await isThere(from));
    if (!isJoined) await copyInto({ from, into, target });
    await showHistory(into);
    await betweenRounds(() => removeKept(from, { into }));
    await moveViews(from, into);
    await remind();
    return storedCounts(target);
  },

  async removeHistory(about) {
    const { name } = parse(namedHistory, about);
    if (!(await betweenRounds(() => removeKept(name)))) throw new Refusal("no-history");
    await removeViews(name);
    await remind();
  },

  eraseEverything: () => betweenRounds(eraseEverything),
});
