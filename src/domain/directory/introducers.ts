/**
 * Who could introduce the user to somebody: of the mutual connections that a page named, those the user talks with.
 */
import { shownName } from "../person/corrected.ts";
import type { PersonId } from "../person/person.ts";
import { choicesInForce } from "../person/ruled.ts";
import { circumstances } from "../tie/circumstances.ts";
import type { Coverage } from "../tie/coverage.ts";
import { tieAllDay } from "../suggestions/tie-of-day.ts";
import type { Tie } from "../tie/tie.ts";
import type { PersonRecord } from "./person-record.ts";

/** Somebody who could introduce the user. */
export interface Introducer {
  readonly id: PersonId;
  readonly name: string;
  readonly tie: Tie;
}

/** More than these nobody asks. */
const MOST = 3;

/**
 * Who could introduce the user to a person, the closest tie first; nobody where the two talk with one another themselves.
 *
 * @param mutual whom the page named last as mutual connections, each once
 */
export function introducers(
  person: PersonRecord,
  mutual: readonly PersonRecord[],
  coverage: Coverage,
  now: number,
): readonly Introducer[] {
  const tieWith = (one: PersonRecord) =>
    tieAllDay(one.summary, circumstances(choicesInForce(one), coverage), now);
  if (tieWith(person).twoWay) return [];
  return mutual
    .filter(({ subject, choices }) => {
      const isLeftAlone = choices.deceased?.value === true || choices.neverTrack?.value === true;
      return subject !== person.subject && !isLeftAlone;
    })
    .map((one) => ({ id: one.id, name: shownName(one), tie: tieWith(one) }))
    .filter((one) => one.tie.twoWay)
    .sort((a, b) => b.tie.strength - a.tie.strength || (a.id < b.id ? -1 : 1))
    .slice(0, MOST);
}
