/** The second pass: what was gathered becomes facts about people and names, now that the owner is known. */
import type { CareerSighting } from "../../../domain/person/person.ts";
import { unitedCareers } from "../../../domain/person/person-union.ts";
import { type ArchiveFact, type Facts, facts } from "./facts.ts";
import type {
  Claim,
  ConnectionClaim,
  Gathered,
  InteractionClaim,
  PostClaim,
} from "../gathered/gathered.ts";
import type { Interval } from "../dates/interval.ts";
import { messageMeaning } from "./message-meaning.ts";
import { MESSAGE, type MessageRow } from "../gathered/message-rows.ts";
import { nameResolution } from "./name-resolution.ts";
import { NO_NOTE } from "../gathered/notes.ts";
import { NOBODY } from "../gathered/people.ts";
import type { FilePlace } from "../gathered/place.ts";
import { postsOf } from "./post-claims.ts";
import { type NoteLike, returnedNotes } from "./returned-notes.ts";
import type { SkipReason } from "../files/tally.ts";

/** What is stated of those with one kind of number. */
export interface Stated {
  readonly facts: Facts;
  /** What connections do for a living. */
  readonly careers: ReadonlyMap<number, readonly CareerSighting[]>;
}

/** What the rows of all files mean. */
export interface ArchiveMeaning {
  /** By number of the person. Facts that rest on a name alone are among them, marked. */
  readonly people: Stated;
  /** By number of the name: what rows state of a name without an address. */
  readonly names: Stated;
  /** Reactions and comments, each once, without those under the owner's own posts. */
  readonly posts: readonly PostClaim[];
}

/** Everything in reach of `signal` between two pauses takes well under a tenth of a second. */
const ROWS_BETWEEN_PAUSES = 50_000;

/** Messages between members had a subject until about then (ms); since then only InMails have one. */
const SUBJECTS_UNTIL = Date.UTC(2016, 0, 1);

/** No name is longer (characters). */
const LONGEST_NAME = 300;

async function pause(signal: AbortSignal | undefined): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  signal?.throwIfAborted();
}

/** A number that stands for somebody with this name, and for nobody else. */
const personOfName = (name: number): number => -10 - name;

interface LikelyNote extends NoteLike {
  readonly row: MessageRow;
  /** The row has the address of the person. */
  readonly isByAddress: boolean;
}

/** An invitation by name, with a note that may come back among the messages. */
interface NotedInvitation {
  readonly claim: InteractionClaim;
  /** The person the name means. */
  readonly person: number;
}

/** Adds a career sighting; answers whether it told anything new. */
function addCareer(
  careers: Map<number, readonly CareerSighting[]>,
  whose: number,
  job: CareerSighting,
): boolean {
  const before = careers.get(whose) ?? [];
  const all = unitedCareers(before, [job]);
  careers.set(whose, all);
  return JSON.stringify(all) !== JSON.stringify(before);
}

/**
 * Turns rows into facts and counts what becomes of each.
 *
 * @param madeAt when a file was made (ms), for jobs
 * @param onRows tells how many rows of messages are done
 */
