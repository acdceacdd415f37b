/**
 * What our own pages are answered about backups, and about undoing a restore.
 */
import { parse } from "valibot";
import type { BackupReads, BackupWrites } from "../../protocol/backup-questions.ts";
import { settingsUndone } from "../../settings/settings-undone.ts";
import { restoreUndone } from "../../storage/database/acts-answered.ts";
import { noteBackup, peopleSinceBackup, sinceBackup } from "../../storage/exchange/backup-note.ts";
import { keepRestore, undoableRestore, undoRestore } from "../../storage/exchange/undo-restore.ts";
import { storedCounts, storedRevision } from "../../storage/view/about.ts";
import { betweenRounds } from "../backup/kept-folder.ts";
import { goneTo, removeKept } from "../histories/histories.ts";
import { witnessed } from "../histories/open-histories.ts";
import { removeViews, takeBackViews } from "../kept/saved-views.ts";
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
    // Asked again, because the background ended before it answered: the history that the restore had begun is gone.
    if (named !== undefined && (await goneTo(named))?.isUndone === true) {
      await removeViews(named);
      await remind();
      return { answer: true };
    }
    const { name, database } = await historyToWrite(named);
    const undoable = await undoableRestore(database, Date.now());
    // First: when the restore is undone, nothing knows any more what they were.
    if (undoable?.settings !== undefined) {
      const { before, restored } = undoable.settings;
      await keepChosen((now) => settingsUndone(now, before, restored));
      await takeBackViews(name, before, restored);
    }
    const undone =
      (await undoRestore(database, Date.now())) ?? (await restoreUndone(database, Date.now()));
    // The restore had begun this history, and nothing has come to it since.
    const isEmpty = undone?.isNew === true && (await storedCounts(database)).people === 0;
    if (isEmpty) {
      await betweenRounds(() => removeKept(name, { isUndone: true }));
      await removeViews(name);
    } else await witnessed(name, database);
    await remind();
    return { answer: undone !== undefined, ...(!isEmpty && { history: name }) };
  },
};
