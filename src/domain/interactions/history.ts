/**
 * The history with one person is a set of facts. Sets unite in any order, any number of times, with the same result.
 */
import { DIRECTIONS, INTERACTION_KINDS, interactionKey, type Interaction } from "./interaction.ts";
import { sameMessage, withInMails } from "./in-mail.ts";
import type { Fact } from "./interaction-columns.ts";
import { occasion, onlyOnce, waitingOnce } from "./only-once.ts";
import { type ReturnedNote, returnedNotes } from "./returned-note.ts";
import { withoutTakenBack } from "./taken-back.ts";
import { unitedFact } from "./united-fact.ts";

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The order every set of interactions is kept in: earliest first, then a fixed order among equals. */
export function compareInteractions(a: Fact, b: Fact): number {
  return (
    a.from - b.from ||
    a.to - b.to ||
    INTERACTION_KINDS.indexOf(a.kind) - INTERACTION_KINDS.indexOf(b.kind) ||
    DIRECTIONS.indexOf(a.direction) - DIRECTIONS.indexOf(b.direction) ||
    compareText(a.ref ?? "", b.ref ?? "")
  );
}

/** Already in order, and every fact once. */
function isSet(interactions: readonly Interaction[]): boolean {
  return interactions.every((fact, place) => {
    const before = interactions[place - 1];
    return !before || compareInteractions(before, fact) < 0;
  });
}

/** In order, each fact once; of the same fact twice both sources. */
function asSet(interactions: readonly Interaction[]): readonly Interaction[] {
  if (isSet(interactions)) return interactions;
  const facts: Interaction[] = [];
  for (const fact of interactions.toSorted(compareInteractions)) {
    const before = facts.at(-1);
    if (before !== undefined && compareInteractions(before, fact) === 0)
      facts[facts.length - 1] = unitedFact(before, fact);
    else facts.push(fact);
  }
  return facts;
}

/** Two sets in one, by going through both side by side. */
function mergedSets(a: readonly Interaction[], b: readonly Interaction[]): readonly Interaction[] {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  const merged: Interaction[] = [];
  let [placeA, placeB] = [0, 0];
  for (;;) {
    const [one, other] = [a[placeA], b[placeB]];
    if (one === undefined) return [...merged, ...b.slice(placeB)];
    if (other === undefined) return [...merged, ...a.slice(placeA)];
    const order = compareInteractions(one, other);
    if (order <= 0) placeA += 1;
    if (order >= 0) placeB += 1;
    merged.push(order === 0 ? unitedFact(one, other) : order < 0 ? one : other);
  }
}

/**
 * Everything in either set, each fact once, in the order of `compareInteractions`. Of two records of one fact the sources are
 * united, the larger group, a seen note and the longer words win. Commutative, associative, idempotent.
 */
export function union(
  a: readonly Interaction[],
  b: readonly Interaction[],
): readonly Interaction[] {
  return mergedSets(asSet(a), asSet(b));
}

/** A deletion this short (ms) names one moment: the archive knows messages to the second, a page to the millisecond. */
const ONE_MOMENT_MS = 999;

/** A fact as a natural key names it. */
interface NamedFact {
  readonly kind: string;
  readonly direction: string;
  readonly from: number;
  readonly to: number;
  readonly ref?: string;
}

/** Whether `coarse` may be nothing but a vaguer sighting of `fine`, of the same kind and direction. */
function yields(coarse: NamedFact, fine: NamedFact): boolean {
  if (coarse.ref !== undefined && fine.ref !== undefined && coarse.ref !== fine.ref) return false;
  if (coarse.from > fine.from || fine.to > coarse.to) return false;
  const wider = coarse.to - coarse.from > fine.to - fine.from;
  return wider || (fine.ref !== undefined && coarse.ref === undefined);
}

/** The fact a natural key names, or nothing if the key is not one. */
function namedBy(key: string): NamedFact | undefined {
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

/** Whether a deleted fact is another sighting of the same thing that happens only once. */
function isSameOccasion(deleted: NamedFact, fact: Interaction): boolean {
  const what = occasion(fact);
  if (what === undefined || occasion(deleted) !== what) return false;
  return deleted.from <= fact.to && fact.from <= deleted.to;
}

/** Whether a deleted fact keeps this one away. */
function keepsAway(deleted: NamedFact, fact: Interaction): boolean {
  if (!sameMessage(deleted.kind, fact.kind) || deleted.direction !== fact.direction) return false;
  const moment = deleted.to - deleted.from <= ONE_MOMENT_MS;
  return yields(fact, deleted) || (moment && yields(deleted, fact));
}

/** What an invitation names when its note lies in a conversation without a name. */
const NAMELESS = "note";

/** The same facts, with invitations that name the conversation of their note, where it was found. */
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
 * - Becoming a connection, and one person's reaction to one post, happen once: when all sightings say it can have been; where they
 *   contradict each other, as the narrowest says. Of overlapping sightings of an invitation that waits the narrowest stays.
 * - The note of an invitation that came back as a message is none, and neither are other sightings of it; the
 *   invitation then names the conversation.
 * - What the user deleted (`deletedKeys`, natural keys) stays away, and so do its coarser sightings; of a deleted moment (up to a
 *   second wide) also the more exact ones; of what happens only once every sighting that overlaps.
 * - What pages said and was undone later (`takenBackKey` among the deleted keys) is gone.
 *
 * Whether a fact stays depends on the whole set and not on the order it came in.
 */
export function settled(
  interactions: readonly Interaction[],
  deletedKeys: Iterable<string> = [],
): readonly Interaction[] {
  const all = withoutTakenBack(asSet(interactions), deletedKeys);
  const notes = returnedNotes(all);
  const deleted = new Set([...deletedKeys, ...notes.map(({ note }) => interactionKey(note))]);
  const gone = [...deleted].flatMap((key) => namedBy(key) ?? []);
  const seen = withInMails(withNotes(all, notes)).filter(
    (fact) => !gone.some((one) => isSameOccasion(one, fact)),
  );
  const facts = asSet(onlyOnce(seen));
  // What is not counted itself may still tell that a vaguer sighting is nothing new.
  const coarse = new Set([...yielding(facts), ...(facts === seen ? [] : yielding(seen))]);
  return waitingOnce(
    facts.filter(
      (fact) =>
        !coarse.has(fact) &&
        (gone.length === 0 ||
          !(deleted.has(interactionKey(fact)) || gone.some((one) => keepsAway(one, fact)))),
    ),
  );
}
