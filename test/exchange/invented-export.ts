/**
 * The questions of an export and a restore, answered out of memory, so that files can be tested without a store.
 */
import { parse } from "valibot";
import {
  type ExportedRecord,
  type ExportHead,
  recordId,
  type RestorePreview,
} from "../../src/domain/records/exported-history.ts";
import type { ExportAsker } from "../../src/exchange/write-history.ts";
import { historyFile } from "../../src/exchange/write-history.ts";
import { stagedRecordSchema } from "../../src/exchange/record-lines.ts";
import { type RestoreAsked, stagedRestore } from "../../src/exchange/restore-history.ts";
import { HEAD } from "./arbitrary-records.ts";

const NEVER = new AbortController().signal;

/** Answers an export with these records, so many at a time. */
export function exporting(records: readonly ExportedRecord[], inPart = 3): ExportAsker {
  const sorted = records.toSorted((a, b) => (recordId(a) < recordId(b) ? -1 : 1));
  return {
    exportHead: async () => HEAD,
    exportRecords: async ({ after = "0" }) => {
      const start = Number(after);
      return {
        // In another order than that of their ids.
        records: sorted.slice(start, start + inPart).reverse(),
        ...(start + inPart < sorted.length && { next: String(start + inPart) }),
      };
    },
  };
}

/** The text of an export of these records. */
export const exportedText = async (records: readonly ExportedRecord[]): Promise<string> =>
  (await historyFile(exporting(records), true, () => undefined, NEVER)).text();

/** What a background would have received and answered. */
export interface Restoring extends RestoreAsked {
  readonly heads: ExportHead[];
  readonly records: ExportedRecord[];
  readonly cancelled: string[];
}

/** A background that counts nothing and stores everything in memory, checked as the real one checks it. */
export function restoring(): Restoring {
  const parts = new Map<number, readonly ExportedRecord[]>();
  const heads: ExportHead[] = [];
  const records: ExportedRecord[] = [];
  const cancelled: string[] = [];
  return {
    heads,
    records,
    cancelled,
    beginRestore: async (head) => {
      heads.push(head);
      return { id: "restore-1" };
    },
    stageRestore: async ({ part, records: staged }) => {
      // As messages travel: through JSON.
      const travelled: unknown = JSON.parse(JSON.stringify(staged));
      parts.set(
        part,
        (travelled as readonly unknown[]).map((one) => parse(stagedRecordSchema, one)),
      );
    },
    previewRestore: async () => {
      records.push(...[...parts].sort(([a], [b]) => a - b).flatMap(([, part]) => part));
      return { ...NOTHING, peopleNew: records.length };
    },
    cancelRestore: async ({ id }) => {
      cancelled.push(id);
    },
  };
}

/** Somebody with a tag, as the user's hand said. */
export const TAGGED = {
  kind: "statement",
  statement: {
    subject: "slug:ada-example",
    source: "hand",
    replica: "r1",
    version: 1,
    body: { tags: { friend: { value: true, time: [1, 0, "r1"] } } },
  },
} as const satisfies ExportedRecord;

/** A restore that changes nothing. */
export const NOTHING: RestorePreview = {
  revision: 7,
  peopleNew: 0,
  peopleChanged: 0,
  interactions: 0,
  choices: 0,
  erasures: 0,
  setAside: 0,
};

/** Stages a file and answers what came of it. */
export async function restored(content: string | Uint8Array<ArrayBuffer>) {
  const background = restoring();
  const shares: number[] = [];
  const result = await stagedRestore(
    background,
    new Blob([content]),
    (share) => shares.push(share),
    NEVER,
  );
  return { background, result, shares };
}
