/**
 * What reconnecting is worth: inverted U in strength, times novelty, times overlap, times small boosts.
 */
import type { Candidate } from "./candidate.ts";
import type { Known, Surroundings } from "./circle.ts";
import { PARAMETERS } from "../tie/tie-parameters.ts";
import type { Tie } from "../tie/tie.ts";

/** How much a strength (0-100) makes somebody worth reconnecting, 0-1: an inverted U with its top at `reconnectPeak`. */
export function reconnectShape(strength: number): number {
  const share = strength / PARAMETERS.reconnectPeak;
  return share * Math.exp(1 - share);
}

/** 1 where there is nobody else, less the more there are; a half where it is unknown. */
const rarity = (others: number | undefined) => (others === undefined ? 0.5 : 1 / (1 + others));

/** How new a circle somebody opens: 1 for the only tie in company and field, `noveltyBase` for one of very many. */
export function novelty({ sameCompany, sameField }: Surroundings): number {
  const rare = (rarity(sameCompany) + rarity(sameField)) / 2;
  return PARAMETERS.noveltyBase + (1 - PARAMETERS.noveltyBase) * rare;
}

/** Overlap before its share, 0-1, of somebody whose mutual connections are unknown. */
const overlapUnknown = ({ shared }: Surroundings): number =>
  shared && !shared.current ? PARAMETERS.formerColleagueOverlap : 0.5;

/**
 * How well placed somebody is between circles, 0.5-1: most with about ten mutual connections; where these are unknown, most at a
 * company the user has left.
 */
export function overlap({ mutual }: Pick<Candidate, "mutual">, around: Surroundings): number {
  const share = mutual === undefined ? undefined : (mutual + 1) / (PARAMETERS.mutualPeak + 1);
  const shape = share === undefined ? overlapUnknown(around) : share * Math.exp(1 - share);
  return PARAMETERS.overlapBase + (1 - PARAMETERS.overlapBase) * shape;
}

/** What of a person the worth depends on besides the network. */
interface Worthy {
  readonly person: Pick<Candidate, "mutual" | "news"> & {
    readonly summary: Pick<Candidate["summary"], "lastAt" | "recommended">;
  };
  readonly tie: Pick<Tie, "ownCadence" | "strength">;
}

function boosts({ person }: Worthy): number {
  const { summary, news } = person;
  const changed = news?.what === "company" && news.at > (summary.lastAt ?? Infinity);
  return (
    (changed ? PARAMETERS.changedCompanyBoost : 1) *
    (summary.recommended ? PARAMETERS.recommendedBoost : 1)
  );
}

/** What reconnecting is worth before novelty, which alone depends on other people's ties. A cadence of the user's own stands in for the inverted U. */
export function worthBeforeNovelty(known: Worthy, around: Surroundings): number {
  const { person, tie } = known;
  const shape = tie.ownCadence ? 1 : reconnectShape(tie.strength);
  return 100 * shape * overlap(person, around) * boosts(known);
}

/** Worth of reconnecting with somebody who is late, 0-100. */
export function reconnectWorth(known: Known, around: Surroundings): number {
  return Math.min(100, worthBeforeNovelty(known, around) * novelty(around));
}

/** Worth of a first real talk, 0-100: strength cannot rank those with whom there was none. */
export function firstTalkWorth({ person }: Known, around: Surroundings): number {
  return 100 * novelty(around) * overlap(person, around);
}
