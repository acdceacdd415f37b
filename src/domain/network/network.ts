/**
 * What the pictures of the whole network are drawn from.
 */
import {
  type BalanceAt,
  balanceOf,
  type Balance,
  bandThen,
  memberToday,
  type MemberToday,
} from "../balance/balance.ts";
import { type Candidate, isInNetwork } from "../suggestions/candidate.ts";
import type { Coverage } from "../tie/coverage.ts";
import type { MonthOfMessages } from "../interactions/messages-by-month.ts";
import { knownSince } from "../tie/known-since.ts";
import { endOfYear, yearOf } from "../time/day.ts";
import {
  type CircleSpread,
  circleSpread,
  groupTally,
  noCounts,
  slipping,
  warmestFirst,
  type WarmGroup,
} from "./warm-groups.ts";

/** See the file. */
export interface Network extends Balance {
  /** Members who are overdue. */
  readonly overdue: number;
  /** Members of whom nothing says since when the two know one another: they are not on the map. */
  readonly undated: number;
  /** The end of each year, oldest first, as far as there was anybody; at most {@link YEARS_BACK}. */
  readonly years: readonly Pick<BalanceAt, "at" | "people" | "counts">[];
  readonly spread?: CircleSpread;
  /** Warmest first, at most {@link MOST_GROUPS} each; some past employers have no name. */
  readonly companies: readonly WarmGroup[];
  readonly fields: readonly WarmGroup[];
  readonly pastCompanies: readonly WarmGroup[];
  /** Companies and past employers that one is about to lose touch with, at most {@link MOST_GROUPS}. */
  readonly slipping: readonly WarmGroup[];
}

/** The network, with the messages of everybody by month. */
export interface NetworkSeen extends Network {
  /** Oldest first; months without messages are left out. */
  readonly months: readonly MonthOfMessages[];
  /** The last moment (ms) that was watched or archived. */
  readonly knownUntil: number;
}

/** Ends of years looked back at. */
const YEARS_BACK = 20;

/** More groups than are shown, because not every past employer turns out to be one. */
const MOST_GROUPS = 24;

/** People after whom others may be answered. */
const STEP = 50;

/** Counts the network on the day of `now`; it stops now and then, so that others are answered in between. Who passed away is to be left out before. */
export function* networkCounted(
  people: readonly Candidate[],
  coverage: Coverage | undefined,
  now: number,
): Generator<undefined, Network> {
  const thisYear = yearOf(now);
  const years = Array.from({ length: YEARS_BACK }, (_, step) => thisYear - YEARS_BACK + step);
  const then = years.map((year) => ({ at: endOfYear(year), people: 0, counts: noCounts() }));
  const members: MemberToday[] = [];
  const { add, groups } = groupTally();
  let undated = 0;
  for (const [place, person] of people.entries()) {
    if (place % STEP === 0) yield;
    if (!isInNetwork(person)) continue;
    const member = memberToday(person, coverage, now);
    members.push(member);
    add(member);
    if (knownSince(person.summary) === undefined) undated += 1;
    for (const [step, year] of years.entries()) {
      const [band, sums] = [bandThen(person, year), then[step]];
      if (band === undefined || sums === undefined) continue;
      sums.people += 1;
      sums.counts[band] += 1;
    }
  }
  yield;
  const companies = groups("company");
  const pastCompanies = groups("past-company");
  const spread = circleSpread(companies);
  return {
    ...balanceOf(members, ({ person }) => person.company, now),
    overdue: members.filter(({ isOverdue }) => isOverdue).length,
    undated,
    years: then.filter(({ people: some }) => some > 0),
    ...(spread !== undefined && { spread }),
    companies: warmestFirst(companies).slice(0, MOST_GROUPS),
    fields: warmestFirst(groups("field")),
    pastCompanies: warmestFirst(pastCompanies).slice(0, MOST_GROUPS),
    slipping: slipping([...companies, ...pastCompanies]).slice(0, MOST_GROUPS),
  };
}
