/** The second pass: what was gathered becomes facts about people, now that the owner is known. */
import { subjectOf } from "../../domain/archive-import.ts";
import type { Alias, CareerSighting } from "../../domain/person.ts";
import { unitedCareers } from "../../domain/person-union.ts";
import { type Fact, type Facts, facts } from "./facts.ts";
import type { Claim, Gathered, PostClaim } from "./gathered.ts";
import type { Interval } from "./interval.ts";
import { type KnownBefore, waitingKey } from "./known-before.ts";
import { type NamedFact, personOfName, type PlacedFact } from "./mere-names.ts";
import { messageMeaning } from "./message-meaning.ts";
import { MESSAGE, type MessageRow } from "./message-rows.ts";
import { nameResolution } from "./name-resolution.ts";
import { NO_NOTE } from "./notes.ts";
import { NOBODY } from "./people.ts";
import type { FilePlace } from "./place.ts";
import { type NoteLike, returnedNotes } from "./returned-notes.ts";
import type { SkipReason } from "./tally.ts";

/** What the rows of all files mean. */
export interface Meant {
  readonly facts: Facts;
  /** What connections do for a living, by person. */
  readonly careers: ReadonlyMap<number, readonly CareerSighting[]>;
  readonly followed: ReadonlySet<number>;
  readonly posts: readonly PostClaim[];
  /** Those under posts that only an earlier import says are the owner's own. */
  readonly underOwnPosts: readonly PostClaim[];
  /** How many rows name each ambiguous name. */
  readonly openNames: ReadonlyMap<number, number>;
  /** What rows say of mere names, whether or not their person is known now. */
  readonly named: readonly NamedFact[];
  /** Whose each of these names is, and each that earlier imports kept; `NOBODY` where that is not known. */
  readonly bearers: ReadonlyMap<number, number>;
  /** What earlier imports said of names whose person is known now. */
  readonly placed: readonly PlacedFact[];
}

/** Everything in reach of `signal` between two pauses takes well under a tenth of a second. */
const ROWS_BETWEEN_PAUSES = 50_000;

/** Longer ones are the names of several people in one cell (characters). */
const LONGEST_NAME = 300;

async function pause(signal: AbortSignal | undefined): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  signal?.throwIfAborted();
}

interface LikelyNote extends NoteLike {
  readonly row: MessageRow;
}

/**
 * Turns rows into facts and counts what becomes of each.
 *
 * @param before what the history knew; it is stated again, and counted as merged
 * @param given `chosen` is what the user chose for ambiguous names
 * @param onRows tells how many rows of messages are done
 */
