/**
 * Writing a backup and offering it as a file.
 */
import { askFromPage } from "../../protocol/transport.ts";
import { fileDate, offerFile } from "../../components/offer-file.ts";

/** How a backup is to be written. */
export interface BackupAsked {
  /** Whether the marks of deleted people are in it. */
  readonly erased: boolean;
  /** Seals the file; absent where it stays open. */
  readonly seal?: (file: Blob) => Promise<{ readonly file: Blob; readonly check: string }>;
  /** Is called with the number of records written so far. */
  readonly progress: (records: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Writes everything of the history into a file and offers it.
 *
 * @returns the name of the file
 * @throws what the questions and the seal throw, and the reason of the signal
 */
export async function backUp({ erased, seal, progress, signal }: BackupAsked): Promise<string> {
  // Loaded when they are wanted, as most visits of the page do without.
  const [{ historyFile }, { gzipped }, { backupName }] = await Promise.all([
    import("../../exchange/write-history.ts"),
    import("../../exchange/backup/gzip.ts"),
    import("../../exchange/backup/backup-name.ts"),
  ]);
  // A history that cannot be used is backed up as far as it can be read; nothing is noted of it.
  const mark = await askFromPage.backupMark().catch(() => undefined);
  const packed = await gzipped(await historyFile(askFromPage, erased, progress, signal));
  signal.throwIfAborted();
  const made = await seal?.(packed);
  signal.throwIfAborted();
  const name = backupName(fileDate(Date.now()), made?.check);
  offerFile(name, made?.file ?? packed);
  // The file is there. Where that cannot be noted, the reminder comes too early, and no more.
  if (mark !== undefined) await askFromPage.noteBackup(mark).catch(() => undefined);
  return name;
}
