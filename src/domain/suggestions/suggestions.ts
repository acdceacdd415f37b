/**
 * Suggestions: people to write to this week.
 */
import { type Candidate, isLeftAlone } from "./candidate.ts";
import { isColleague, surroundings, type KnownPerson, type Surroundings } from "./circle.ts";
import type { Coverage } from "../tie/coverage.ts";
import { dayOf } from "../time/day.ts";
import { isLate } from "../tie/late.ts";
import { lens, type LensValue } from "./lens.ts";
import type { OwnCompanies } from "./own-companies.ts";
import type { PersonId } from "../person/person.ts";
import type { ReasonKind } from "../person/sent-message.ts";
import { reasonKind } from "./reason-kind.ts";
import { ownReason } from "./own-reason.ts";
import { isOwedReply, suggestionReasons, type SuggestionReason } from "./reasons.ts";
import { firstTalkWorth, reconnectWorth } from "./reconnect-worth.ts";
import { PARAMETERS } from "../tie/tie-parameters.ts";
import type { Tie } from "../tie/tie.ts";
import { tieOfDay } from "./tie-of-day.ts";

/** What suggestions are made from besides people. */
export interface SuggestionSettings {
  /** How many a week and list, 3 to 5. */
  readonly perWeek: number;
  /** Nobody is suggested twice within this many days. */
  readonly rotationDays: number;
  /** When people were last suggested (ms); absent people were not. */
  readonly suggestedAt?: ReadonlyMap<PersonId, number>;
  readonly coverage?: Coverage;
  /** Where the user worked. */
  readonly ownCompanies?: OwnCompanies;
  /** What kinds of reasons weigh by the replies they brought, see `replyWeights`; the others weigh 1. */
  readonly replyWeights?: ReadonlyMap<ReasonKind, number>;
  /** People who stand in the list of those not talked with already: nobody else is suggested for the same reason. */
  readonly beside?: readonly KnownPerson[];
}

/** A handful a week, and nobody twice in a quarter of a year. Judgement. */
export const SUGGESTION_DEFAULTS: SuggestionSettings = { perWeek: 4, rotationDays: 90 };

/** A person to write to, with rank and reasons. */
export interface Suggestion {
  readonly id: PersonId;
  /** 0-100; only comparable within one list. */
  readonly worth: number;
  readonly tie: Tie;
  /** At most two. */
  readonly reasons: readonly SuggestionReason[];
  readonly lens: readonly LensValue[];
}

/** The two lists of a week, never mixed. */
export interface Suggestions {
  /** A real past that went both ways, late by its own rhythm; and who is due by a cadence of the user's own. */
  readonly reconnect: readonly Suggestion[];
  /** Connected, or in the same circle, and not talked yet; each with a reason of their own. */
  readonly neverTalked: readonly Suggestion[];
}

const byId = (a: PersonId, b: PersonId) => (a < b ? -1 : a > b ? 1 : 0);

type List = "reconnect" | "neverTalked";

/**
 * The user waits for an answer: they wrote of late. Who wrote of late and waits for the user's answer is another matter, and so is a cadence of the
 * user's own.
 */
const isWaiting = (tie: Tie): boolean =>
  !tie.ownCadence && (tie.silentDays ?? Infinity) < PARAMETERS.fadingDays && !isOwedReply(tie);

/** Which list somebody may belong to today by the tie alone, before it is asked where they are. */
function listByTie({ person, tie: current }: KnownPerson): List | undefined {
  if (current.unanswered >= PARAMETERS.unansweredLimit && !current.ownCadence) return undefined;
  if (isLate(current)) return isWaiting(current) ? undefined : "reconnect";
  const isNew = current.band === "not-talked" && person.inTouchElsewhereAt === undefined;
  return isNew ? "neverTalked" : undefined;
}

/** Whether somebody belongs to that list. Who works where the user works is met there, unless the user wants to be reminded. */
function belongsTo(list: List, { person, tie: current }: KnownPerson, near: Surroundings): boolean {
  if (isColleague(near) && !current.ownCadence) return false;
  if (list === "reconnect") return true;
  const sameCircle = person.summary.connected !== undefined || near.shared !== undefined;
  return sameCircle || (person.mutual ?? 0) > 0 || person.howMet !== undefined;
}

