/**
 * The history with one person is a set of facts. Sets unite in any order, any number of times, with the same result.
 */
import {
  DIRECTIONS,
  INTERACTION_KINDS,
  interactionKey,
  type Interaction,
  type SourceId,
} from "./interaction.ts";

/** A deletion or a sighting this short (ms) names one moment: the archive knows messages to the second, the page to the millisecond. */
const ONE_MOMENT_MS = 999;

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The order every set of interactions is kept in: earliest first, then a fixed order among equals. */
export function compareInteractions(a: Interaction, b: Interaction): number {
  return (
    a.from - b.from ||
    a.to - b.to ||
    INTERACTION_KINDS.indexOf(a.kind) - INTERACTION_KINDS.indexOf(b.kind) ||
    DIRECTIONS.indexOf(a.direction) - DIRECTIONS.indexOf(b.direction) ||
    compareText(a.ref ?? "", b.ref ?? "")
  );
}

function unitedSources(a: readonly SourceId[], b: readonly SourceId[]): readonly SourceId[] {
  return [...new Set([...a, ...b])].sort(compareText);
}

function unitedFact(a: Interaction, b: Interaction): Interaction {
  const groupSize = Math.max(a.groupSize ?? 0, b.groupSize ?? 0);
  return {
    kind: a.kind,
    direction: a.direction,
    from: a.from,
    to: a.to,
    ...(a.ref === undefined ? {} : { ref: a.ref }),
    ...(groupSize > 1 ? { groupSize } : {}),
    ...(a.withNote || b.withNote ? { withNote: true as const } : {}),
    sources: unitedSources(a.sources, b.sources),
  };
}

/**
 * Everything in either set, each fact once, in the order of `compareInteractions`. Of two records of one fact the sources are
 * united, the larger group and a seen note win. Commutative, associative, idempotent.
 */
export function union(
  a: readonly Interaction[],
  b: readonly Interaction[],
): readonly Interaction[] {
  const facts = new Map<string, Interaction>();
  for (const interaction of [...a, ...b]) {
    const key = interactionKey(interaction);
    facts.set(key, unitedFact(facts.get(key) ?? interaction, interaction));
  }
  return [...facts.values()].sort(compareInteractions);
}

/** What remains when everything that only `source` says is taken back: the undoing of an import. */
export function withoutSource(
  interactions: readonly Interaction[],
  source: SourceId,
): readonly Interaction[] {
  return interactions.flatMap((interaction) => {
    if (!interaction.sources.includes(source)) return [interaction];
    const sources = interaction.sources.filter((other) => other !== source);
    return sources.length === 0 ? [] : [{ ...interaction, sources }];
  });
}

interface Span {
  readonly kind: string;
  readonly direction: string;
  readonly from: number;
  readonly to: number;
  readonly ref?: string;
}

function spanOfKey(key: string): Span | undefined {
  const [kind, direction, from, to, ...ref] = key.split("|");
  if (kind === undefined || direction === undefined || ref.length === 0) return undefined;
  const name = ref.join("|");
  return {
    kind,
    direction,
    from: Number(from),
    to: Number(to),
    ...(name === "" ? {} : { ref: name }),
  };
}

function contradict(a: Span, b: Span): boolean {
  return a.ref !== undefined && b.ref !== undefined && a.ref !== b.ref;
}

/** A person reacts to a post once and becomes a connection once, so two overlapping sightings of that are one fact. */
function happensOnce(span: Span): boolean {
  return span.kind === "connected" || (span.kind === "reaction" && span.ref !== undefined);
}

/** Whether `coarse` may be nothing but a vaguer sighting of `fine`: same kind and direction, known better inside its interval. */
function yields(coarse: Span, fine: Span): boolean {
  if (contradict(coarse, fine)) return false;
  const wider = coarse.to - coarse.from - (fine.to - fine.from);
  if (coarse.from <= fine.from && fine.to <= coarse.to) {
    if (wider > 0) return true;
    return fine.ref !== undefined && coarse.ref === undefined;
  }
  const overlap = coarse.from <= fine.to && fine.from <= coarse.to;
  if (!overlap || !happensOnce(coarse) || coarse.ref !== fine.ref) return false;
  return wider > 0 || (wider === 0 && fine.from < coarse.from);
}

/** A deletion of a moment also keeps away whatever is known more exactly inside that moment. */
function deletes(deleted: Span, fact: Span): boolean {
  return deleted.to - deleted.from <= ONE_MOMENT_MS && yields(deleted, fact);
}

/**
 * The facts that count, out of everything that was ever seen, in the order of `compareInteractions`.
 *
 * - A coarse sighting yields to a finer one of the same kind and direction inside its interval, unless both name a
 *   conversation or post and not the same one.
 * - What the user deleted (`deletedKeys`, natural keys) stays away, and so does what may be a coarser sighting of it.
 */
export function settled(
  interactions: readonly Interaction[],
  deletedKeys: Iterable<string> = [],
): readonly Interaction[] {
  const deleted = new Set(deletedKeys);
  const gone = [...deleted].flatMap((key) => spanOfKey(key) ?? []);
  const facts = union(interactions, []);
  const groups = new Map<string, Span[]>();
  for (const fact of [...facts, ...gone]) {
    const group = `${fact.kind}|${fact.direction}`;
    const members = groups.get(group);
    if (members) members.push(fact);
    else groups.set(group, [fact]);
  }
  return facts.filter((fact) => {
    if (deleted.has(interactionKey(fact))) return false;
    if (
      gone.some(
        (key) => key.kind === fact.kind && key.direction === fact.direction && deletes(key, fact),
      )
    )
      return false;
    const group = groups.get(`${fact.kind}|${fact.direction}`) ?? [];
    return !group.some((other) => yields(fact, other));
  });
}