export async function meaningOf(
  gathered: Gathered,
  before: KnownBefore,
  owner: ReadonlySet<number>,
  { chosen, importId }: { readonly chosen: ReadonlyMap<string, Alias>; readonly importId: string },
  signal?: AbortSignal,
  onRows?: (done: number) => void,
): Promise<Meant> {
  const { people } = gathered;
  const newest = newestMoment(gathered);
  const claims = [...gathered.claims, ...before.byName.connections];
  const whoIs = nameResolution({ people, claims }, owner, chosen);
  const known = facts();
  const add = (fact: Fact): boolean => known.add(fact) && !before.facts.has(fact);
  const careers = new Map<number, CareerSighting[]>();
  const followed = new Set<number>();
  const openNames = new Map<number, number>();
  const named: NamedFact[] = [];
  const keep = (name: number, fact: Fact): void => {
    if (people.nameText(name).length <= LONGEST_NAME) named.push({ name, fact });
  };
  const returned = returnedNotes();

  const skip = (
    place: FilePlace,
    row: number,
    reason: SkipReason,
    name: number,
    when?: Interval,
  ): void => {
    const shown = name < 0 ? undefined : people.nameText(name);
    place.tally.skip(reason, {
      row,
      ...(shown !== undefined && { name: shown }),
      ...(when && { at: when.from }),
    });
  };
  const leaveOpen = (place: FilePlace, name: number): void => {
    place.tally.leaveOpen();
    openNames.set(name, (openNames.get(name) ?? 0) + 1);
  };
  const count = (place: FilePlace, isNew: boolean): void => {
    if (isNew) place.tally.use();
    else place.tally.merge();
  };

  const factOf = (claim: Exclude<Claim, { what: "follow" }>, person: number): Fact => {
    const { what, when } = claim;
    const byName = claim.person === NOBODY;
    const about = { person, when, ref: -1, groupSize: 0, byName } as const;
    if (what === "connection") {
      returned.connected(person, when);
      return { ...about, kind: "connected", direction: "both", withNote: false };
    }
    const { kind, direction, note } = claim;
    if (note !== NO_NOTE && direction !== "both")
      returned.invited({ person, direction, note, when });
    return { ...about, kind, direction, withNote: note !== NO_NOTE };
  };

  const addConnection = (claim: Claim & { what: "connection" }, person: number): boolean => {
    const { company, title, place } = claim;
    let isNew = add(factOf(claim, person));
    if (company !== undefined || title !== undefined) {
      const job = {
        ...(company !== undefined && { company }),
        ...(title !== undefined && { title }),
      };
      const at = place.at || newest;
      const told = [{ ...job, at, until: at }];
      const said = careers.get(person) ?? [];
      const all = unitedCareers(before.careers.get(person) ?? [], said);
      isNew ||= JSON.stringify(all) !== JSON.stringify(unitedCareers(all, told));
      careers.set(person, [...unitedCareers(said, told)]);
    }
    return isNew;
  };

  const isOwner = (person: number | string): boolean =>
    typeof person === "number" && owner.has(person);

  const addClaim = (claim: Claim): void => {
    const { place, row, name } = claim;
    const when = claim.what === "follow" ? undefined : claim.when;
    const person = claim.person === NOBODY ? whoIs(name) : claim.person;
    if (claim.person === NOBODY && claim.what !== "follow" && !isOwner(person))
      keep(name, factOf(claim, typeof person === "string" ? personOfName(name) : person));
    if (typeof person === "string") {
      if (person === "ambiguous") return leaveOpen(place, name);
      return skip(place, row, "name-unknown", name, when);
    }
    if (owner.has(person)) return skip(place, row, "to-self", name, when);
    if (claim.what === "connection") return count(place, addConnection(claim, person));
    if (claim.what === "interaction") return count(place, add(factOf(claim, person)));
    count(place, !followed.has(person));
    followed.add(person);
  };

  // Connections first: they say when an invitation was accepted.
  for (const claim of gathered.claims) if (claim.what === "connection") addClaim(claim);
  for (const claim of gathered.claims) if (claim.what !== "connection") addClaim(claim);
  await pause(signal);

  const likelyNotes: LikelyNote[] = [];
  const meaning = messageMeaning(gathered, owner, whoIs);
  const addMessage = (row: MessageRow, isNoteForSure?: boolean): void => {
    const when = { from: row.from, to: row.from + row.spread };
    const meant = meaning(row);
    if (typeof meant === "string") return skip(row.place, row.row, meant, exampleName(row), when);
    const isOpen = "openName" in meant;
    const { direction } = meant;
    const groupSize = isOpen ? 1 : meant.groupSize;
    const people = isOpen ? [personOfName(meant.openName)] : meant.people;
    const [person] = people;
    const isLikely = row.note !== NO_NOTE && people.length === 1;
    if (isLikely && isNoteForSure === undefined && person !== undefined) {
      likelyNotes.push({ person, direction, note: row.note, when, ref: row.conversation, row });
      return;
    }
    if (isNoteForSure && !isOpen)
      return skip(row.place, row.row, "invitation-note", exampleName(row), when);
    const about = {
      kind: row.flags & MESSAGE.inMail ? "inmail" : "message",
      direction,
      when,
      ref: row.conversation,
      groupSize,
      withNote: false,
      byName: isOpen || meant.name !== undefined,
    } as const;
    const name = isOpen ? meant.openName : meant.name;
    if (name !== undefined && !isNoteForSure)
      for (const one of people) keep(name, { ...about, person: one });
    if (!isOpen) {
      let isNew = false;
      for (const one of people) isNew = add({ ...about, person: one }) || isNew;
      return count(row.place, isNew);
    }
    if (!meant.isUnknown) return leaveOpen(row.place, meant.openName);
    skip(row.place, row.row, "name-unknown", exampleName(row), when);
  };
  for (let index = 0; index < gathered.messages.length; index += 1) {
    addMessage(gathered.messages.at(index));
    if (index % ROWS_BETWEEN_PAUSES === ROWS_BETWEEN_PAUSES - 1) {
      onRows?.(index + 1);
      await pause(signal);
    }
  }
  const notes = returned.among(likelyNotes);
  for (const likely of likelyNotes) addMessage(likely.row, notes.has(likely));

  return {
    facts: known,
    careers,
    followed,
    ...newPosts(gathered, before),
    openNames,
    named,
    placed: before.byName.placed(whoIs, owner, importId),
    bearers: new Map(
      [...before.byName.names, ...named.map(({ name }) => name)].flatMap((name) => {
        const person = whoIs(name);
        // That nobody bears it now takes it from nobody: people change their names.
        if (person === "unknown" || isOwner(person)) return [];
        return [[name, person === "ambiguous" ? NOBODY : person] as const];
      }),
    ),
  };
}

/** The latest moment (ms) any row names: what an archive without a date of its own was made after. 0 without rows. */
export function newestMoment({ claims, messages, posts }: Gathered): number {
  let newest = messages.newest;
  for (const claim of claims)
    if (claim.what !== "follow") newest = Math.max(newest, claim.when.from);
  for (const { when } of posts) newest = Math.max(newest, when.from);
  return newest;
}

function exampleName(row: MessageRow): number {
  return row.senderName >= 0 ? row.senderName : row.recipientName;
}

/**
 * Reactions and comments, each once, without those under the owner's own posts. What only an earlier import knows to be such a post
 * stays beside them, because that import may be taken back.
 */
function newPosts(
  { posts, ownPosts }: Gathered,
  before: KnownBefore,
): Pick<Meant, "posts" | "underOwnPosts"> {
  const found = new Map<string, PostClaim>();
  const underOwn = new Map<string, PostClaim>();
  for (const claim of posts) {
    const { place, row, kind, link, when } = claim;
    const subject = subjectOf(link.post, kind === "reaction" ? link.comment : undefined);
    const key = `${kind}|${link.post}|${link.comment ?? ""}|${when.from}|${when.to}`;
    if (ownPosts.has(subject) || before.ownPosts.has(subject)) {
      place.tally.skip("own-post", { row, at: when.from });
      if (!ownPosts.has(subject)) underOwn.set(key, claim);
      continue;
    }
    const known = waitingKey({ kind, direction: "out", ...when, ref: link.comment ?? link.post });
    if (found.has(key) || before.waiting.has(known)) place.tally.merge();
    else place.tally.wait();
    if (!found.has(key)) found.set(key, claim);
  }
  return { posts: [...found.values()], underOwnPosts: [...underOwn.values()] };
}
