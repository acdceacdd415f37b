/** Puts the reading together out of what was gathered and what it means. */
import type { ArchiveSpan } from "../../domain/coverage.ts";
import { union } from "../../domain/history.ts";
import type { Interaction, InteractionKind, SourceId } from "../../domain/interaction.ts";
import type { PersonSeen } from "../../domain/sighting.ts";
import { type FactSources, interactionOf } from "./facts.ts";
import type { FileKind } from "./form.ts";
import type { Gathered, PostClaim } from "./gathered.ts";
import { type Meant, newestMoment } from "./meaning.ts";
import type { OwnerFound } from "./owner.ts";
import type {
  ArchiveReading,
  FileReport,
  FoundPerson,
  Homonyms,
  OpenName,
  WaitingInteraction,
} from "./reading.ts";

/** Which interactions each sort of file tells about. */
const KINDS: ReadonlyArray<readonly [readonly FileKind[], readonly InteractionKind[]]> = [
  [["messages"], ["message", "inmail"]],
  [["connections"], ["connected"]],
  [["invitations"], ["invitation"]],
  [["endorsements-given", "endorsements-received"], ["endorsement"]],
  [["recommendations-given", "recommendations-received"], ["recommendation"]],
  [["comments"], ["comment"]],
  [["reactions"], ["reaction"]],
];

interface Circumstances {
  readonly sources: FactSources;
  /** People with lower numbers were known before. */
  readonly knownPeople: number;
  /** When the newest archive was made (ms), 0 when no name says so. */
  readonly madeAt: number;
}

function foundPerson(
  { people }: Gathered,
  { careers, followed }: Meant,
  person: number,
  names: ReadonlySet<number> | undefined,
  interactionCount: number,
  { knownPeople }: Circumstances,
  at: number,
): FoundPerson {
  const name = people.shownName(person);
  const career = careers.get(person) ?? [];
  const last = career.reduce<(typeof career)[number] | undefined>(
    (best, one) => (best === undefined || one.until >= best.until ? one : best),
    undefined,
  );
  const seen: PersonSeen = {
    aliases: people.aliases(person),
    ...(name !== undefined && { name }),
    ...(last?.company !== undefined && { company: last.company }),
    ...(last?.title !== undefined && { title: last.title }),
    at,
  };
  const statedName = people.statedName(person);
  const aliases = people.statedAliases(person);
  return {
    stated: {
      aliases,
      ...(statedName !== undefined && { name: statedName }),
      names: aliases.length > 0 ? [] : [...(names ?? [])].map(people.nameText),
    },
    person: seen,
    career,
    isFollowed: followed.has(person),
    isKnown: person < knownPeople,
    interactionCount,
  };
}

function underPost({ kind, link, when }: PostClaim, source: SourceId): WaitingInteraction {
  const { post, comment } = link;
  const interaction = {
    kind,
    direction: "out",
    ...when,
    ref: comment ?? post,
    sources: [source],
  } as const;
  return { post, ...(comment !== undefined && { comment }), interaction };
}

const waiting = (posts: readonly PostClaim[], source: SourceId): readonly WaitingInteraction[] =>
  posts
    .map((post) => underPost(post, source))
    .sort(
      (a, b) =>
        a.interaction.from - b.interaction.from || byText(JSON.stringify(a), JSON.stringify(b)),
    );

function coverage(
  files: readonly FileReport[],
  spans: ReadonlyMap<InteractionKind, { readonly from: number; readonly to: number }>,
  madeAt: number,
): readonly ArchiveSpan[] {
  return KINDS.flatMap(([fileKinds, kinds]) => {
    if (
      !files.some(
        ({ status, kind }) => status === "read" && kind !== undefined && fileKinds.includes(kind),
      )
    )
      return [];
    const found = kinds.flatMap((kind) => spans.get(kind) ?? []);
    const to = Math.max(madeAt, ...found.map((span) => span.to));
    return [{ from: Math.min(to, ...found.map((span) => span.from)), to, kinds }];
  });
}

function openNames(
  { people }: Gathered,
  { openNames: open }: Meant,
  owner: ReadonlySet<number>,
): readonly OpenName[] {
  return [...open]
    .map(([name, rows]) => ({
      name: people.nameText(name),
      rows,
      candidates: people
        .called(name)
        .filter((person) => !owner.has(person))
        .map(people.aliases)
        .sort(byText),
    }))
    .sort((a, b) => b.rows - a.rows || byText(a.name, b.name));
}

function byText(a: unknown, b: unknown): number {
  return String(a) < String(b) ? -1 : 1;
}

