/**
 * The network as a whole: how its ties are shared out, how narrow the strong circle is, and how that moved.
 */
import { BANDS, sideOf, type Band } from "./band.ts";
import { candidateCircumstances, type Candidate } from "./candidate.ts";
import type { Coverage } from "./coverage.ts";
import { endOfYear, yearOf } from "./day.ts";
import { tie } from "./tie.ts";

/** The network at one moment. */
export interface BalanceAt {
  /** The moment (ms). */
  readonly at: number;
  /** People of the network by then: connected with, in contact with, or met. Somebody only seen on a page is nobody's tie. */
  readonly people: number;
  /** People by band; divide by `people` for the shares. */
  readonly counts: Readonly<Record<Band, number>>;
  /** Size of the strong circle: the bands Close and In touch. */
  readonly circle: number;
  /**
   * How many companies and fields the strong circle is spread over: the exponential of the Shannon entropy of its members' shares
   * (Hill number of order 1), so that ten people at ten companies are 10 and nine at one with one elsewhere are 1.4. Absent with
   * fewer than `FEWEST_KNOWN` members whose company or field is known. Today's companies and fields stand in for past ones.
   */
  readonly effectiveCompanies?: number;
  readonly effectiveFields?: number;
}

/** What the balance means, in one sentence that the interface words. Shares are 0-1. */
export type BalanceMeaning =
  /** Too few people with any contact to say anything. */
  | { readonly code: "too-little"; readonly talkedWith: number; readonly need: number }
  /** Hardly anybody is close. */
  | { readonly code: "thin-circle"; readonly circle: number; readonly quiet: number }
  /** The strong circle is of one company or field. */
  | { readonly code: "narrow-company"; readonly effective: number; readonly circle: number }
  | { readonly code: "narrow-field"; readonly effective: number; readonly circle: number }
  /** More ties went quiet (Fading, Dormant) than are close. */
  | { readonly code: "going-quiet"; readonly quiet: number; readonly circle: number }
  /** Nearly everybody is close: few weak ties to hear news from. */
  | { readonly code: "few-weak"; readonly circleShare: number }
  | { readonly code: "balanced"; readonly circleShare: number };

/** The network now, how it got there, and what that means. */
export interface Balance extends BalanceAt {
  /** The end of each of the last years, oldest first, as far as there was anybody. */
  readonly years: readonly BalanceAt[];
  readonly meaning: BalanceMeaning;
}

/** Members of the circle with a known company or field, for their effective number to say anything. Judgement, as all that follow. */
const FEWEST_KNOWN = 5;
/** People talked with, for the network to be judged at all. */
const FEWEST_TALKED_WITH = 10;
/** Members that make a circle; fewer are a thin one. */
const SMALLEST_CIRCLE = 5;
/** Effective companies or fields below which a circle is narrow: less than two of equal size. */
const NARROW = 2;
/** Share (0-1) of everybody being close from which weak ties are few. */
const CROWDED_CIRCLE = 0.6;
/** Ends of years looked back at. */
const YEARS_BACK = 5;

/** Hill number of order 1 of a list of names: e^entropy; absent with too few names. */
function effectiveNumber(names: readonly string[]): number | undefined {
  if (names.length < FEWEST_KNOWN) return undefined;
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  let entropy = 0;
  for (const count of counts.values())
    entropy -= (count / names.length) * Math.log(count / names.length);
  return Math.exp(entropy);
}

interface Member {
  readonly person: Candidate;
  readonly band: Band;
}

function balanceAt(members: readonly Member[], at: number): BalanceAt {
  const counts: Record<Band, number> = {
    close: 0,
    "in-touch": 0,
    fading: 0,
    dormant: 0,
    acquaintance: 0,
    "not-talked": 0,
    unknown: 0,
  };
  for (const { band } of members) counts[band] += 1;
  const circle = members.filter(({ band }) => sideOf(band) === "strong");
  const companies = effectiveNumber(circle.flatMap(({ person }) => person.companyKey ?? []));
  const fields = effectiveNumber(
    circle.flatMap(({ person }) => (person.field === "unknown" ? [] : person.field)),
  );
  return {
    at,
    people: members.length,
    counts,
    circle: circle.length,
    ...(companies !== undefined && { effectiveCompanies: companies }),
    ...(fields !== undefined && { effectiveFields: fields }),
  };
}

const isInNetwork = ({ summary, howMet }: Candidate): boolean =>
  summary.connected !== undefined || summary.last !== undefined || howMet !== undefined;

/** The band at the end of a past year; absent if the two did not know each other yet. */
function bandThen({ summary }: Candidate, year: number): Band | undefined {
  const { firstYear = Infinity, lastYear = Infinity, pastBands, connected } = summary;
  if (year >= lastYear) return tie(summary, {}, endOfYear(year)).band;
  if (year >= firstYear) return BANDS[Number(pastBands[year - firstYear])];
  return connected && connected.to <= endOfYear(year) ? "not-talked" : undefined;
}

function meaning({
  counts,
  circle,
  people,
  effectiveCompanies,
  effectiveFields,
}: BalanceAt): BalanceMeaning {
  const talkedWith = people - counts["not-talked"] - counts.unknown;
  const quiet = counts.fading + counts.dormant;
  if (talkedWith < FEWEST_TALKED_WITH)
    return { code: "too-little", talkedWith, need: FEWEST_TALKED_WITH };
  if (circle < SMALLEST_CIRCLE) return { code: "thin-circle", circle, quiet };
  if (effectiveCompanies !== undefined && effectiveCompanies < NARROW)
    return { code: "narrow-company", effective: effectiveCompanies, circle };
  if (effectiveFields !== undefined && effectiveFields < NARROW)
    return { code: "narrow-field", effective: effectiveFields, circle };
  if (quiet > circle) return { code: "going-quiet", quiet, circle };
  const circleShare = circle / people;
  return { code: circleShare > CROWDED_CIRCLE ? "few-weak" : "balanced", circleShare };
}

/** The balance of the network at `now` and at the ends of the last five years. */
export function balance(
  candidates: readonly Candidate[],
  coverage: Coverage | undefined,
  now: number,
): Balance {
  const today = balanceAt(
    candidates.filter(isInNetwork).map((person) => ({
      person,
      band: tie(person.summary, candidateCircumstances(person, coverage), now).band,
    })),
    now,
  );
  const years = Array.from({ length: YEARS_BACK }, (_, step) => yearOf(now) - YEARS_BACK + step);
  const past = years.map((year) => {
    const members = candidates.flatMap((person) => {
      const band = bandThen(person, year);
      return band ? [{ person, band }] : [];
    });
    return balanceAt(members, endOfYear(year));
  });
  return { ...today, years: past.filter(({ people }) => people > 0), meaning: meaning(today) };
}
