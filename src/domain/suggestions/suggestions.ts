/**
 * Suggestions: people to write to this week.
 */
import { type Candidate, isLeftAlone } from "./candidate.ts";
import { surroundings, type Known, type Surroundings } from "./circle.ts";
import type { Coverage } from "../tie/coverage.ts";
import { dayOf, weekOf } from "../time/day.ts";
import { isLate } from "../tie/late.ts";
import { lens, type LensValue } from "./lens.ts";
import type { OwnCompanies } from "./own-companies.ts";
import type { PersonId } from "../person/person.ts";
import { suggestionReasons, type SuggestionReason } from "./reasons.ts";
import { firstTalkWorth, reconnectWorth } from "./reconnect-worth.ts";
import { PARAMETERS } from "../tie/tie-parameters.ts";
import type { Tie } from "../tie/tie.ts";
import { beginningOfDay, tieOfDay } from "./tie-of-day.ts";

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
  /** Connected, or in the same circle, and never really talked. */
  readonly neverTalked: readonly Suggestion[];
}

const byId = (a: PersonId, b: PersonId) => (a < b ? -1 : a > b ? 1 : 0);

type List = "reconnect" | "neverTalked";

/** Which list somebody belongs to today, if any. */
function listOf(
  { person, tie: current }: Known,
  around: (person: Candidate) => Surroundings,
): List | undefined {
  if (current.unanswered >= PARAMETERS.unansweredLimit && !current.ownCadence) return undefined;
  if (isLate(current)) return "reconnect";
  if (current.twoWay || person.inTouchElsewhereAt !== undefined) return undefined;
  const { summary } = person;
  if (summary.exchangeDays > PARAMETERS.neverTalkedDays) return undefined;
  if ((current.silentDays ?? Infinity) < PARAMETERS.fadingDays) return undefined;
  const sameCircle = summary.connected !== undefined || summary.last !== undefined;
  const known = sameCircle || (person.mutual ?? 0) > 0 || person.howMet !== undefined;
  return known || around(person).shared !== undefined ? "neverTalked" : undefined;
}

/** A number that mixes id and week, so that among equals others come up every week, and the same all week. */
function weekHash(id: PersonId, week: number): number {
  let hash = 2_166_136_261 ^ week;
  for (let place = 0; place < id.length; place += 1)
    hash = Math.imul(hash ^ id.charCodeAt(place), 16_777_619);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** The same for a network with its ties of the day and its circles. The deceased are not in it. */
export function suggestionsAmong(
  network: readonly Known[],
  around: (person: Candidate) => Surroundings,
  { perWeek, rotationDays, suggestedAt }: SuggestionSettings,
  now: number,
): Suggestions {
  const today = beginningOfDay(now);
  const week = weekOf(now);
  const isRested = ({ id, cadenceDays = Infinity }: Candidate) => {
    const at = suggestedAt?.get(id);
    return at === undefined || dayOf(now) - dayOf(at) >= Math.min(rotationDays, cadenceDays);
  };
  const listed = network.flatMap((known) => {
    const { person } = known;
    if (isLeftAlone(person, today) || !isRested(person)) return [];
    const list = listOf(known, around);
    return list ? [{ known, list }] : [];
  });
  const ranked = (list: List, worthOf: (known: Known, near: Surroundings) => number) =>
    listed
      .filter((one) => one.list === list)
      .map(({ known }) => ({
        known,
        worth: worthOf(known, around(known.person)),
        hash: weekHash(known.person.id, week),
      }))
      .sort(
        (a, b) =>
          b.worth - a.worth || a.hash - b.hash || byId(a.known.person.id, b.known.person.id),
      )
      .slice(0, perWeek)
      .map(({ known, worth }): Suggestion => {
        const near = around(known.person);
        return {
          id: known.person.id,
          worth,
          tie: known.tie,
          reasons: suggestionReasons(known.person, known.tie, near),
          lens: lens(known, near),
        };
      });
  return {
    reconnect: ranked("reconnect", reconnectWorth),
    neverTalked: ranked("neverTalked", firstTalkWorth),
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
