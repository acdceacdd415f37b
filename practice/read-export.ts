/**
 * An exported history as people: what the extension knows, without looking into the browser.
 */
import { gunzipSync } from "node:zlib";
import { parse } from "valibot";
import {
  type ExportedRecord,
  type ExportHead,
  withHandles,
} from "../src/domain/records/exported-history.ts";
import type { ProjectedPerson } from "../src/domain/projection/person-of.ts";
import { project } from "../src/domain/projection/project.ts";
import { headLine, recordLine } from "../src/exchange/record-schemas.ts";
import { stagedLine, stagedRecordSchema } from "../src/exchange/record-lines.ts";

/** What is in an export. */
export interface ReadExport {
  readonly owner: ExportHead["owner"];
  readonly records: readonly ExportedRecord[];
  readonly people: readonly ProjectedPerson[];
}

/** The people that records make. */
export function peopleOf(records: readonly ExportedRecord[]): readonly ProjectedPerson[] {
  const { people } = project({
    statements: records.flatMap((one) =>
      one.kind === "statement" ? [withHandles(one.statement, (person) => person)] : [],
    ),
    links: records.flatMap((one) => (one.kind === "link" ? [one.link] : [])),
    registers: records.flatMap((one) => (one.kind === "register" ? [one.register] : [])),
  });
  return people;
}

/**
 * Reads the text of an export.
 *
 * @throws for a line that is not as it has to be
 */
export function readExport(text: string): ReadExport {
  const [head, ...lines] = text.trimEnd().split("\n");
  const { owner } = parse(headLine, JSON.parse(head ?? ""));
  // The last line is no record.
  const records = lines
    .slice(0, -1)
    .map((line) => parse(stagedRecordSchema, stagedLine(parse(recordLine, JSON.parse(line)))));
  return { owner, records, people: peopleOf(records) };
}

/** Reads a backup as the browser saved it. @throws as `readExport` */
export const readBackup = (bytes: Buffer): ReadExport =>
  readExport(gunzipSync(bytes).toString("utf8"));