function homonyms({ people }: Gathered, found: readonly number[]): readonly Homonyms[] {
  const byName = new Map<string, number[]>();
  for (const person of found) {
    const name = people.shownName(person);
    if (name === undefined) continue;
    const same = byName.get(name);
    if (same === undefined) byName.set(name, [person]);
    else same.push(person);
  }
  return [...byName]
    .filter(([, same]) => same.length > 1)
    .map(([name, same]) => ({ name, people: same.map(people.aliases).sort(byText) }))
    .sort((a, b) => byText(a.name, b.name));
}

function spansByKind(meant: Meant): Map<InteractionKind, { from: number; to: number }> {
  const spans = new Map<InteractionKind, { from: number; to: number }>();
  const widen = (kind: InteractionKind, from: number): void => {
    const span = spans.get(kind);
    if (span === undefined) spans.set(kind, { from, to: from });
    else {
      span.from = Math.min(span.from, from);
      span.to = Math.max(span.to, from);
    }
  };
  meant.facts.each((_, kind, when) => widen(kind, when.from));
  for (const { kind, when } of meant.posts) widen(kind, when.from);
  return spans;
}

function placedByPerson({ placed }: Meant): ReadonlyMap<number, readonly Interaction[]> {
  const found = new Map<number, Interaction[]>();
  for (const { person, interaction } of placed)
    found.set(person, [...(found.get(person) ?? []), interaction]);
  return found;
}

/** By which names rows without addresses mean people, those of earlier imports included. */
function namesByPerson({ named, placed }: Meant): ReadonlyMap<number, ReadonlySet<number>> {
  const found = new Map<number, Set<number>>();
  const note = (person: number, name: number): void => {
    const names = found.get(person);
    if (names === undefined) found.set(person, new Set([name]));
    else names.add(name);
  };
  for (const { name, fact } of named) if (fact.person >= 0) note(fact.person, name);
  for (const { name, person } of placed) note(person, name);
  return found;
}

/** The reading of everything that was gathered. */
export function archiveReading(
  gathered: Gathered,
  meant: Meant,
  owner: OwnerFound,
  files: readonly FileReport[],
  circumstances: Circumstances,
): ArchiveReading {
  const { people, refs, circles } = gathered;
  const at = circumstances.madeAt || newestMoment(gathered);
  const counts = meant.facts.counts(people.size);
  const placedFor = placedByPerson(meant);
  const names = namesByPerson(meant);
  const found = Array.from(counts.keys())
    .filter(
      (person) =>
        (counts[person] ?? 0) > 0 ||
        placedFor.has(person) ||
        meant.careers.has(person) ||
        meant.followed.has(person),
    )
    .map((person) => ({ person, key: people.aliases(person).join(" ") }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ person }) => person);
  const spans = spansByKind(meant);
  const [ownerPerson] = owner.people;
  const [profileName] = gathered.ownNames;
  const ownerName =
    ownerPerson === undefined
      ? profileName !== undefined && people.nameText(profileName)
      : people.shownName(ownerPerson);
  const moments = [...spans.values()];
  return {
    isUsable:
      files.some((file) => file.used + file.merged + file.ambiguous > 0) || meant.named.length > 0,
    owner: {
      aliases: [...owner.people].flatMap(people.aliases).sort(),
      ...(ownerName && { name: ownerName }),
      confidence: owner.confidence,
      candidates: owner.candidates,
    },
    madeAt: at,
    files,
    people: found.map((person) =>
      foundPerson(
        gathered,
        meant,
        person,
        names.get(person),
        (counts[person] ?? 0) + (placedFor.get(person)?.length ?? 0),
        circumstances,
        at,
      ),
    ),
    interactionCount: meant.facts.size + meant.placed.length,
    openNames: openNames(gathered, meant, owner.people),
    homonyms: homonyms(gathered, found),
    waiting: waiting(meant.posts, circumstances.sources.byAddress),
    underOwnPosts: waiting(meant.underOwnPosts, circumstances.sources.byAddress),
    ownPosts: [...gathered.ownPosts].sort(),
    named: meant.named.map(({ name, fact }) => ({
      name: people.nameText(name),
      interaction: interactionOf(fact, circumstances.sources.byAddress, refs.text),
    })),
    placed: [...meant.bearers].map(([name, person]) => ({
      name: people.nameText(name),
      aliases: people.aliases(person),
      isTold: people.isCalledInRows(person, name),
    })),
    placedCount: meant.placed.length,
    circles: [...circles.values()],
    ...(moments.length > 0 && {
      span: {
        from: Math.min(...moments.map((span) => span.from)),
        to: Math.max(...moments.map((span) => span.to)),
      },
    }),
    coverage: coverage(files, spans, at),
    interactionsOf: (index) => {
      const person = found[index];
      if (person === undefined) return [];
      const stated = meant.facts.of(person, circumstances.sources, refs.text);
      return union(stated, placedFor.get(person) ?? []);
    },
  };
}
