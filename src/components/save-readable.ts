/**
 * "Save what can be read": a file of everything that can be read of a history whose files are damaged, and what is missing in it.
 */
import { importSource } from "../domain/records/archive-import.ts";
import type { ExportedRecords } from "../protocol/exchange-questions.ts";
import { askFromPage, Refusal } from "../protocol/transport.ts";
import { fileDate, offerFile } from "./offer-file.ts";

/** What became of it. */
export interface SavedFile {
  /** How many pieces of the history cannot be read. */
  readonly missing: number;
  /** When archives were brought of which pieces are missing (ms), oldest first. */
  readonly archives: readonly number[];
}

/** The import that a missing piece is of, as the background names pieces. */
const isOf = (piece: string, source: string): boolean =>
  piece.startsWith("parts ") && piece.includes(source);

const NOTHING = "nothing-readable";

/** Offers the file. @throws Refusal `nothing-readable` where that is so, and what the questions throw */
export async function saveReadable(): Promise<SavedFile> {
  const { historyFile } = await import("../exchange/write-history.ts");
  const missing = new Set<string>();
  const imports = new Map<string, number>();
  let isSomethingRead = false;
  const read = async (
    asked: Parameters<typeof askFromPage.exportRecords>[0],
  ): Promise<ExportedRecords> => {
    const part = await askFromPage.exportRecords({ ...asked, readable: true });
    for (const piece of part.missing ?? []) missing.add(piece);
    for (const record of part.records) {
      isSomethingRead ||= record.kind !== "settings";
      if (record.kind === "import")
        imports.set(importSource(record.import.id), record.import.doneAt);
    }
    return part;
  };
  const asker = { exportHead: () => askFromPage.exportHead(), exportRecords: read };
  const { signal } = new AbortController();
  const file = await historyFile(asker, false, () => undefined, signal).catch((error: unknown) => {
    // It does not even open.
    throw error instanceof Refusal && error.code === "unreadable" ? new Refusal(NOTHING) : error;
  });
  if (!isSomethingRead) throw new Refusal(NOTHING);
  offerFile(`tielight-${fileDate(Date.now())}.jsonl`, file);
  const incomplete = [...imports].filter(([source]) =>
    [...missing].some((piece) => isOf(piece, source)),
  );
  return {
    missing: missing.size,
    archives: [...new Set(incomplete.map(([, doneAt]) => doneAt))].sort((a, b) => a - b),
  };
}
