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
import { sameMessage, withInMails } from "./in-mail.ts";
import { onlyOnce, waitingOnce, withoutVaguerLooks } from "./only-once.ts";
import { type ReturnedNote, returnedNotes } from "./returned-note.ts";
import { withoutTakenBack } from "./taken-back.ts";

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

/** The longer of two texts; of equally long ones the one that sorts last. */
function moreWords(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  if (a.length !== b.length) return a.length > b.length ? a : b;
  return a > b ? a : b;
}

function unitedFact(a: Interaction, b: Interaction): Interaction {
  const groupSize = Math.max(a.groupSize ?? 0, b.groupSize ?? 0);
  const words = moreWords(a.words, b.words);
  return {
    kind: a.kind,
    direction: a.direction,
    from: a.from,
    to: a.to,
    ...(a.ref === undefined ? {} : { ref: a.ref }),
    ...(groupSize > 1 ? { groupSize } : {}),
    ...(a.withNote || b.withNote ? { withNote: true as const } : {}),
    ...(words === undefined ? {} : { words }),
    sources: unitedSources(a.sources, b.sources),
  };
}

/** Already in order, and every fact once. */
function isSet(interactions: readonly Interaction[]): boolean {
  return interactions.every((fact, place) => {
    const before = interactions[place - 1];
    return !before || compareInteractions(before, fact) < 0;
  });
}

/**
 * Everything in either set, each fact once, in the order of `compareInteractions`. Of two records of one fact the sources are
 * united, the larger group, a seen note and the longer words win. What a page says again and more vaguely of somebody's reaction to one post
 * is left out. Commutative, associative, idempotent.
 */
export function union(
  a: readonly Interaction[],
  b: readonly Interaction[],
): readonly Interaction[] {
  if (b.length === 0 && isSet(a)) return withoutVaguerLooks(a);
  const facts = new Map<string, Interaction>();
  for (const interaction of [...a, ...b]) {
    const key = interactionKey(interaction);
    const known = facts.get(key);
    facts.set(key, known ? unitedFact(known, interaction) : interaction);
  }
  return withoutVaguerLooks([...facts.values()].sort(compareInteractions));
}

/** Whether a source is this one, or a joint one that needs it: `archive:<id>_<other id>`. */
export const needs = (one: SourceId, source: SourceId): boolean =>
  one === source ||
  (one.startsWith("archive:") && one.slice(8).split("_").includes(source.slice(8)));

/** What remains when everything that only `source` says is taken back: the undoing of an import. */
export function withoutSource(
  interactions: readonly Interaction[],
  source: SourceId,
): readonly Interaction[] {
  return interactions.flatMap((interaction) => {
    const sources = interaction.sources.filter((other) => !needs(other, source));
    if (sources.length === interaction.sources.length) return [interaction];
    return sources.length === 0 ? [] : [{ ...interaction, sources }];
  });
}

/** A deletion this short (ms) names one moment: the archive knows messages to the second, a page to the millisecond. */
const ONE_MOMENT_MS = 999;

interface Fact {
  readonly kind: string;
  readonly direction: string;
  readonly from: number;
  readonly to: number;
  readonly ref?: string;
}

/** Whether `coarse` may be nothing but a vaguer sighting of `fine`, of the same kind and direction. */
function yields(coarse: Fact, fine: Fact): boolean {
  if (coarse.ref !== undefined && fine.ref !== undefined && coarse.ref !== fine.ref) return false;
  if (coarse.from > fine.from || fine.to > coarse.to) return false;
  const wider = coarse.to - coarse.from > fine.to - fine.from;
  return wider || (fine.ref !== undefined && coarse.ref === undefined);
}

/** The fact a natural key names, or nothing if the key is not one. */
function namedBy(key: string): Fact | undefined {
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

/** Whether a fact yields to another of its lane: facts of one kind and direction, in the order of `compareInteractions`. */
function yieldsInLane(lane: readonly Interaction[], place: number): boolean {
  const fact = lane[place];
  if (!fact) return false;
  for (let next = place + 1; next < lane.length; next += 1) {
    const other = lane[next];
    if (!other || other.from > fact.to) break;
    if (yields(fact, other)) return true;
  }
  for (let before = place - 1; before >= 0; before -= 1) {
    const other = lane[before];
    if (!other || other.from < fact.from) break;
    if (yields(fact, other)) return true;
  }
  return false;
}

/** The facts that yield to others. */
function yielding(facts: readonly Interaction[]): ReadonlySet<Interaction> {
  const lanes = new Map<string, Interaction[]>();
  for (const fact of facts) {
    const name = fact.kind + fact.direction;
    const lane = lanes.get(name);
    if (lane) lane.push(fact);
    else lanes.set(name, [fact]);
  }
  const found = new Set<Interaction>();
  for (const lane of lanes.values()) {
    for (const [place, fact] of lane.entries()) if (yieldsInLane(lane, place)) found.add(fact);
  }
  return found;
}

/** Whether a deleted fact keeps this one away. */
function keepsAway(deleted: Fact, fact: Interaction): boolean {
  if (!sameMessage(deleted.kind, fact.kind) || deleted.direction !== fact.direction) return false;
  const moment = deleted.to - deleted.from <= ONE_MOMENT_MS;
  return yields(fact, deleted) || (moment && yields(deleted, fact));
}

/** What an invitation names whose note lies in a conversation without a name. */
const NAMELESS = "note";

/** The same facts, with invitations whose notes were found naming the conversation. */
function withNotes(
  facts: readonly Interaction[],
  notes: readonly ReturnedNote[],
): readonly Interaction[] {
  if (notes.length === 0) return facts;
  const noteOf = new Map(notes.map(({ invitation, note }) => [invitation, note]));
  return union(
    facts.map((fact) => {
      const note = noteOf.get(fact);
      return note === undefined ? fact : { ...fact, ref: note.ref ?? NAMELESS };
    }),
    [],
  );
}

/**
 * The facts that count, out of everything that was ever seen, in the order of `compareInteractions`.
 *
 * - A coarse sighting yields to a finer one of the same kind and direction inside its interval, unless both name a conversation or
 *   post and not the same one. Of two equally wide ones, the one without a name yields.
 * - What a page shows as a message is an InMail where the archive says so.
 * - Becoming a connection, and one person's reaction to one post, happen once: the narrowest sighting stays. So does the narrowest of
 *   overlapping sightings of an invitation that waits.
 * - The note of an invitation that came back as a message is none, and neither are other sightings of it; the
 *   invitation then names the conversation.
 * - What the user deleted (`deletedKeys`, natural keys) stays away, and so do its coarser sightings; of a deleted moment (up to a
 *   second wide) also the more exact ones.
 * - What pages said and was undone later (`takenBackKey` among the deleted keys) is gone.
 *
 * Whether a fact stays depends on the whole set and not on the order it came in.
 */
export function settled(
  interactions: readonly Interaction[],
  deletedKeys: Iterable<string> = [],
): readonly Interaction[] {
  const all = withoutTakenBack(union(interactions, []), deletedKeys);
  const notes = returnedNotes(all);
  const facts = withInMails(withNotes(all, notes));
  const coarse = yielding(facts);
  const deleted = new Set([...deletedKeys, ...notes.map(({ note }) => interactionKey(note))]);
  const gone = [...deleted].flatMap((key) => namedBy(key) ?? []);
  const left = facts.filter(
    (fact) =>
      !coarse.has(fact) &&
      (gone.length === 0 ||
        !(deleted.has(interactionKey(fact)) || gone.some((one) => keepsAway(one, fact)))),
  );
  return waitingOnce(onlyOnce(left));
}
