/**
 * What our own pages are answered about backups, and about undoing a restore.
 */
import { parse } from "valibot";
import type { BackupReads, BackupWrites } from "../../protocol/backup-questions.ts";
import { settingsUndone } from "../../settings/settings-undone.ts";
import { noteBackup, peopleSinceBackup, sinceBackup } from "../../storage/exchange/backup-note.ts";
import { keepRestore, undoableRestore, undoRestore } from "../../storage/exchange/undo-restore.ts";
import { storedCounts, storedRevision } from "../../storage/view/about.ts";
import { betweenRounds } from "../backup/kept-folder.ts";
import { removeKept } from "../histories/histories.ts";
import { witnessed } from "../histories/open-histories.ts";
import { removeViews, takeBackViews } from "../kept/saved-views.ts";
import { settings } from "../kept/settings-kept.ts";
import { notedBackup } from "../questions/backup-questions-checked.ts";
import { keepChosen } from "../browser/keep-chosen.ts";
import { remind } from "../browser/reminders.ts";
import { historyToWrite } from "../histories/history-in-use.ts";
import { type PageAnswers, reading, writing } from "./answers.ts";

/** Answers that write nothing of the history. */
export const backupReads = reading<BackupReads>({
  backupState: (_about, { database }) => sinceBackup(database),
  peopleSinceBackup: (_about, { database }) => peopleSinceBackup(database),
  backupMark: async (_about, { database }) => ({
    at: Date.now(),
    revision: await storedRevision(database),
  }),
  async undoableRestore(_about, { database }) {
    const head = await undoableRestore(database, Date.now());
    return head && { at: head.at };
  },
});

/** Answers that write. */
export const backupWrites: PageAnswers<BackupWrites> = {
  ...writing<Omit<BackupWrites, "undoRestore">>({
    noteBackup: (about, { database }) => noteBackup(database, parse(notedBackup, about)),
    keepRestore: (_about, { database }) => keepRestore(database),
  }),

  async undoRestore(_about, named) {
    const { name, database } = await historyToWrite(named);
    const undone = await undoRestore(database, Date.now());
    if (undone?.settings !== undefined) {
      const { before, restored } = undone.settings;
      await keepChosen(settingsUndone(await settings(), before, restored));
      await takeBackViews(name, before, restored);
    }
    // The restore had begun this history, and nothing has come to it since.
    const isEmpty = undone?.isNew === true && (await storedCounts(database)).people === 0;
    if (isEmpty) {
      await betweenRounds(() => removeKept(name));
      await removeViews(name);
    } else await witnessed(name, database);
    await remind();
    return { answer: undone !== undefined, ...(!isEmpty && { history: name }) };
  },
};
