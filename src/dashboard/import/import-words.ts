/** Archives and imports in words. */
import type { RefusedFile } from "../../linkedin/archive/files/file-names.ts";
import type { FileReport, FileStatus } from "../../linkedin/archive/reading.ts";
import type { ArchiveRefusal, RefusalCode } from "../../linkedin/archive/files/refusal.ts";
import type { SkipReason } from "../../linkedin/archive/files/tally.ts";
import { DAY_MS } from "../../domain/time/day.ts";
import { durationText } from "../../words/moments.ts";
import { plainName } from "../../words/name-text.ts";
import { interfaceLanguage, numberText, text, type TextKey } from "../../words/text.ts";

const REFUSALS: Record<RefusalCode, TextKey<{ file: string; found: string; limit: string }>> = {
  "not-a-zip": "importRefused_not_a_zip",
  truncated: "importRefused_truncated",
  damaged: "importRefused_damaged",
  "ambiguous-zip": "importRefused_ambiguous_zip",
  encrypted: "importRefused_encrypted",
  split: "importRefused_split",
  "unknown-method": "importRefused_unknown_method",
  overlapping: "importRefused_overlapping",
  duplicated: "importRefused_duplicated",
  "too-many-entries": "importRefused_too_many_entries",
  "archive-too-large": "importRefused_archive_too_large",
  "entry-too-large": "importRefused_entry_too_large",
  "total-too-large": "importRefused_total_too_large",
  ratio: "importRefused_ratio",
  "row-too-long": "importRefused_row_too_long",
  "not-readable": "importRefused_not_readable",
  "several-owners": "importRefused_several_owners",
};

/** Codes whose numbers are bytes. */
const IN_BYTES: ReadonlySet<RefusalCode> = new Set([
  "archive-too-large",
  "entry-too-large",
  "total-too-large",
]);

const SKIPPED: Record<SkipReason, TextKey> = {
  "bad-date": "importSkipped_bad_date",
  "date-in-future": "importSkipped_date_in_future",
  "date-too-early": "importSkipped_date_too_early",
  "wrong-columns": "importSkipped_wrong_columns",
  "hidden-account": "importSkipped_hidden_account",
  "deleted-account": "importSkipped_deleted_account",
  system: "importSkipped_system",
  draft: "importSkipped_draft",
  sponsored: "importSkipped_sponsored",
  spam: "importSkipped_spam",
  "to-self": "importSkipped_to_self",
  "invitation-note": "importSkipped_invitation_note",
  "name-unknown": "importSkipped_name_unknown",
  "no-person": "importSkipped_no_person",
  "owner-unknown": "importSkipped_owner_unknown",
  "not-with-owner": "importSkipped_not_with_owner",
  "no-direction": "importSkipped_no_direction",
  "no-post": "importSkipped_no_post",
  "not-a-post": "importSkipped_not_a_post",
  "own-post": "importSkipped_own_post",
  unfollowed: "importSkipped_unfollowed",
  empty: "importSkipped_empty",
};

const NOT_READ: Record<RefusedFile | Exclude<FileStatus, "read" | "refused">, TextKey> = {
  unreadable: "importFile_unreadable",
  "not-needed": "importFile_not_needed",
  unknown: "importFile_unknown",
  "assistant-chat": "importFile_assistant_chat",
  "phone-book": "importFile_phone_book",
  "unsafe-name": "importFile_unsafe_name",
  workbook: "importFile_workbook",
};

const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

/** An amount of data: "12 MB". */
export function bytesText(bytes: number): string {
  const power = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const unit = UNITS[power] ?? "byte";
  const value = bytes / 1000 ** power;
  return new Intl.NumberFormat(interfaceLanguage(), {
    style: "unit",
    unit,
    unitDisplay: power === 0 ? "long" : "short",
    maximumFractionDigits: value < 10 && power > 1 ? 1 : 0,
  }).format(value);
}

/** From which month to which: "Dec 2016 – Nov 2026". */
export function monthsText({ from, to }: { readonly from: number; readonly to: number }): string {
  return new Intl.DateTimeFormat(interfaceLanguage(), {
    year: "numeric",
    month: "short",
  }).formatRange(from, to);
}

/** How long an archive reaches back: "10 years"; below two years in months. */
export const spanText = ({ from, to }: { readonly from: number; readonly to: number }): string =>
  durationText((to - from) / DAY_MS);

/** Why an archive was not read. */
export function archiveRefusalText({ code, detail }: ArchiveRefusal): string {
  const { source = "", entry, found = 0, limit = 0 } = detail;
  const place =
    entry === undefined || entry === source
      ? plainName(source || (entry ?? ""))
      : text("importRefusedIn", { file: plainName(entry), archive: plainName(source) });
  const number = IN_BYTES.has(code) ? bytesText : numberText;
  return text(REFUSALS[code], { file: place, found: number(found), limit: number(limit) });
}

/** Why rows were left out. */
export const skipText = (reason: SkipReason): string => text(SKIPPED[reason]);

/** Why nothing of a file was read; `undefined` for files that were. */
export function notReadText({ status, refusedFor }: FileReport): string | undefined {
  if (status === "read") return undefined;
  if (status !== "refused") return text(NOT_READ[status]);
  return refusedFor && text(NOT_READ[refusedFor]);
}

/** The last part of a path: what a person calls the file. */
export const fileText = (path: string): string => plainName(path.split(/[\\/]/).pop() ?? path);

/** How long is left, in words that do not change every moment; `undefined` while nobody can say. */
export function timeLeftText(elapsedMs: number, done: number, total: number): string | undefined {
  if (elapsedMs < 1500 || done <= 0 || done > total) return undefined;
  const seconds = (elapsedMs * (total - done)) / done / 1000;
  if (seconds < 3) return text("importSoonDone");
  const isMinutes = seconds >= 90;
  const value = isMinutes ? Math.round(seconds / 60) : Math.ceil(seconds / 5) * 5;
  const duration = new Intl.NumberFormat(interfaceLanguage(), {
    style: "unit",
    unit: isMinutes ? "minute" : "second",
    unitDisplay: "long",
  }).format(value);
  return text("importTimeLeft", { duration });
}
