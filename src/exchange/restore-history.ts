/**
 * Restoring an exported history: staged while it is read, counted, and only then made part of the history, all or nothing.
 */
import type { RestorePreview } from "../domain/records/exported-history.ts";
import type { Asked } from "../protocol/transport.ts";
import type { PageQuestions } from "../protocol/page-questions.ts";
import { readHistory, type HistoryReading, type RestoreProblem } from "./read-history.ts";

/** The questions of a restore. */
export type RestoreAsked = Pick<
  Asked<PageQuestions>,
  "beginRestore" | "stageRestore" | "previewRestore" | "cancelRestore"
>;

/** A restore that waits for the user's word. */
export interface StagedRestore {
  readonly id: string;
  readonly reading: HistoryReading;
  readonly preview: RestorePreview;
}

/**
 * Reads a file and stages what is in it. Nothing of the history changes. What was staged is dropped when this fails.
 *
 * @param progress is called with the share of the file that was read, between 0 and 1
 * @throws what the questions throw, what the file throws that cannot be read, and the reason of the signal
 */
export async function stagedRestore(
  ask: RestoreAsked,
  file: Blob,
  progress: (share: number) => void,
  signal: AbortSignal,
): Promise<StagedRestore | { readonly problem: RestoreProblem }> {
  let begun: { readonly id: string } | undefined;
  let part = 0;
  try {
    const read = await readHistory(
      file,
      {
        begin: async (head) => {
          begun = await ask.beginRestore(head);
        },
        take: async (records) => {
          if (begun) await ask.stageRestore({ id: begun.id, part, records });
          part += 1;
        },
        progress,
      },
      signal,
    );
    if ("problem" in read || begun === undefined) {
      if (begun) await ask.cancelRestore(begun);
      return "problem" in read ? read : { problem: { code: "cut-off" } };
    }
    const preview = await ask.previewRestore(begun);
    signal.throwIfAborted();
    return { id: begun.id, reading: read.reading, preview };
  } catch (error) {
    // The first error is the one to tell; what stays staged is dropped by the next restore.
    if (begun) await ask.cancelRestore(begun).catch(() => undefined);
    throw error;
  }
}
