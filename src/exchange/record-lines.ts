/**
 * Records as lines of a file, and back. Interactions leave packed columns for plain objects, and sets of registers become lists, so that
 * no text of the user is a name of a field.
 */
import { pipe, transform } from "valibot";
import type {
  ExportedAboutHistory,
  ExportedRecord,
  ExportedStatement,
  HistoryBodyLine,
  PersonBodyLine,
  RecordLine,
  RegisterEntry,
} from "../domain/records/exported-history.ts";
import { compareInteractions } from "../domain/interactions/history.ts";
import {
  type Fact,
  interactionsOf,
  packed,
  type PackedInteractions,
} from "../domain/interactions/interaction-columns.ts";
import type { PersonStatement, Register } from "../domain/records/statement.ts";
import { HISTORY, isPost, type PostSubject } from "../domain/records/subject.ts";
import { stagedRecord } from "./record-schemas.ts";

/** Registers with keys, as a statement holds them. */
type Registers<T> = Readonly<Record<string, Register<T>>>;

const entriesOf = <T>(registers: Registers<T>): readonly RegisterEntry<T>[] =>
  Object.entries(registers)
    .map(([key, register]) => ({ key, ...register }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));

/** `fromEntries` makes every key a property of the object itself, also those that assignments take for something else. */
const registersOf = <T>(entries: readonly RegisterEntry<T>[]): Registers<T> =>
  Object.fromEntries(entries.map(({ key, ...register }) => [key, register]));

/** Whether a statement is about a post. */
const isOfPost = <One extends { readonly subject: string }>(
  one: One,
): one is Extract<One, { readonly subject: PostSubject }> => isPost(one.subject);

/** The same line with its interactions in another form. */
function withFacts<From, To>(line: RecordLine<From>, form: (facts: From) => To): RecordLine<To> {
  if (line.kind !== "statement" || line.subject === HISTORY) return line;
  if (isOfPost(line)) {
    const { facts, ...rest } = line.body;
    return { ...line, body: { ...rest, ...(facts !== undefined && { facts: form(facts) }) } };
  }
  const { facts, ...rest } = line.body;
  return { ...line, body: { ...rest, ...(facts !== undefined && { facts: form(facts) }) } };
}

function personLine({
  notes,
  tags,
  reminders,
  sent,
  removed,
  ...rest
}: PersonStatement["body"]): PersonBodyLine<PackedInteractions> {
  return {
    ...rest,
    ...(notes && { notes: entriesOf(notes) }),
    ...(tags && { tags: entriesOf(tags) }),
    ...(reminders && { reminders: entriesOf(reminders) }),
    ...(sent && { sent: entriesOf(sent) }),
    ...(removed && { removed: entriesOf(removed) }),
  };
}

function personBody({
  notes,
  tags,
  reminders,
  sent,
  removed,
  ...rest
}: PersonBodyLine<PackedInteractions>): PersonStatement["body"] {
  return {
    ...rest,
    ...(notes && { notes: registersOf(notes) }),
    ...(tags && { tags: registersOf(tags) }),
    ...(reminders && { reminders: registersOf(reminders) }),
    ...(sent && { sent: registersOf(sent) }),
    ...(removed && { removed: registersOf(removed) }),
  };
}

const historyLine = ({ rules, ...rest }: ExportedAboutHistory): HistoryBodyLine => ({
  ...rest,
  ...(rules && { rules: entriesOf(rules) }),
});

const historyBody = ({ rules, ...rest }: HistoryBodyLine): ExportedAboutHistory => ({
  ...rest,
  ...(rules && { rules: registersOf(rules) }),
});

function statementLine(statement: ExportedStatement): RecordLine<PackedInteractions> {
  const { source, replica, version } = statement;
  const said = { kind: "statement", source, replica, version } as const;
  if (statement.subject === HISTORY)
    return { ...said, subject: statement.subject, body: historyLine(statement.body) };
  if (isOfPost(statement)) return { ...said, subject: statement.subject, body: statement.body };
  return { ...said, subject: statement.subject, body: personLine(statement.body) };
}

/** The line with its interactions packed. What a store adds to a record stays out. */
function packedLine(exported: ExportedRecord): RecordLine<PackedInteractions> {
  switch (exported.kind) {
    case "import": {
      const { id, replica, at, madeAt, doneAt, owner, coverage, circles, files, outcome } =
        exported.import;
      const times = { at, madeAt, doneAt };
      const origin = { ...(owner && { owner }), replica };
      return { kind: "import", id, ...times, ...origin, coverage, circles, files, outcome };
    }
    case "key":
      return { kind: "key", key: exported.key };
    case "settings":
      return { kind: "settings", settings: exported.settings };
    case "link": {
      const { a, b, source, replica, version, evidence, firstAt } = exported.link;
      return { kind: "link", a, b, source, replica, version, evidence, firstAt };
    }
    case "register": {
      const { word, replica, time } = exported.register;
      return { kind: "register", word, replica, time };
    }
    case "statement":
      return statementLine(exported.statement);
  }
}

/** The record of a line with packed interactions. */
function exportedRecord(line: RecordLine<PackedInteractions>): ExportedRecord {
  switch (line.kind) {
    case "import": {
      const { kind, ...logged } = line;
      return { kind, import: logged };
    }
    case "key":
    case "settings":
      return line;
    case "link": {
      const { kind, ...link } = line;
      return { kind, link };
    }
    case "register": {
      const { kind, ...register } = line;
      return { kind, register };
    }
    case "statement": {
      if (line.subject === HISTORY) {
        const { kind, body, ...statement } = line;
        return { kind, statement: { ...statement, body: historyBody(body) } };
      }
      if (isOfPost(line)) {
        const { kind, ...statement } = line;
        return { kind, statement };
      }
      const { kind, body, ...statement } = line;
      return { kind, statement: { ...statement, body: personBody(body) } };
    }
  }
}

/** Every statement has one source for all it says, so that a fact has none of its own. */
const plainFacts = (facts: PackedInteractions): readonly Fact[] =>
  interactionsOf(facts, []).map(({ sources: _sources, ...fact }) => fact);

/** In the order of the history, each once. */
const packedFacts = (facts: readonly Fact[]): PackedInteractions =>
  packed(
    facts.toSorted(compareInteractions).filter((fact, place, all) => {
      const before = all[place - 1];
      return before === undefined || compareInteractions(before, fact) !== 0;
    }),
  );

/** The line of a record. */
export const lineOf = (record: ExportedRecord): RecordLine<readonly Fact[]> =>
  withFacts(packedLine(record), plainFacts);

/** A line as it is staged. */
export const stagedLine = (line: RecordLine<readonly Fact[]>): RecordLine<PackedInteractions> =>
  withFacts(line, packedFacts);

/** The form of a staged line; what comes out is the record. */
export const stagedRecordSchema = pipe(stagedRecord, transform(exportedRecord));
