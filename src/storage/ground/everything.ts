/**
 * All records of a history in memory, for a change that touches many people. What imports say stays text until it is needed.
 */
import type { SourceId } from "../../domain/interactions/interaction.ts";
import type { Link } from "../../domain/records/link.ts";
import type { RegisterRecord } from "../../domain/records/register.ts";
import type { Statement } from "../../domain/records/statement.ts";
import { isAlias, isPost, type Subject } from "../../domain/records/subject.ts";
import type { HistoryDatabase } from "../database/database.ts";
import { eachPart, referredTo } from "./parts.ts";
import type { StoredImport } from "../database/stored-import.ts";
import { type Ground, importsWith, withRegisters } from "./ground.ts";
import { type Overlay, withLinks, withStatements } from "./overlay.ts";
import { statementOf } from "./unit.ts";

/** What one import says of a subject, as text. */
export interface SaidByImport {
  readonly from: StoredImport;
  readonly text: string;
}

/** See the file. */
export interface Everything {
  readonly registers: readonly RegisterRecord[];
  /** Imports that count, oldest first. */
  readonly imports: readonly StoredImport[];
  readonly links: readonly Link[];
  /** What pages and the user say, by subject. */
  readonly said: ReadonlyMap<Subject, readonly Statement[]>;
  /** What imports say, by subject; in the order of `imports`. */
  readonly texts: ReadonlyMap<Subject, readonly SaidByImport[]>;
}

/** Everything that is said of a subject. */
export function statementsAbout(
  { said, texts }: Everything,
  subject: Subject,
): readonly Statement[] {
  const own = said.get(subject) ?? [];
  const imported = texts.get(subject);
  if (imported === undefined) return own;
  return [...own, ...imported.map(({ from, text }) => statementOf(from, subject, text))];
}

/** Every subject that something is said of. */
export function subjectsOf({ said, texts, links }: Everything): ReadonlySet<Subject> {
  return new Set<Subject>([
    ...said.keys(),
    ...texts.keys(),
    ...links.flatMap(({ a, b }) => [a, b]),
  ]);
}

/** The bodies of an import by subject. */
async function bodiesOf(
  database: HistoryDatabase,
  source: SourceId,
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const store = () => database.transaction("parts").store;
  for await (const { subjects, bodies } of eachPart(store, source))
    for (const [place, subject] of subjects.entries()) found.set(subject, bodies[place] ?? "");
  return found;
}

/**
 * Reads everything, as it is with the overlay.
 *
 * @param replaced bodies that stand in place of those of the staged import; `undefined` for a subject without anything to take
 */
export async function readEverything(
  database: HistoryDatabase,
  ground: Ground,
  overlay: Overlay,
  replaced: ReadonlyMap<string, string | undefined> = new Map(),
): Promise<Everything> {
  const registers = withRegisters(ground.registers, overlay.registers);
  const imports = importsWith(ground, registers, overlay);
  const counted = new Set<string>(imports.map(({ source }) => source));
  const [stored, links] = await Promise.all([
    database.getAll("statements"),
    database.getAll("links"),
  ]);
  const said = new Map<Subject, Statement[]>();
  for (const statement of withStatements<Statement>(stored, overlay.statements)) {
    const same = said.get(statement.subject);
    if (same === undefined) said.set(statement.subject, [statement]);
    else same.push(statement);
  }
  const bodies = new Map<SourceId, ReadonlyMap<string, string>>();
  const referred = imports.flatMap(({ refersTo }) => refersTo);
  for (const source of new Set([...imports.map((one) => one.source), ...referred]))
    bodies.set(source, await bodiesOf(database, source));
  for (const { head, bodies: theirs } of overlay.imports ?? []) bodies.set(head.source, theirs);
  const texts = new Map<Subject, SaidByImport[]>();
  for (const from of imports)
    for (const [key, body] of bodies.get(from.source) ?? []) {
      const subject = key as Subject;
      const isReplaced = from.source === overlay.adds && replaced.has(key);
      const other = referredTo(body);
      const text = isReplaced
        ? replaced.get(key)
        : other === undefined
          ? body
          : bodies.get(other)?.get(key);
      if (text === undefined) continue;
      const one = { from, text };
      const same = texts.get(subject);
      if (same === undefined) texts.set(subject, [one]);
      else same.push(one);
    }
  return {
    registers,
    imports,
    links: withLinks(links, overlay.links).filter(
      ({ source }) => source === "page" || source === "hand" || counted.has(source),
    ),
    said,
    texts,
  };
}

/** The aliases and posts that authorship connects. */
export function authorships({ said }: Everything): readonly (readonly [Subject, Subject])[] {
  return [...said].flatMap(([subject, statements]) =>
    isPost(subject)
      ? statements.flatMap(({ body }) =>
          "authors" in body
            ? (body.authors ?? []).flatMap(({ alias }) =>
                alias !== undefined && isAlias(alias) ? [[subject, alias] as const] : [],
              )
            : [],
        )
      : [],
  );
}
