/**
 * What the history page is answered while it brings an archive in.
 */
import { parse } from "valibot";
import type { ImportQuestions } from "../import-questions.ts";
import { Refusal, type Trouble } from "../messages.ts";
import type { HistoryDatabase } from "../storage/database.ts";
import { commitImport, ImportIncomplete } from "../storage/import-commit.ts";
import { importLog } from "../storage/import-log.ts";
import { beginImport, dropImport, stagePart } from "../storage/import-staging.ts";
import { undoImport } from "../storage/import-undo.ts";
import { knownForImport, waitingForImport } from "../storage/known-for-import.ts";
import { allHistories, currentHistory, enrol, historyOfFile, strike } from "./histories.ts";
import {
  begunImport,
  cancelledImport,
  committedImport,
  namedImport,
  peopleForImport,
  stagedImport,
  waitingOfImport,
} from "./import-questions-checked.ts";
import { newId } from "./new-id.ts";
import { discardHistory, historyDatabase, witnessed } from "./open-histories.ts";

/** A commit or an undo under way in this background. */
interface UnderWay {
  readonly cancelling: AbortController;
  people: number;
}

const underWay = new Map<string, UnderWay>();

async function databaseOf(name: string): Promise<HistoryDatabase> {
  const { database, trouble } = await historyDatabase(name);
  if (trouble !== undefined)
    throw new Refusal(trouble.code, "detail" in trouble ? trouble.detail : undefined);
  return database;
}

/** Runs a step that writes; what the browser says of a full disk becomes a refusal with words for it. */
async function writing<T>(id: string, step: (running: UnderWay) => Promise<T>): Promise<T> {
  const running: UnderWay = { cancelling: new AbortController(), people: 0 };
  underWay.set(id, running);
  try {
    return await step(running);
  } catch (error) {
    if (running.cancelling.signal.aborted) throw new Refusal("import-cancelled");
    if (error instanceof ImportIncomplete) throw new Refusal("import-incomplete");
    if (error instanceof DOMException && error.name === "QuotaExceededError")
      throw new Refusal("full");
    throw error;
  } finally {
    if (underWay.get(id) === running) underWay.delete(id);
  }
}

const isEnrolled = async (name: string): Promise<boolean> =>
  (await allHistories()).some((history) => history.name === name);

/** A history that is opened only to learn whether one can be. */
const PROBE = "history-probe";

/** The answers to {@link ImportQuestions}. */
export const importAnswers: {
  readonly [Name in keyof ImportQuestions<Trouble>]: (
    about: unknown,
  ) => Promise<ReturnType<ImportQuestions<Trouble>[Name]>>;
} = {
  async importTrouble() {
    const shown = await currentHistory();
    const { trouble } = await historyDatabase(shown?.name ?? PROBE);
    if (shown === undefined) await discardHistory(PROBE).catch(() => undefined);
    return trouble;
  },

  async importTargets() {
    const [histories, shown] = await Promise.all([allHistories(), currentHistory()]);
    return histories.map((history) => ({ ...history, shown: history.name === shown?.name }));
  },

  async knownForImport(about) {
    const { history, after, atMost } = parse(peopleForImport, about);
    return knownForImport(await databaseOf(history), after, atMost);
  },

  async waitingForImport(about) {
    const { history, after, atMost } = parse(waitingOfImport, about);
    return waitingForImport(await databaseOf(history), after, atMost);
  },

  async beginImport(about) {
    const { head, history: wanted } = parse(begunImport, about);
    const history = wanted ?? `history-${head.id}`;
    const database = await databaseOf(history);
    await writing(head.id, () => beginImport(database, head));
    return { history };
  },

  async stageImport(about) {
    const { history, id, part } = parse(stagedImport, about);
    const database = await databaseOf(history);
    await writing(`${id} ${part.part}`, () => stagePart(database, id, part));
  },

  async commitImport(about) {
    const { history, id, parts, owner } = parse(committedImport, about);
    const database = await databaseOf(history);
    const isNew = await enrol(history, owner);
    try {
      const outcome = await writing(id, (running) =>
        commitImport(database, id, {
          parts,
          newId,
          now: Date.now(),
          signal: running.cancelling.signal,
          progress: (people) => {
            running.people = people;
          },
        }),
      );
      await historyOfFile(owner);
      await witnessed(history, database);
      return outcome;
    } catch (error) {
      if (isNew) await strike(history);
      throw error;
    }
  },

  async importProgress(about) {
    const { id } = parse(namedImport, about);
    const running = underWay.get(id);
    return running && { people: running.people };
  },

  async cancelImport(about) {
    const { history, id } = parse(cancelledImport, about);
    underWay.get(id)?.cancelling.abort();
    const database = await databaseOf(history);
    if (!(await dropImport(database, id))) return "done";
    if (!(await isEnrolled(history))) await discardHistory(history);
    return "cancelled";
  },

  async imports() {
    const history = await currentHistory();
    return history === undefined ? [] : importLog(await databaseOf(history.name));
  },

  async undoImport(about) {
    const { id } = parse(namedImport, about);
    const history = await currentHistory();
    if (history === undefined) throw new Refusal("no-history");
    const database = await databaseOf(history.name);
    await writing(id, (running) =>
      undoImport(database, id, (people) => {
        running.people = people;
      }),
    );
    await witnessed(history.name, database);
  },
};
