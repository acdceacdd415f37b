/**
 * What the history page is answered while it brings an archive in. These questions name the history they are about.
 */
import { parse } from "valibot";
import { archiveEnd } from "../../domain/tie/coverage.ts";
import type { ImportQuestions } from "../../protocol/import-questions.ts";
import { Refusal } from "../../protocol/transport.ts";
import type { Trouble } from "../../protocol/views.ts";
import type { HistoryDatabase } from "../../storage/database/database.ts";
import { storedCoverage, storedRevision } from "../../storage/view/about.ts";
import { commitImport } from "../../storage/imports/commit.ts";
import { importLog } from "../../storage/imports/log.ts";
import { previewImport } from "../../storage/imports/preview.ts";
import { isThere } from "../../storage/database/place.ts";
import { ImportIncomplete } from "../../storage/imports/import-asked.ts";
import { beginImport, dropImport, stagePart } from "../../storage/imports/staging.ts";
import { withdrawImport } from "../../storage/imports/withdraw.ts";
import { free, reading, writing } from "./answers.ts";
import {
  allHistories,
  currentHistory,
  discardEmpty,
  discardUnfinished,
  enrol,
  ownedHistories,
  putInUse,
  strike,
} from "../histories/histories.ts";
import {
  begunImport,
  cancelledImport,
  committedImport,
  namedImport,
  previewedImport,
  stagedImport,
} from "../questions/import-questions-checked.ts";
import { discardHistory, historyDatabase, witnessed } from "../histories/open-histories.ts";
import { remind } from "../browser/reminders.ts";
import { cancel, peopleDone, underWay } from "../histories/under-way.ts";
import { changeSettings } from "../kept/settings-kept.ts";

/** The database of this name. @throws Refusal with the code of the trouble when it cannot be read */
async function databaseOf(name: string): Promise<HistoryDatabase> {
  const { database, trouble } = await historyDatabase(name);
  if (trouble !== undefined)
    throw new Refusal(trouble.code, "detail" in trouble ? trouble.detail : undefined);
  return database;
}

/** The database that an import was begun in. @throws {ImportIncomplete} where it went with the import: it must not be made anew, empty */
async function databaseOfBegun(name: string, id: string): Promise<HistoryDatabase> {
  if (!(await isThere(name))) throw new ImportIncomplete(id);
  return databaseOf(name);
}

/** The history that an import begins. */
const historyOf = (id: string): string => `history-${id}`;

const isEnrolled = async (name: string): Promise<boolean> =>
  (await allHistories()).some((history) => history.name === name);

/** Where talk is known from an archive now, nobody waits for one any more, and the user is asked once about a call once a week. */
async function noteArchive(database: HistoryDatabase): Promise<void> {
  if (archiveEnd(await storedCoverage(database)) === undefined) return;
  await changeSettings(({ setup = {}, preferences: { callOn, toolbarNumber } }) => {
    const { asksForCall = callOn === undefined && !toolbarNumber } = setup;
    return { setup: { requestedAt: null, asksForCall } };
  });
}

/** A history that is opened only to learn whether one can be. */
const PROBE = "history-probe";

type Questions = ImportQuestions<Trouble>;

/** Answers about a history that is named in the question, or about none. */
export const importAnswers = free<Omit<Questions, "imports" | "undoImport">>({
  async importTrouble() {
    const shown = await currentHistory();
    const { trouble } = await historyDatabase(shown?.name ?? PROBE);
    if (shown === undefined) await discardHistory(PROBE).catch(() => undefined);
    return trouble;
  },

  async importTargets() {
    const [histories, shown] = await Promise.all([ownedHistories(), currentHistory()]);
    return histories.map((history) => ({ ...history, shown: history.name === shown?.name }));
  },

  async beginImport(about) {
    const { head, history: wanted } = parse(begunImport, about);
    const history = wanted ?? historyOf(head.id);
    // One that nobody brought to its end left a database behind.
    await discardUnfinished(history);
    const database = await databaseOf(history);
    await underWay(head.id, () => beginImport(database, head));
    return { history };
  },

  async stageImport(about) {
    const { history, id, part } = parse(stagedImport, about);
    const database = await databaseOfBegun(history, id);
    await underWay(`${id} ${part.part}`, () => stagePart(database, id, part));
  },

  async previewImport(about) {
    const { history, id, ...asked } = parse(previewedImport, about);
    const database = await databaseOfBegun(history, id);
    return underWay(id, (step) => previewImport(database, id, asked, step, Date.now()));
  },

  async commitImport(about) {
    const { history, id, ...asked } = parse(committedImport, about);
    const database = await databaseOfBegun(history, id);
    const isNew = await enrol(history, asked.owner);
    const outcome = await underWay(id, (step) =>
      commitImport(database, id, asked, step, Date.now()),
    ).catch(async (error: unknown) => {
      // What is thrown here must not hide the reason.
      if (isNew || (history === historyOf(id) && (await storedRevision(database)) === 0))
        await strike(history).catch(console.error);
      throw error;
    });
    await putInUse(history);
    await witnessed(history, database);
    await noteArchive(database);
    await remind();
    return outcome;
  },

  async importProgress(about) {
    const people = peopleDone(parse(namedImport, about).id);
    return people === undefined ? undefined : { people };
  },

  async cancelImport(about) {
    const { history, id } = parse(cancelledImport, about);
    cancel(id);
    const database = await databaseOf(history);
    if (!(await dropImport(database, id))) return "done";
    if (!(await isEnrolled(history))) await discardHistory(history);
    // The background may have ended right before a commit.
    else if (history === historyOf(id)) await discardEmpty(history);
    return "cancelled";
  },
});

/** The imports of the history that the page shows. */
export const importReads = reading<Pick<Questions, "imports">>({
  imports: (_about, { database }) => importLog(database),
});

/** Taking back an import of the history that the page shows. */
export const importWrites = writing<Pick<Questions, "undoImport">>({
  async undoImport(about, { database }) {
    const { id } = parse(namedImport, about);
    await underWay(id, (step) => withdrawImport(database, id, step, Date.now()));
  },
});
