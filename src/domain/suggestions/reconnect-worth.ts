/**
 * What reconnecting is worth: inverted U in strength, times novelty, times overlap, times small boosts.
 */
import type { Candidate } from "./candidate.ts";
import type { KnownPerson, Surroundings } from "./circle.ts";
import { isFromThen } from "./own-companies.ts";
import { PARAMETERS } from "../tie/tie-parameters.ts";
import type { TieSummary } from "../tie/tie-summary.ts";
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

/** What of a person the overlap depends on. */
interface Overlapping extends Pick<Candidate, "mutual"> {
  /** When the two became connected (ms). */
  readonly connected?: TieSummary["connected"];
}

/** Overlap before its share, 0-1, of a person with unknown mutual connections. */
function overlapUnknown({ connected }: Overlapping, { shared }: Surroundings): number {
  if (shared === undefined || shared.current) return 0.5;
  return isFromThen(shared, connected)
    ? PARAMETERS.togetherOverlap
    : PARAMETERS.formerColleagueOverlap;
}

/**
 * How well placed somebody is between circles, 0.5-1: most with about ten mutual connections; where these are unknown, most at a
 * company the user has left.
 */
export function overlap(person: Overlapping, around: Surroundings): number {
  const { mutual } = person;
  const share = mutual === undefined ? undefined : (mutual + 1) / (PARAMETERS.mutualPeak + 1);
  const shape = share === undefined ? overlapUnknown(person, around) : share * Math.exp(1 - share);
  return PARAMETERS.overlapBase + (1 - PARAMETERS.overlapBase) * shape;
}

/** What of a person the worth depends on besides the network. */
interface Worthy {
  readonly person: Pick<Candidate, "mutual" | "news"> & {
    readonly summary: Pick<TieSummary, "lastAt" | "recommended" | "connected">;
  };
  readonly tie: Pick<Tie, "ownCadence" | "strength">;
}

const overlapping = ({ mutual, summary }: Worthy["person"]): Overlapping => ({
  ...(mutual !== undefined && { mutual }),
  connected: summary.connected,
});

function boosts({ summary, news }: Worthy["person"]): number {
  const known = summary.lastAt ?? summary.connected?.to ?? Infinity;
  const changed = news?.what === "company" && news.at > known;
  return (
    (changed ? PARAMETERS.changedCompanyBoost : 1) *
    (summary.recommended ? PARAMETERS.recommendedBoost : 1)
  );
}

/** What reconnecting is worth before novelty, which alone depends on other people's ties. A cadence of the user's own stands in for the inverted U. */
export function worthBeforeNovelty(known: Worthy, around: Surroundings): number {
  const { person, tie } = known;
  const shape = tie.ownCadence ? 1 : reconnectShape(tie.strength);
  return 100 * shape * overlap(overlapping(person), around) * boosts(person);
}

/** Worth of reconnecting with somebody who is late, 0-100. */
export function reconnectWorth(known: KnownPerson, around: Surroundings): number {
  return Math.min(100, worthBeforeNovelty(known, around) * novelty(around));
}

/** Worth of a first talk, 0-100: strength cannot rank people without any talk. What opens a new circle, and what the two share. */
export function firstTalkWorth({ person }: KnownPerson, around: Surroundings): number {
  const placed = overlap(overlapping(person), around);
  return Math.min(100, 100 * novelty(around) * placed * boosts(person));
}
