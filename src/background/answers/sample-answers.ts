/**
 * What our own pages are answered while invented people come in.
 */
import { parse } from "valibot";
import type { RestoreQuestions } from "../../protocol/exchange-questions.ts";
import type { HistoryDatabase } from "../../storage/database/database.ts";
import { beginRestore, isStaged, stagedHead } from "../../storage/exchange/restore-staging.ts";
import { commitRestore } from "../../storage/exchange/restore.ts";
import { storedRevision } from "../../storage/view/about.ts";
import { remind } from "../browser/reminders.ts";
import { allHistories, enrol, showHistory, strike } from "../histories/histories.ts";
import { discardHistory, witnessed } from "../histories/open-histories.ts";
import { underWay } from "../histories/under-way.ts";
import { begunRestore, committedRestore } from "../questions/exchange-questions-checked.ts";
import { free } from "./answers.ts";
import { restoreNamed } from "./restore-named.ts";

/** The questions that are answered here. */
export type SampleQuestion = "beginSample" | "commitSample";

/** Whether the invented people are there already: asked again, because the background ended before it answered. */
async function isSampleDone(
  history: string,
  database: HistoryDatabase,
  restore: string,
): Promise<boolean> {
  const isListed = (await allHistories()).some(
    ({ name, aside }) => name === history && aside === "sample",
  );
  return isListed && !(await isStaged(database, restore)) && (await storedRevision(database)) > 0;
}

/** Answers about invented people. */
export const sampleAnswers = free<Pick<RestoreQuestions, SampleQuestion>>({
  async beginSample(about) {
    const head = parse(begunRestore, about);
    const restore = crypto.randomUUID();
    const id = `history-${crypto.randomUUID()}.${restore}`;
    // What is staged for other histories waits for the user's word there.
    const { database } = await restoreNamed(id, true);
    await beginRestore(database, restore, head);
    return { id };
  },

  async commitSample(about) {
    const { id, revision } = parse(committedRestore, about);
    const { database, restore, history } = await restoreNamed(id);
    if (!(await isSampleDone(history, database, restore))) {
      await stagedHead(database, restore);
      await enrol(history, { aliases: [] }, "sample");
      try {
        await underWay(id, (step) => commitRestore(database, restore, revision, step, Date.now()));
      } catch (error) {
        // What is thrown here must not hide the reason.
        await strike(history).catch(console.error);
        await discardHistory(history).catch(console.error);
        throw error;
      }
    }
    await showHistory(history);
    await witnessed(history, database);
    await remind();
  },
});
