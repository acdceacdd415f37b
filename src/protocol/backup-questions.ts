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
  /** Puts back what the last restore replaced. Nothing is undone where it was confirmed meanwhile: then it answers `false`. Asked again, it answers the same for a minute. */
  undoRestore(): boolean;
  /** The user keeps what was restored: what it replaced goes. */
  keepRestore(): void;
}

/** Another copy of a history (a browser profile, mostly of another computer) that has files in the folder. */
export interface FolderCopyView {
  /** Its random id, eight hexadecimal digits. */
  readonly copy: string;
  /** The day of its last file, by the clock of that computer: `2026-05-20`. */
  readonly day: string;
  readonly files: number;
  /** Everything that its last file says is in this browser too. */
  readonly isTaken: boolean;
  /** Its files are of a member whose history is not in this browser. */
  readonly isOfOther: boolean;
}

/** The folder in which histories are kept. */
export interface FolderState {
  /** What the folder is called. */
  readonly name: string;
  /** The browser lets Tielight write there now; otherwise the user has to allow it again. */
  readonly isGranted: boolean;
  /** When the last file of this computer was written that lies there (ms); absent where there is none. */
  readonly wroteAt?: number;
  /** Other computers that wrote there, the one first that wrote longest ago. */
  readonly copies: readonly FolderCopyView[];
  /** Other computers whose last file is not there whole, yet. */
  readonly waiting: number;
  /** Other computers whose last file a later version wrote. */
  readonly later: number;
  /** Older files of this computer that still hold people who were deleted, because they could not be rewritten. */
  readonly held: number;
  /** The last try failed. */
  readonly hasFailed: boolean;
  /**
   * Whether its files are sealed. `locked`: they are, and what others wrote can be read when the passphrase is given. `asks`: somebody else
   * sealed it, and nothing is written before the passphrase is given. `other-key`: somebody else sealed it with another key as well.
   */
  readonly seal: "none" | "sealed" | "locked" | "asks" | "other-key";
  /** Other computers whose last file cannot be read without the passphrase. */
  readonly locked: number;
  /** Keys in the folder that are damaged, or not there whole, yet. */
  readonly damagedKeys: number;
  /** Files of other computers, and renamed ones, that are not sealed, in a folder that is. */
  readonly unsealed: number;
  /** Files of this computer that are not sealed, in a folder that is: not yet, or never where they are damaged. */
  readonly unsealedOwn: number;
  /** The last try worked, and all files in the folder are sealed. */
  readonly isAllSealed: boolean;
}

/** A key of the folder, sealed with a passphrase. */
export interface FolderKeyFile {
  readonly id: string;
  /** base64 */
  readonly file: string;
}

/** A key of the folder that the page made, or opened with a passphrase. */
export interface SentKey {
  /** It, sealed: base64. */
  readonly file: string;
  /** What opens files: 32 bytes as base64. */
  readonly scalar: string;
  /** It is to be kept in this browser, so that what others write can be read at any time. */
  readonly isKept: boolean;
}

/** What is asked about the folder. It is of no history: all of them are kept there, each with its own files. */
export interface FolderQuestions {
  /** The folder, if there is one. */
  folderState(): FolderState | undefined;
  /** The keys in the folder that the passphrase has to open. */
  folderKeys(): readonly FolderKeyFile[];
  /**
   * From now on this folder is used, which was sent on the channel of `folder-channel.ts`. Its files are sealed with the key, if one is sent
   * and nobody sealed it before. Refused as `no-folder` where it did not come.
   */
  useFolder(asked: { readonly id: string; readonly key?: SentKey }): void;
  /**
   * From now on the files of the folder are sealed; those of this computer that are there already, too. Refused as `no-folder` where there is
   * none, `sealed-already` where somebody sealed it, `no-sealing` where the browser cannot.
   */
  sealFolder(asked: { readonly key: SentKey }): void;
  /** Goes on with keys of the folder that the passphrase has opened. Refused as `no-folder` where there is none. */
  openFolder(asked: { readonly keys: readonly SentKey[] }): void;
  /** Sends the folder on the same channel, so that a page can ask the browser for permission. Refused as `no-folder` where there is none. */
  sendFolder(asked: { readonly id: string }): void;
  /**
   * Takes in what others wrote, and writes what is new. With `now` the user wants a file to be written: a restore that can be undone is
   * kept first. Without, as once in the hour, such a restore is waited for.
   */
  keepFolder(asked: { readonly now: boolean }): void;
  /**
   * Removes the files of a copy whose computer is gone, after a round as with `now`. Refused as `copy-not-taken` where something of it would be
   * lost, `no-folder` where there is none.
   */
  takeOutOfFolder(asked: { readonly copy: string }): void;
  /** The folder is no longer used. Its files stay. */
  forgetFolder(): void;
}

/** See the file. */
export interface BackupQuestions extends BackupReads, BackupWrites, FolderQuestions {}
