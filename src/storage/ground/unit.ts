/**
 * The records that decide about some people: those of all aliases that any link connects, of the names they may bear, and of the posts
 * they may have written. What lies outside changes nothing for them.
 */
import type { Alias } from "../../domain/person/person.ts";
import { nameSubject, isAlias, isName, isPost } from "../../domain/records/subject.ts";
import type { NameSubject, PostSubject, Subject } from "../../domain/records/subject.ts";
import { archiveBody } from "../../domain/records/archive-body.ts";
import type { Link } from "../../domain/records/link.ts";
import { type Records, linkId } from "../../domain/records/record-set.ts";
import type { RegisterRecord } from "../../domain/records/register.ts";
import type { Statement } from "../../domain/records/statement.ts";
import type { StoredImport } from "../database/stored-import.ts";
import { type Ground, historyStatements, importsWith, withRegisters } from "./ground.ts";
import { type Overlay, withLinks, withStatements } from "./overlay.ts";
import type { Readings } from "./readings.ts";

/** See the file. */
export interface GroundUnit {
  readonly records: Records;
  /** Every subject in it. */
  readonly subjects: ReadonlySet<Subject>;
  /** Aliases that are called by a name which has statements, by name. */
  readonly called: ReadonlyMap<NameSubject, ReadonlySet<Alias>>;
}

/** What an import says of a subject, as a statement. */
export function statementOf(
  { source, replica, madeAt }: StoredImport,
  subject: string,
  text: string,
): Statement {
  return { subject, source, replica, version: 1, body: archiveBody(text, madeAt) } as Statement;
}

/** The names that statements call their subject. */
const namesIn = (statements: readonly Statement[]): readonly NameSubject[] =>
  statements.flatMap(({ body }) =>
    "names" in body ? (body.names ?? []).map(({ value }) => nameSubject(value)) : [],
  );

const authorsIn = (statements: readonly Statement[]): readonly Alias[] =>
  statements.flatMap(({ body }) =>
    "authors" in body ? (body.authors ?? []).flatMap(({ alias }) => alias ?? []) : [],
  );

/** Where the user's words lead from a subject. */
function wordsFrom(registers: readonly RegisterRecord[]): ReadonlyMap<string, readonly Subject[]> {
  const found = new Map<string, Subject[]>();
  const lead = (from: string, to: string): void => {
    const known = found.get(from);
    if (known === undefined) found.set(from, [to as Subject]);
    else known.push(to as Subject);
  };
  const both = (one: string, other: string): void => {
    lead(one, other);
    lead(other, one);
  };
  for (const { word } of registers) {
    if (word.kind === "pair" && isAlias(word.a) && isAlias(word.b)) both(word.a, word.b);
    if (word.kind === "named" && isAlias(word.value)) both(word.name, word.value);
    if (word.kind === "author" && isAlias(word.value)) both(word.post, word.value);
  }
  return found;
}

/** Reads the unit around some subjects, as it is with the overlay. */
export async function unitAround(
  reading: Readings,
  ground: Ground,
  overlay: Overlay,
  starts: Iterable<Subject>,
): Promise<GroundUnit> {
  const registers = withRegisters(ground.registers, overlay.registers);
  const imports = importsWith(ground, registers, overlay);
  const counted = new Set<string>(imports.map(({ source }) => source));
  const words = wordsFrom(registers);
  const subjects = new Set<Subject>();
  /** Names that have their first statement in the overlay. */
  const begun = new Set(overlay.statements.map(({ subject }) => subject).filter(isName));
  const found: Statement[] = [];
  const joined = new Map<string, Link>();
  const called = new Map<NameSubject, Set<Alias>>();

  const saidOf = async (subject: Subject): Promise<readonly Statement[]> => {
    const [stored, texts] = await Promise.all([
      reading.statements(subject),
      Promise.all(
        imports.map((one) =>
          isName(subject) && !one.hasNames
            ? Promise.resolve(undefined)
            : reading.body(one.source, subject),
        ),
      ),
    ]);
    const own = withStatements<Statement>(
      stored,
      overlay.statements.filter((one) => one.subject === subject),
    );
    return [
      ...own,
      ...texts.flatMap((text, place) => {
        const from = imports[place];
        return text === undefined || from === undefined ? [] : [statementOf(from, subject, text)];
      }),
    ];
  };

  const ofAlias = async (alias: Alias): Promise<readonly Subject[]> => {
    const [said, links, posts] = await Promise.all([
      saidOf(alias),
      reading.links(alias),
      reading.authored(alias),
    ]);
    found.push(...said);
    const theirs = withLinks(
      links,
      overlay.links.filter(({ a, b }) => a === alias || b === alias),
    ).filter(({ source }) => source === "page" || source === "hand" || counted.has(source));
    for (const link of theirs) joined.set(linkId(link), link);
    const stated = [...new Set(namesIn(said))];
    const known = await Promise.all(stated.map((name) => reading.called(name)));
    const leads: Subject[] = [];
    for (const [place, name] of stated.entries()) {
      const others = known[place] ?? (begun.has(name) ? [] : undefined);
      if (others === undefined) continue;
      const all = called.get(name) ?? new Set(others);
      called.set(name, all.add(alias));
      leads.push(name);
    }
    const overlaid = overlay.statements.filter((one) => authorsIn([one]).includes(alias));
    return [
      ...leads,
      ...theirs.flatMap(({ a, b }) => [a, b]),
      ...posts.filter(isPost),
      ...overlaid.map(({ subject }) => subject),
    ];
  };

  const ofName = async (name: NameSubject): Promise<readonly Subject[]> => {
    const [said, known] = await Promise.all([saidOf(name), reading.called(name)]);
    found.push(...said);
    const all = new Set([...(known ?? []), ...(called.get(name) ?? [])]);
    called.set(name, all);
    return [...all];
  };

  const ofPost = async (post: PostSubject): Promise<readonly Subject[]> => {
    const said = await saidOf(post);
    found.push(...said);
    return authorsIn(said);
  };

  let next = [...new Set(starts)];
  while (next.length > 0) {
    for (const subject of next) subjects.add(subject);
    const leads = await Promise.all(
      next.map(async (subject): Promise<readonly Subject[]> => {
        const more = words.get(subject) ?? [];
        if (isAlias(subject)) return [...more, ...(await ofAlias(subject))];
        if (isName(subject)) return [...more, ...(await ofName(subject))];
        if (isPost(subject)) return [...more, ...(await ofPost(subject))];
        return more;
      }),
    );
    next = [...new Set(leads.flat())].filter((subject) => !subjects.has(subject));
  }
  const said = withStatements(
    ground.said,
    overlay.statements.filter((one) => one.subject === "history"),
  );
  return {
    records: {
      statements: [...found, ...historyStatements({ imports, said })],
      links: [...joined.values()],
      registers,
    },
    subjects,
    called,
  };
}
