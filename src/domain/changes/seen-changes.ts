/**
 * What changed between the user and the people of the network: work, invitations, who waits for an answer, ties that woke. Made of what the
 * directory keeps of everybody, by the rules that give the week its reasons.
 */
import type { CareerNews } from "../career/career-news.ts";
import type { PersonId } from "../person/person.ts";
import { type Candidate, isLeftAlone, newsSinceTalk } from "../suggestions/candidate.ts";
import { isOwedReply } from "../suggestions/reasons.ts";
import { coveredDays, type Coverage } from "../tie/coverage.ts";
import { PARAMETERS } from "../tie/tie-parameters.ts";
import { type ContactSeen, reckonedAt } from "../tie/tie-state.ts";
import type { Tie } from "../tie/tie.ts";
import { DAY_MS } from "../time/day.ts";

/** The kinds of change, in the order of their filters. */
export const CHANGE_KINDS = ["work", "waiting", "invitation", "woke"] as const;

/** One of {@link CHANGE_KINDS}. */
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** What changed. */
export type ChangeFact =
  /** Company, field, title or headline, since the two last talked. */
  | { readonly kind: "work"; readonly news: CareerNews }
  /** They wrote last and wait for an answer. */
  | { readonly kind: "waiting"; readonly seen: ContactSeen }
  /** An invitation without an answer, as far as is known. */
  | { readonly kind: "invitation"; readonly state: "open"; readonly seen: ContactSeen }
  /** They took the user's invitation: the two became connected after it (ms), and did not talk since. */
  | {
      readonly kind: "invitation";
      readonly state: "accepted";
      /** The invitation. */
      readonly seen: ContactSeen;
      readonly from: number;
      readonly to: number;
    }
  /** The two talked again (ms), after a Dormant tie; the talk before was at `after` (ms). */
  | { readonly kind: "woke"; readonly after: number; readonly at: number };

/** A change of one person. */
export interface SeenChange {
  readonly id: PersonId;
  /** When it was, or was first seen (ms). */
  readonly at: number;
  readonly fact: ChangeFact;
}

/** Days after which an invitation without an answer is no longer called open. Judgement: half a year. */
const OPEN_DAYS = 183;

/** How many changes of a kind there are. */
export type ChangeCounts = Readonly<Record<ChangeKind, number>>;

function invitationFact({ summary }: Candidate, now: number): ChangeFact | undefined {
  const { invitation, connected, lastAt = -Infinity } = summary;
  if (invitation === undefined || lastAt > invitation.to) return undefined;
  if (connected === undefined) {
    const isOpen = now - reckonedAt(invitation) <= OPEN_DAYS * DAY_MS;
    return isOpen ? { kind: "invitation", state: "open", seen: invitation } : undefined;
  }
  const { from, to } = connected;
  // A connection that is known to a coarse time may have been there before.
  if (invitation.direction !== "out" || from < invitation.from - DAY_MS) return undefined;
  return { kind: "invitation", state: "accepted", seen: invitation, from, to };
}

/** Whether a source covers a silence (ms to ms), but for the days that may lie between two sources. */
function isCovered(coverage: Coverage, after: number, at: number): boolean {
  const days = (at - after) / DAY_MS;
  return coveredDays(coverage, after, at) >= days - PARAMETERS.coverageGapDays;
}

function wokeFact({ summary }: Candidate, coverage: Coverage): ChangeFact | undefined {
  const { wokeAt, wokeAfter } = summary;
  if (wokeAt === undefined || wokeAfter === undefined) return undefined;
  return isCovered(coverage, wokeAfter, wokeAt)
    ? { kind: "woke", after: wokeAfter, at: wokeAt }
    : undefined;
}

/** When a change was, or was first seen (ms). */
function momentOf(fact: ChangeFact): number {
  switch (fact.kind) {
    case "work":
      return fact.news.at;
    case "waiting":
      return reckonedAt(fact.seen);
    case "invitation":
      return reckonedAt(fact.state === "open" ? fact.seen : fact);
    case "woke":
      return fact.at;
  }
}

/**
 * The changes of one person within the last year. Nobody is listed whom the user leaves alone.
 *
 * @param tieOf answers the tie of the day; it is asked only of those who may have a change
 */
export function changesOf(
  person: Candidate,
  tieOf: () => Tie,
  coverage: Coverage,
  now: number,
): readonly SeenChange[] {
  if (isLeftAlone(person, now)) return [];
  const facts: (ChangeFact | undefined)[] = [];
  const news = newsSinceTalk(person);
  if (news !== undefined) facts.push({ kind: "work", news });
  const { wroteLast, lastExchange, wokeAt } = person.summary;
  if (wroteLast === "in" && lastExchange !== undefined && isOwedReply(tieOf()))
    facts.push({ kind: "waiting", seen: lastExchange });
  facts.push(invitationFact(person, now));
  if (wokeAt !== undefined && ["close", "in-touch", "acquaintance"].includes(tieOf().band))
    facts.push(wokeFact(person, coverage));
  const oldest = now - PARAMETERS.newsDays * DAY_MS;
  return facts.flatMap((fact): readonly SeenChange[] => {
    const at = fact && momentOf(fact);
    if (fact === undefined || at === undefined || at < oldest) return [];
    return [{ id: person.id, at, fact }];
  });
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Changes in the order of the page: newest first, then by kind and handle. */
export const newestFirst = (changes: readonly SeenChange[]): readonly SeenChange[] =>
  changes.toSorted(
    (a, b) =>
      b.at - a.at ||
      CHANGE_KINDS.indexOf(a.fact.kind) - CHANGE_KINDS.indexOf(b.fact.kind) ||
      byText(a.id, b.id),
  );

/** How many there are of each kind. */
export function changeCounts(changes: readonly SeenChange[]): ChangeCounts {
  const counts: Record<ChangeKind, number> = { work: 0, waiting: 0, invitation: 0, woke: 0 };
  for (const { fact } of changes) counts[fact.kind] += 1;
  return counts;
}
