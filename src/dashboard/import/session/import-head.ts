/** What is said of an import before its parts come. */
import type { ImportHead } from "../../../domain/records/archive-import.ts";
import type { ArchiveContents } from "../../reader/archive-work.ts";

/**
 * The head of an import.
 *
 * @param now when the user began it (ms)
 */
export function importHeadOf(contents: ArchiveContents, id: string, now: number): ImportHead {
  return {
    id,
    at: now,
    madeAt: contents.madeAt,
    coverage: contents.coverage,
    circles: contents.circles,
    files: contents.files
      .filter(({ status }) => status === "read")
      .map(({ path, source, rows, used, merged, ambiguous, skipped }) => ({
        path,
        source,
        rows,
        used,
        merged,
        ambiguous,
        skipped: skipped.reduce((sum, { count }) => sum + count, 0),
      })),
  };
}
