/**
 * Records of an export without everything that speaks of some people.
 */
import type { Alias } from "../person/person.ts";
import type { ExportedRecord } from "./exported-history.ts";
import { NO_RECORDS } from "./record-set.ts";
import { HISTORY, type PersonSubject } from "./subject.ts";
import { type Removal, withoutSubjects } from "./without-subjects.ts";

/** Who is left out. */
interface LeavingOut {
  readonly isGone: (subject: PersonSubject) => boolean;
  readonly markOf: (alias: Alias) => string | undefined;
}

/** A record without them; nothing where nothing is left of it. */
export function recordWithout(record: ExportedRecord, out: LeavingOut): readonly ExportedRecord[] {
  const removal: Removal = { ...out, isGoneHandle: () => false };
  if (record.kind === "link")
    return withoutSubjects({ ...NO_RECORDS, links: [record.link] }, removal).links.map((link) => ({
      kind: "link",
      link,
    }));
  if (record.kind === "register")
    return withoutSubjects({ ...NO_RECORDS, registers: [record.register] }, removal).registers.map(
      (register) => ({ kind: "register", register }),
    );
  if (record.kind !== "statement") return [record];
  const { statement } = record;
  if (statement.subject !== HISTORY)
    return withoutSubjects({ ...NO_RECORDS, statements: [statement] }, removal).statements.map(
      (left) => ({ kind: "statement", statement: left as typeof statement }),
    );
  const { weeks, ...body } = statement.body;
  if (weeks === undefined) return [record];
  const left = weeks.map((week) => ({
    ...week,
    rows: week.rows.filter(({ person }) => !out.isGone(person)),
  }));
  return [{ kind: "statement", statement: { ...statement, body: { ...body, weeks: left } } }];
}
