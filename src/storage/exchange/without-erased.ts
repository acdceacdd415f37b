/**
 * Taking those who were erased out of records that were exported before.
 */
import type { ExportedRecord } from "../../domain/records/exported-history.ts";
import { peopleIn } from "../../domain/records/exported-history.ts";
import { recordWithout } from "../../domain/records/export-without.ts";
import { registersInForce } from "../../domain/projection/registers-in-force.ts";
import type { HistoryDatabase } from "../database/database.ts";
import { groundOf } from "../ground/ground.ts";
import { erasedAmong } from "../records/known-subjects.ts";

/** A text that is another one after every erasure, and after every one that was lifted; empty while nobody is erased. */
export async function erasuresNow(database: HistoryDatabase): Promise<string> {
  const { registers } = await groundOf(database);
  const times = registers.flatMap(({ word, time }) =>
    word.kind === "erased" ? [`${time.join(" ")}`] : [],
  );
  return times.length === 0 ? "" : `${times.length} ${times.sort().at(-1)}`;
}

/** Every alias and name that a record speaks of. */
function subjectsIn(record: ExportedRecord): readonly string[] {
  if (record.kind === "link") return [record.link.a, record.link.b];
  if (record.kind === "register") {
    const { word } = record.register;
    if (word.kind === "pair") return [word.a, word.b];
    return word.kind === "named" || word.kind === "author" ? [word.value] : [];
  }
  if (record.kind !== "statement") return [];
  const { statement } = record;
  const { body } = statement;
  const authors = "authors" in body ? (body.authors ?? []).flatMap(({ alias }) => alias ?? []) : [];
  const mutual = "mutual" in body ? (body.mutual ?? []).flatMap(({ named }) => named) : [];
  return [statement.subject, ...authors, ...mutual, ...peopleIn(statement)];
}

/** The records without everybody who is erased in this history; the same ones where nobody is in them. */
export async function withoutErased(
  database: HistoryDatabase,
  records: readonly ExportedRecord[],
): Promise<readonly ExportedRecord[]> {
  const { erased } = registersInForce((await groundOf(database)).registers);
  const marks = await erasedAmong(database, erased, new Set(records.flatMap(subjectsIn)));
  if (marks.size === 0) return records;
  return records.flatMap((record) =>
    recordWithout(record, {
      isGone: (subject) => marks.has(subject),
      markOf: (alias) => marks.get(alias),
    }),
  );
}