export async function meaningOf(
  gathered: Gathered,
  owner: ReadonlySet<number>,
  madeAt: (place: FilePlace) => number,
  signal?: AbortSignal,
  onRows?: (done: number) => void,
): Promise<ArchiveMeaning> {
  const { people } = gathered;
  const { whoIs, canBeInvited } = nameResolution(gathered, owner);
  const known = facts();
  const named = facts();
  /** For the accounting: with those of names with a known person. */
  const allCareers = new Map<number, readonly CareerSighting[]>();
  const careers = new Map<number, readonly CareerSighting[]>();
  const namedCareers = new Map<number, readonly CareerSighting[]>();
  const followed = new Set<number>();
  const returned = returnedNotes();
  const noted: NotedInvitation[] = [];

  const isKept = (name: number): boolean =>
    people.nameText(name).length <= LONGEST_NAME && !people.isSeveral(name);

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
  const count = (place: FilePlace, isNew: boolean): void => {
    if (isNew) place.tally.use();
    else place.tally.merge();
  };

  const factOf = (
    claim: Exclude<Claim, { what: "follow" }>,
    person: number,
    byName: boolean,
  ): ArchiveFact => {
    const isConnection = claim.what === "connection";
    return {
      person,
      kind: isConnection ? "connected" : claim.kind,
      direction: isConnection ? "both" : claim.direction,
      when: claim.when,
      ref: -1,
      groupSize: 0,
      withNote: !isConnection && claim.note !== NO_NOTE,
      byName,
    };
  };

  const jobOf = ({ company, title, place }: ConnectionClaim): CareerSighting | undefined => {
    if (company === undefined && title === undefined) return undefined;
    const at = madeAt(place);
    return {
      ...(company !== undefined && { company }),
      ...(title !== undefined && { title }),
      at,
      until: at,
    };
  };

  /** What comes back as a message when an invitation is accepted is told by the day of the connection and the note. */
  const noteAcceptance = (claim: Exclude<Claim, { what: "follow" }>, person: number): void => {
    if (claim.what === "connection") returned.connected(person, claim.when);
    else if (claim.note !== NO_NOTE && claim.direction !== "both")
      returned.invited({ person, direction: claim.direction, note: claim.note, when: claim.when });
  };

  /** A name that leads to somebody, as far as this claim allows. */
  const meantBy = (claim: Claim) => {
    const person = whoIs(claim.name);
    const isInvitation = claim.what === "interaction" && claim.kind === "invitation";
    return isInvitation && typeof person === "number" && !canBeInvited(person, claim.when)
      ? "ambiguous"
      : person;
  };

  /** Whether the claim names somebody by address. A numeric id is found by the name, when other rows have the address of the person. */
  const isByAddress = (claim: Claim): boolean => {
    if (claim.person === NOBODY || !people.isNumberOnly(claim.person))
      return claim.person !== NOBODY;
    const person = meantBy(claim);
    return typeof person === "string" || people.isNumberOnly(person);
  };

  const keepByName = (claim: Exclude<Claim, { what: "follow" }>): void => {
    if (!isKept(claim.name)) return;
    named.add(factOf(claim, claim.name, false));
    const job = claim.what === "connection" ? jobOf(claim) : undefined;
    if (job) addCareer(namedCareers, claim.name, job);
  };

  const addClaim = (claim: Claim): void => {
    const { place, row, name } = claim;
    const when = claim.what === "follow" ? undefined : claim.when;
    const byName = !isByAddress(claim);
    const person = byName ? meantBy(claim) : claim.person;
    const isOwner = typeof person === "number" && owner.has(person);
    if (claim.what !== "follow" && !isOwner) {
      noteAcceptance(claim, typeof person === "string" ? personOfName(name) : person);
      if (byName && claim.what === "interaction" && claim.note !== NO_NOTE)
        noted.push({ claim, person: typeof person === "string" ? NOBODY : person });
      else if (byName) keepByName(claim);
    }
    if (person === "ambiguous") return place.tally.leaveOpen();
    if (person === "unknown") return skip(place, row, "name-unknown", name, when);
    if (isOwner) return skip(place, row, "to-self", name, when);
    if (claim.what === "follow") {
      count(place, !followed.has(person));
      followed.add(person);
      return;
    }
    let isNew = known.add(factOf(claim, person, byName));
    const job = claim.what === "connection" ? jobOf(claim) : undefined;
    if (job) {
      isNew = addCareer(allCareers, person, job) || isNew;
      if (!byName) addCareer(careers, person, job);
    }
    count(place, isNew);
  };

  // Connections first: they say when an invitation was accepted.
  for (const claim of gathered.claims) if (claim.what === "connection") addClaim(claim);
  for (const claim of gathered.claims) if (claim.what !== "connection") addClaim(claim);
  await pause(signal);

  /** An InMail goes to somebody who is no connection; before 2016 a subject alone does not tell. */
  const isInMail = ({ flags, from, spread }: MessageRow, those: readonly number[]): boolean => {
    if (flags & MESSAGE.inMail) return true;
    if (!(flags & MESSAGE.hasSubject)) return false;
    const isOld = from < SUBJECTS_UNTIL;
    return !isOld || !those.every((one) => returned.isConnected(one, from + spread));
  };

  const likelyNotes: LikelyNote[] = [];
  const meaning = messageMeaning(gathered, owner, whoIs);
  const addMessage = (row: MessageRow, isNoteForSure?: boolean): void => {
    const when = { from: row.from, to: row.from + row.spread };
    const meant = meaning(row);
    if (typeof meant === "string") return skip(row.place, row.row, meant, exampleName(row), when);
    const isOpen = "openName" in meant;
    const { direction } = meant;
    const groupSize = isOpen ? 1 : meant.groupSize;
    const those = isOpen ? [personOfName(meant.openName)] : meant.people;
    const [person] = those;
    const isLikely = row.note !== NO_NOTE && those.length === 1;
    if (isLikely && isNoteForSure === undefined && person !== undefined) {
      const isByAddress = !isOpen && meant.name === undefined;
      const ref = row.conversation;
      likelyNotes.push({ person, direction, note: row.note, when, ref, row, isByAddress });
      return;
    }
    if (isNoteForSure && !isOpen)
      return skip(row.place, row.row, "invitation-note", exampleName(row), when);
    const name = isOpen ? meant.openName : meant.name;
    const kind = isInMail(row, those) ? "inmail" : "message";
    // Written out: there may be half a million, and a spread of one takes as long as keeping it.
    const factOfRow = (whose: number, byName: boolean): ArchiveFact => ({
      person: whose,
      kind,
      direction,
      when,
      ref: row.conversation,
      groupSize,
      withNote: false,
      byName,
    });
    if (name !== undefined && !isNoteForSure && isKept(name)) named.add(factOfRow(name, false));
    if (!isOpen) {
      let isNew = false;
      for (const one of those) isNew = known.add(factOfRow(one, name !== undefined)) || isNew;
      return count(row.place, isNew);
    }
    if (!meant.isUnknown) return row.place.tally.leaveOpen();
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
  // A note that came back from an address tells whose the invitation was that has a name only.
  const addressed = new Set(
    [...notes].filter((one) => one.isByAddress).map(({ person, note }) => `${person} ${note}`),
  );
  for (const { claim, person } of noted) {
    if (addressed.has(`${person} ${claim.note}`)) known.add(factOf(claim, person, false));
    else keepByName(claim);
  }

  return {
    people: { facts: known, careers },
    names: { facts: named, careers: namedCareers },
    posts: postsOf(gathered),
  };
}

const exampleName = ({ senderName, recipientName }: MessageRow): number =>
  senderName >= 0 ? senderName : recipientName;
