/**
 * What our own pages are answered.
 */
import { parse } from "valibot";
import { exportHead } from "../exchange/forms.ts";
import { Refusal, type PageQuestions } from "../messages.ts";
import { exportedPeople } from "../storage/export.ts";
import { exportedAbout, restoreAbout } from "../storage/exported-about.ts";
import { restore } from "../storage/record.ts";
import type { PageAnswers } from "./answers.ts";
import { currentHistory, historyOfFile, keptHistories, showHistory } from "./histories.ts";
import { inUse } from "./history-in-use.ts";
import { importAnswers } from "./import-answers.ts";
import { listAnswers } from "./list-answers.ts";
import { newId } from "./new-id.ts";
import { historyDatabase, reopenDespiteDamage, witnessed } from "./open-histories.ts";
import { personAnswers } from "./person-answers.ts";
import { askedPart, namedHistory, restoredPeople } from "./questions-checked.ts";
import { unreadSurfaces } from "./reader-report.ts";
import { remind } from "./reminders.ts";

/** The answers to {@link PageQuestions}. */
export const pageAnswers: PageAnswers<PageQuestions> = {
  readerReport: unreadSurfaces,
  ...importAnswers,
  ...listAnswers,
  ...personAnswers,

  async acceptDamage() {
    const history = await currentHistory();
    if (history !== undefined) await reopenDespiteDamage(history.name);
  },

  histories: keptHistories,

  async showHistory(about) {
    const { name } = parse(namedHistory, about);
    await showHistory(name);
    await remind();
  },

  async exportHead() {
    const history = await currentHistory();
    if (history === undefined) return undefined;
    const { database } = await inUse();
    return {
      format: "tielight-history",
      version: 1,
      exportedAt: Date.now(),
      owner: {
        aliases: history.aliases,
        ...(history.ownerName !== undefined && { name: history.ownerName }),
      },
      ...(await exportedAbout(database)),
    };
  },

  async exportPeople(about) {
    const { after, atMost } = parse(askedPart, about);
    const { database } = await inUse();
    return exportedPeople(database, after, atMost);
  },

  async restoreHead(about) {
    const head = parse(exportHead, about);
    const history = await historyOfFile(head.owner);
    const { database, trouble } = await historyDatabase(history.name);
    if (trouble !== undefined) throw new Refusal(trouble.code);
    await restoreAbout(database, head);
  },

  async restorePeople(about) {
    const people = parse(restoredPeople, about);
    const { name, database } = await inUse();
    await restore(database, people, newId, Date.now());
    return witnessed(name, database);
  },
};
