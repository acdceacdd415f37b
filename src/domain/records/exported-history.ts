/**
 * A history as it leaves and enters Tielight: records, and the same records as lines of a file.
 * `docs/formats/tielight-history.md` describes the file.
 */
import { importSource, type LoggedImport } from "./archive-import.ts";
import type { Alias } from "../person/person.ts";
import type { SentMessage } from "../person/sent-message.ts";
import type { ReplicaId } from "./hybrid-time.ts";
import type { Link } from "./link.ts";
import { linkId, registerId } from "./record-set.ts";
import type { Rule } from "./rule.ts";
import type { RegisterRecord } from "./register.ts";
import type {
  HistoryStatement,
  MadeWeek,
  PersonStatement,
  PostStatement,
  Register,
  SaidByHand,
  SaidOfHistory,
  SaidOfPerson,
  SaidOfPost,
  Statement,
  StatementKey,
  WeekRow,
} from "./statement.ts";
import { HISTORY, type PersonSubject, type PostSubject } from "./subject.ts";

/** What stands at the head of an export. */
export interface ExportHead {
  readonly format: "tielight-history";
  readonly version: 1;
  /** When it was made (ms). */
  readonly exportedAt: number;
  /** The owner of the history. */
  readonly owner: { readonly aliases: readonly Alias[]; readonly name?: string };
}

/** Values that JSON has. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

/** An object of JSON. */
export interface JsonObject {
  readonly [name: string]: JsonValue;
}

/** A row of a week. The person stands for the handle, because handles are made with a key that stays in the browser. */
export interface ExportedWeekRow extends Omit<WeekRow, "handle"> {
  /** An alias of the person, or the name of a person who is known by name only. */
  readonly person: PersonSubject;
}

/** A week as it was made, see {@link ExportedWeekRow}. */
export interface ExportedWeek extends Omit<MadeWeek, "rows"> {
  readonly rows: readonly ExportedWeekRow[];
}

/** What a source says of the history, see {@link ExportedWeekRow}. */
export interface ExportedAboutHistory extends Omit<SaidOfHistory, "weeks"> {
  readonly weeks?: readonly ExportedWeek[];
}

/** A statement about the history, see {@link ExportedWeekRow}. */
export interface ExportedHistoryStatement extends Omit<HistoryStatement, "body"> {
  readonly body: ExportedAboutHistory;
}

/** A statement without handles. */
export type ExportedStatement = PersonStatement | PostStatement | ExportedHistoryStatement;

/** The handles in the weeks of a statement. */
export const handlesIn = (statement: Statement): readonly string[] =>
  statement.subject === HISTORY
    ? (statement.body.weeks ?? []).flatMap(({ rows }) => rows.map(({ handle }) => handle))
    : [];

/** The people in the weeks of a statement. */
export const peopleIn = (statement: ExportedStatement): readonly PersonSubject[] =>
  statement.subject === HISTORY
    ? (statement.body.weeks ?? []).flatMap(({ rows }) => rows.map(({ person }) => person))
    : [];

/** A statement about the history; its weeks have such rows. */
interface WithRows<Row> extends Omit<HistoryStatement, "body"> {
  readonly body: Omit<SaidOfHistory, "weeks"> & {
    readonly weeks?: readonly (Omit<MadeWeek, "rows"> & { readonly rows: readonly Row[] })[];
  };
}

/** The same statement, with the rows of its weeks written in another way. */
function withRows<From, To>(
  { body: { weeks, ...body }, ...statement }: WithRows<From>,
  rewritten: (rows: readonly From[]) => readonly To[],
): WithRows<To> {
  if (weeks === undefined) return { ...statement, body };
  const changed = weeks.map((week) => ({ ...week, rows: rewritten(week.rows) }));
  return { ...statement, body: { ...body, weeks: changed } };
}

/**
 * A statement with people in place of handles. A row is left out if its handle leads to nobody: nothing outside of this browser
 * could ever find out who it was.
 */
export function withPeople(
  statement: Statement,
  personOf: (handle: string) => PersonSubject | undefined,
): ExportedStatement {
  if (statement.subject !== HISTORY) return statement;
  return withRows(statement, (rows) =>
    rows.flatMap(({ handle, ...row }) => {
      const person = personOf(handle);
      return person === undefined ? [] : [{ ...row, person }];
    }),
  );
}

