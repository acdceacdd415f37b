/**
 * Everybody in units: aliases of one person, and people, names and posts that decide about each other.
 */
import type { Alias } from "../../domain/person/person.ts";
import { grouped } from "../../domain/projection/groups.ts";
import {
  type RegistersInForce,
  registersInForce,
} from "../../domain/projection/registers-in-force.ts";
import type { Link } from "../../domain/records/link.ts";
import type { HistoryStatement } from "../../domain/records/statement.ts";
import {
  isAlias,
  isName,
  isPost,
  nameSubject,
  type NameSubject,
  type Subject,
} from "../../domain/records/subject.ts";
import { samePerson } from "../../domain/names/same-person.ts";
import { namesInBody } from "../../domain/records/archive-body.ts";
import { authorships, type Everything, subjectsOf } from "../ground/everything.ts";
import { type Ground, historyStatements } from "../ground/ground.ts";
import { type Overlay, withStatements } from "../ground/overlay.ts";
import type { SlicePause } from "./slices.ts";
import { wholeAfter } from "./write.ts";

/** A unit: groups of aliases that are one person each, and single names and posts. */
export type ManyUnit = readonly (readonly Subject[])[];

/** See the file. */
export interface ManyUnits {
  readonly units: readonly ManyUnit[];
  readonly words: RegistersInForce;
  readonly owner: ReadonlySet<Alias>;
  readonly history: readonly HistoryStatement[];
  /** Who is called by names that have statements. */
  readonly called: ReadonlyMap<NameSubject, readonly Alias[]>;
  /** Links by their first alias. */
  readonly links: ReadonlyMap<Alias, readonly Link[]>;
}

const MAY_HAVE_FACTS = '"facts"';

/** Whether somebody else than the owner must be meant by an alias. */
function isSomebody({ said, texts }: Everything, alias: Alias): boolean {
  const own = (said.get(alias) ?? []).some(
    ({ source, body }) =>
      ("facts" in body && (body.facts?.count ?? 0) > 0) ||
      (source === "hand" && Object.keys(body).length > 0),
  );
  return own || (texts.get(alias) ?? []).some(({ text }) => text.includes(MAY_HAVE_FACTS));
}

/** What an alias is called. */
const namesOf = ({ said, texts }: Everything, alias: Alias): readonly string[] => [
  ...(said.get(alias) ?? []).flatMap(({ body }) =>
    "names" in body ? (body.names ?? []).map(({ value }) => value) : [],
  ),
  ...(texts.get(alias) ?? []).flatMap(({ text }) => namesInBody(text)),
];

/** Who is called by names that have statements. */
async function calledBy(
  everything: Everything,
  aliases: readonly Alias[],
  pause: SlicePause,
): Promise<ReadonlyMap<NameSubject, readonly Alias[]>> {
  const called = new Map<NameSubject, Alias[]>();
  for (const subject of [...everything.said.keys(), ...everything.texts.keys()])
    if (isName(subject)) called.set(subject, []);
  if (called.size === 0) return called;
  for (const alias of aliases) {
    await pause();
    const names = new Set(namesOf(everything, alias).map(nameSubject));
    for (const name of names) called.get(name)?.push(alias);
  }
  for (const all of called.values()) all.sort();
  return called;
}

/** Divides everybody, as it is with the overlay. */
export async function manyUnits(
  everything: Everything,
  ground: Ground,
  overlay: Overlay,
  pause: SlicePause,
): Promise<ManyUnits> {
  const words = registersInForce(everything.registers);
  const erased = overlay.erased ?? new Set<string>();
  const counts = (subject: string): boolean => !erased.has(subject);
  const authors = authorships(everything);
  const owner = new Set(wholeAfter(ground, overlay).owner);
  const aliases = [...subjectsOf(everything), ...authors.map(([, alias]) => alias)]
    .filter(isAlias)
    .filter(counts);
  const { groups } = grouped({
    aliases: [...aliases, ...owner],
    links: everything.links.filter(({ a, b }) => counts(a) && counts(b)),
    pairs: words.pairs.filter(({ a, b }) => counts(a) && counts(b)),
    corrections: words.corrections,
    owner,
    isSomebody: (alias) => isSomebody(everything, alias),
  });
  const called = await calledBy(everything, [...new Set(aliases)], pause);

  // Units: groups, names and posts that decide about each other.
  const names = [...called.keys()].filter(counts);
  const posts = [
    ...new Set([...everything.said.keys(), ...everything.texts.keys()].filter(isPost)),
  ];
  const userSays = [
    ...[...words.named].map(([name, who]) => [name, who] as const),
    ...[...words.authors].map(([post, who]) => [post, who] as const),
  ];
  const tied: readonly (readonly string[])[] = [
    ...names.map((name) => [name, ...(called.get(name) ?? [])]),
    ...authors,
    ...userSays,
    // A link that is left out is decided by both of its ends.
    ...everything.links.map(({ a, b }) => [a, b]),
  ];
  const members: ManyUnit = [
    ...groups,
    ...names.map((name) => [name]),
    ...posts.map((post) => [post]),
  ];
  const units = samePerson([...members, ...tied]).map((places) =>
    places.flatMap((place): ManyUnit => (place < members.length ? [members[place] ?? []] : [])),
  );

  const said = withStatements(
    ground.said,
    overlay.statements.filter((one) => one.subject === "history"),
  );
  const history = historyStatements({ imports: everything.imports, said });
  const links = new Map<Alias, Link[]>();
  for (const link of everything.links) {
    const same = links.get(link.a);
    if (same === undefined) links.set(link.a, [link]);
    else same.push(link);
  }
  return { units, words, owner, history, called, links };
}