/** What the replies to earlier messages with the same kind of reason make of somebody's worth. */
function replyWeight(
  { person, tie }: KnownPerson,
  near: Surroundings,
  weights: SuggestionSettings["replyWeights"],
): number {
  if (weights === undefined || weights.size === 0) return 1;
  const kind = reasonKind(suggestionReasons(person, tie, near));
  return (kind && weights.get(kind)) ?? 1;
}

/** Somebody with a list, and what the ranking goes by. */
interface RankedPerson {
  readonly known: KnownPerson;
  readonly near: Surroundings;
  readonly worth: number;
}

/** Of two who are worth the same, the one met last comes first: that is remembered best. */
function metAt({ person: { summary } }: KnownPerson): number {
  return summary.lastAt ?? summary.connected?.to ?? -Infinity;
}

const byWorth = (a: RankedPerson, b: RankedPerson): number => {
  const [one, other] = [metAt(a.known), metAt(b.known)];
  return (
    b.worth - a.worth ||
    (one === other ? 0 : other - one) ||
    byId(a.known.person.id, b.known.person.id)
  );
};

function suggestion({ known, near, worth }: RankedPerson): Suggestion {
  const { person, tie } = known;
  return {
    id: person.id,
    worth,
    tie,
    reasons: suggestionReasons(person, tie, near),
    lens: lens(known, near),
  };
}

/**
 * The best of these, at most so many. Each has a reason to say hello that no other row has. A list in which half of the rows say the same
 * would be drawn at random.
 */
function eachWithAReason(
  ranked: readonly RankedPerson[],
  beside: readonly RankedPerson[],
  atMost: number,
  now: number,
): readonly Suggestion[] {
  const reasonsOf = ({ reasons }: Suggestion) =>
    reasons.flatMap((reason) => ownReason(reason, now) ?? []);
  const found: Suggestion[] = [];
  const said = new Set(beside.map(suggestion).flatMap(reasonsOf));
  for (const one of ranked) {
    if (found.length === atMost) break;
    const made = suggestion(one);
    const reasons = reasonsOf(made);
    if (reasons.every((reason) => said.has(reason))) continue;
    for (const reason of reasons) said.add(reason);
    found.push(made);
  }
  return found;
}

/** The same for a network with its ties of the day and its circles. The deceased are not in it. */
export function suggestionsAmong(
  network: readonly KnownPerson[],
  around: (person: Candidate) => Surroundings,
  { perWeek, rotationDays, suggestedAt, replyWeights, beside = [] }: SuggestionSettings,
  now: number,
): Suggestions {
  const isRested = ({ id, cadenceDays = Infinity }: Candidate) => {
    const at = suggestedAt?.get(id);
    return at === undefined || dayOf(now) - dayOf(at) >= Math.min(rotationDays, cadenceDays);
  };
  const lists: Record<List, RankedPerson[]> = { reconnect: [], neverTalked: [] };
  for (const known of network) {
    const { person } = known;
    if (isLeftAlone(person, now) || !isRested(person)) continue;
    const list = listByTie(known);
    if (list === undefined) continue;
    const near = around(person);
    if (!belongsTo(list, known, near)) continue;
    const worthOf = list === "reconnect" ? reconnectWorth : firstTalkWorth;
    const weight = replyWeight(known, near, replyWeights);
    lists[list].push({ known, near, worth: Math.min(100, weight * worthOf(known, near)) });
  }
  return {
    reconnect: lists.reconnect.sort(byWorth).slice(0, perWeek).map(suggestion),
    neverTalked: eachWithAReason(
      lists.neverTalked.sort(byWorth),
      beside.map((known) => ({ known, near: around(known.person), worth: 0 })),
      perWeek,
      now,
    ),
  };
}

/**
 * People to write to: the same for the same input and UTC day. Each list begins with those it is worth most to write to. It is without people
 * who are to be left alone or were suggested within `rotationDays` (or within the user's own cadence for them, if that is shorter).
 */
export function suggestions(
  candidates: readonly Candidate[],
  settings: SuggestionSettings,
  now: number,
): Suggestions {
  const network = candidates
    .filter(({ deceased }) => !deceased)
    .map((person) => ({ person, tie: tieOfDay(person, settings.coverage, now) }));
  return suggestionsAmong(network, surroundings(network, settings.ownCompanies), settings, now);
}