/** A statement with handles in place of people, see {@link withPeople}. */
export function withHandles(
  statement: ExportedStatement,
  handleOf: (person: PersonSubject) => string,
): Statement {
  if (statement.subject !== HISTORY) return statement;
  return withRows(statement, (rows) =>
    rows.map(({ person, ...row }) => ({ ...row, handle: handleOf(person) })),
  );
}

/** An import that is part of the history. What it says is in statements of its source. */
export interface ExportedImport extends LoggedImport {
  readonly replica: ReplicaId;
}

/** A record of an export. */
export type ExportedRecord =
  | { readonly kind: "import"; readonly import: ExportedImport }
  /** A key under which marks of erased aliases were made: base64url without padding. */
  | { readonly kind: "key"; readonly key: string }
  | { readonly kind: "link"; readonly link: Link }
  | { readonly kind: "register"; readonly register: RegisterRecord }
  | { readonly kind: "settings"; readonly settings: JsonObject }
  | { readonly kind: "statement"; readonly statement: ExportedStatement };

/** What names a record among all of an export. Records are exported in the order of this text by code unit. */
export function recordId(record: ExportedRecord): string {
  switch (record.kind) {
    case "import":
      return `import\n${importSource(record.import.id)}\n${record.import.replica}`;
    case "key":
      return `key\n${record.key}`;
    case "link":
      return `link\n${linkId(record.link)}`;
    case "register":
      return `register\n${registerId(record.register)}`;
    case "settings":
      return "settings";
    case "statement": {
      const { subject, source, replica } = record.statement;
      return `statement\n${subject}\n${source}\n${replica}`;
    }
  }
}

/** A register of several with keys, as a line holds it. */
export interface RegisterEntry<T> extends Register<T> {
  /** The id of the note, reminder, sent message or rule, the tag, or the natural key of the interaction. */
  readonly key: string;
}

/** What a line says of a person; `Facts` is the form of the interactions. Registers with keys are lists, sorted by key. */
export interface PersonBodyLine<Facts>
  extends Omit<SaidOfPerson, "facts">, Pick<SaidByHand, "choices"> {
  readonly facts?: Facts;
  readonly notes?: readonly RegisterEntry<string>[];
  readonly tags?: readonly RegisterEntry<boolean>[];
  readonly reminders?: readonly RegisterEntry<number>[];
  readonly sent?: readonly RegisterEntry<SentMessage>[];
  readonly removed?: readonly RegisterEntry<boolean>[];
}

/** What a line says of a post. */
export interface PostBodyLine<Facts> extends Omit<SaidOfPost, "facts"> {
  readonly facts?: Facts;
}

interface StatementLine<Subject, Body> extends StatementKey {
  readonly kind: "statement";
  readonly subject: Subject;
  readonly version: number;
  readonly body: Body;
}

/** A statement about a person as one line. */
export type PersonLine<Facts> = StatementLine<PersonSubject, PersonBodyLine<Facts>>;

/** What a line says of the history, see {@link ExportedWeekRow}. */
export interface HistoryBodyLine extends Omit<ExportedAboutHistory, "rules"> {
  readonly rules?: readonly RegisterEntry<Rule>[];
}

/** A statement about a post as one line. */
export type PostLine<Facts> = StatementLine<PostSubject, PostBodyLine<Facts>>;

/** A record as one line; `Facts` is the form of the interactions. */
export type RecordLine<Facts> =
  | ({ readonly kind: "import" } & ExportedImport)
  | { readonly kind: "key"; readonly key: string }
  | ({ readonly kind: "link" } & Link)
  | ({ readonly kind: "register" } & RegisterRecord)
  | { readonly kind: "settings"; readonly settings: JsonObject }
  | PersonLine<Facts>
  | PostLine<Facts>
  | StatementLine<typeof HISTORY, HistoryBodyLine>;

/** What a restore would change. */
export interface RestorePreview {
  /** The revision of the history that was counted against. */
  readonly revision: number;
  readonly peopleNew: number;
  readonly peopleChanged: number;
  readonly interactions: number;
  /** Choices, notes, tags and reminders. */
  readonly choices: number;
  /** People who would be forgotten. */
  readonly erasures: number;
  /** Records that the history does not take: of people who were erased here. */
  readonly setAside: number;
}
