/**
 * The part of the protocol about keeping a history safe. Part of what our own pages may ask of the history that they show, see
 * page-questions.ts.
 */
import type { SinceBackup } from "../domain/backup/backup-due.ts";

/** A history at the moment when a backup of it was begun. */
export interface BackupMark {
  /** ms */
  readonly at: number;
  readonly revision: number;
}

/** A restore that can be undone. */
export interface UndoableRestore {
  /** When it was restored (ms). */
  readonly at: number;
}

/** What is asked about backups. */
export interface BackupReads {
  /** When the last backup was written, and what it does not hold. */
  backupState(): SinceBackup;
  /**
   * Of how many people pages or the user said something since the last backup. Without a backup: none are counted. Reads the whole history:
   * ask when the user looks at it.
   */
  peopleSinceBackup(): number;
  /** To be asked before a backup is made, and noted when it is written. */
  backupMark(): BackupMark;
  /** The last restore, as long as it can be undone. */
  undoableRestore(): UndoableRestore | undefined;
}

/** What is done about backups. */
export interface BackupWrites {
  /** Remembers that the backup that was begun then is written. */
  noteBackup(mark: BackupMark): void;
  /** Puts back what the last restore replaced. Nothing is undone where it was confirmed meanwhile: then it answers `false`. */
  undoRestore(): boolean;
  /** The user keeps what was restored: what it replaced goes. */
  keepRestore(): void;
}

/** The folder in which histories are kept. */
export interface FolderState {
  /** What the folder is called. */
  readonly name: string;
  /** The browser lets Tielight write there now; otherwise the user has to allow it again. */
  readonly isGranted: boolean;
  /** When the last file was written (ms); absent before. */
  readonly wroteAt?: number;
  /** How many other computers write there. */
  readonly others: number;
  /** Other computers whose last file is not there whole, yet. */
  readonly waiting: number;
  /** Other computers whose last file a later version wrote. */
  readonly later: number;
  /** Older files of this computer that still hold people who were deleted, because they could not be rewritten. */
  readonly held: number;
  /** The last try failed. */
  readonly hasFailed: boolean;
}

/** What is asked about the folder. It is of no history: all of them are kept there, each with its own files. */
export interface FolderQuestions {
  /** The folder, if there is one. */
  folderState(): FolderState | undefined;
  /** From now on this folder is used, which was sent on the channel of `folder-channel.ts`. Refused as `no-folder` where it did not come. */
  useFolder(asked: { readonly id: string }): void;
  /** Sends the folder on the same channel, so that a page can ask the browser for permission. Refused as `no-folder` where there is none. */
  sendFolder(asked: { readonly id: string }): void;
  /**
   * Takes in what others wrote, and writes what is new. With `now` the user wants a file to be written: a restore that can be undone is
   * kept first. Without, as once in the hour, such a restore is waited for.
   */
  keepFolder(asked: { readonly now: boolean }): void;
  /** The folder is no longer used. Its files stay. */
  forgetFolder(): void;
}

/** See the file. */
export interface BackupQuestions extends BackupReads, BackupWrites, FolderQuestions {}
