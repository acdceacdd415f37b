/**
 * What is known of how safe the history is. It is asked in one place, so that the section is drawn when all of it is known: what comes later would move
 * what the user is about to press.
 */
import { useCallback, useEffect, useMemo, useRef } from "preact/hooks";
import { type Answer, lastAnswer, useAnswer } from "../../components/acts/use-answer.ts";
import { useFollowed } from "../../components/use-followed.ts";
import type { SinceBackup } from "../../domain/backup/backup-due.ts";
import type { FolderState, UndoableRestore } from "../../protocol/backup-questions.ts";
import { watchChanges } from "../../protocol/changes.ts";
import { askFromPage } from "../../protocol/transport.ts";

/** What the last backup does not hold, with the number of people. */
export interface BackupKnown extends SinceBackup {
  readonly people: number;
}

/** See the file. What cannot be known is absent. */
export interface Safety {
  /** Something is asked for the first time. */
  readonly isWaiting: boolean;
  readonly backup?: BackupKnown;
  readonly undoable?: UndoableRestore;
  readonly folder?: FolderState;
  /** To be called after something was done. */
  readonly askAgain: () => void;
}

async function askBackup(): Promise<BackupKnown> {
  const state = await askFromPage.backupState();
  const people = state.at === undefined ? 0 : await askFromPage.peopleSinceBackup();
  return { ...state, people };
}

const askFolder = () => askFromPage.folderState();

/** An answer, and the history that it is of. */
interface OfHistory<T> {
  readonly of: string | undefined;
  readonly known?: T;
}

/** Asks about a history, if there is one. */
const askAbout =
  <T>(of: string | undefined, ask: () => Promise<T>) =>
  async (): Promise<OfHistory<T>> =>
    of === undefined ? { of } : { of, known: await ask() };

/** Whether an answer about this history is still to come. One that failed has come. */
const isAwaited = <T>(answer: Answer<OfHistory<T>>, history: string | undefined): boolean =>
  answer.state === "asked" || (answer.state === "answered" && answer.answer.of !== history);

/**
 * Asks about the history that the page shows, and again after each change of the folder.
 *
 * @param isHistoryKnown whether it is known which history that is, or that there is none
 */
export function useSafety(history: string | undefined, isHistoryKnown: boolean): Safety {
  const askState = useMemo(() => askAbout(history, askBackup), [history]);
  const askRestore = useMemo(
    () => askAbout(history, () => askFromPage.undoableRestore()),
    [history],
  );
  const [backup, askBackupAgain] = useAnswer(askState);
  const [restore, askRestoreAgain] = useFollowed(askRestore);
  const [folder, askFolderAgain] = useAnswer(askFolder);
  useEffect(() => {
    const gone = new AbortController();
    watchChanges((change) => {
      if (change.of === "value" && change.key === "folder") askFolderAgain();
    }, gone.signal);
    return () => gone.abort();
  }, [askFolderAgain]);
  const askAgain = useCallback(() => {
    askBackupAgain();
    askRestoreAgain();
    askFolderAgain();
  }, [askBackupAgain, askRestoreAgain, askFolderAgain]);
  // Once it is drawn it stays: what becomes of another history is no reason to take away what the user reads.
  const isDrawn = useRef(false);
  isDrawn.current ||=
    isHistoryKnown &&
    !isAwaited(backup, history) &&
    !isAwaited(restore, history) &&
    folder.state !== "asked";
  const isWaiting = !isDrawn.current;
  return useMemo(() => {
    const [state, undoable] = [lastAnswer(backup)?.known, lastAnswer(restore)?.known];
    const chosen = lastAnswer(folder);
    return {
      isWaiting,
      ...(state && { backup: state }),
      ...(undoable && { undoable }),
      ...(chosen && { folder: chosen }),
      askAgain,
    };
  }, [isWaiting, backup, restore, folder, askAgain]);
}
