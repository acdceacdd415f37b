/**
 * The network as a whole: how its ties are shared out, and how narrow the strong circle is.
 */
import { BANDS, sideOf, type Band } from "../tie/band.ts";
import type { Candidate } from "../suggestions/candidate.ts";
import { isOverdue, tieOfDay } from "../suggestions/tie-of-day.ts";
import type { Coverage } from "../tie/coverage.ts";
import { endOfYear } from "../time/day.ts";
import type { Field } from "../career/fields.ts";
import { knownBand } from "../tie/known-band.ts";

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
}

/** What the balance means, in one sentence that the interface words. Shares are 0-1. */
export type BalanceMeaning =
  /** Too few people talked with to say anything. */
  | { readonly code: "too-little"; readonly talkedWith: number; readonly need: number }
  /** Hardly anybody is close. `overdue`: late by the rhythm of the two, as the list of the late counts them. */
  | { readonly code: "thin-circle"; readonly circle: number; readonly overdue: number }
  /** So large a share of the strong circle is of one company or field. */
  | { readonly code: "narrow-company"; readonly company: string; readonly share: number }
  | { readonly code: "narrow-field"; readonly field: Field; readonly share: number }
  /** More ties are overdue than strong. */
  | { readonly code: "going-quiet"; readonly circle: number; readonly overdue: number }
  /** Nearly everybody is close: few weak ties to hear news from. */
  | { readonly code: "few-weak"; readonly circleShare: number }
  | { readonly code: "balanced"; readonly circleShare: number };

/** The network now, and what that means. */
export interface Balance extends BalanceAt {
  readonly meaning: BalanceMeaning;
}

/** Members of the circle with a known company or field, for their number to say anything. Judgement, as all that follow. */
export const FEWEST_KNOWN = 5;
/** People talked with, for the network to be judged at all. */
const FEWEST_TALKED_WITH = 10;
/** Members that make a circle; fewer are a thin one. */
const SMALLEST_CIRCLE = 5;
/** Effective companies or fields below which a circle is narrow: less than two of equal size. */
const NARROW = 2;
/** Share (0-1) of everybody being close from which weak ties are few. */
const CROWDED_CIRCLE = 0.6;

/** How a list of names is spread. */
interface NameSpread {
  /** Hill number of order 1, e^entropy: ten people at ten companies are 10, nine at one with one elsewhere are 1.4. */
  readonly effective: number;
  /** The most frequent name, and its share (0-1). */
  readonly most: string;
  readonly share: number;
}

/** The spread of names; absent with too few of them. */
function spread(names: readonly string[]): NameSpread | undefined {
  if (names.length < FEWEST_KNOWN) return undefined;
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  let entropy = 0;
  let most = "";
  for (const [name, count] of counts) {
    entropy -= (count / names.length) * Math.log(count / names.length);
    if (count > (counts.get(most) ?? 0)) most = name;
  }
  const share = (counts.get(most) ?? 0) / names.length;
  return { effective: Math.exp(entropy), most, share };
}

/** What the balance looks at of somebody of the network. */
export interface Counted {
  readonly band: Band;
  /** As the list of the overdue counts. */
  readonly isOverdue: boolean;
  /** The two alone talked with one another at least once. */
  readonly hasTalked: boolean;
  readonly companyKey?: string | undefined;
  readonly field: Field | "unknown";
}

/** The strong circle. */
const circleOf = <Member extends Pick<Counted, "band">>(
  members: readonly Member[],
): readonly Member[] => members.filter(({ band }) => sideOf(band) === "strong");

const companySpread = (circle: readonly Counted[]) =>
  spread(circle.flatMap(({ companyKey }) => companyKey ?? []));

const fieldSpread = (circle: readonly Counted[]) =>
  spread(circle.flatMap(({ field }) => (field === "unknown" ? [] : field)));

/** The balance of these members at a moment (ms). */
export function balanceAt(members: readonly Pick<Counted, "band">[], at: number): BalanceAt {
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
  return { at, people: members.length, counts, circle: circleOf(members).length };
}

/** The band at the end of a past year; absent if the two did not know each other yet. */
export function bandThen({ summary }: Candidate, year: number): Band | undefined {
  const { firstYear = Infinity, lastYear = Infinity, pastBands, connected } = summary;
  if (year >= lastYear) return knownBand(summary, endOfYear(year));
  if (year >= firstYear) return BANDS[Number(pastBands[year - firstYear])];
  return connected && connected.to <= endOfYear(year) ? "not-talked" : undefined;
}

/**
 * What the balance of these members means.
 *
 * @param companyOf the company of a member as shown
 */
export function balanceMeaning<Member extends Counted>(
  members: readonly Member[],
  companyOf: (member: Member) => string | undefined,
): BalanceMeaning {
  const talkedWith = members.filter(({ hasTalked }) => hasTalked).length;
  const overdue = members.filter(({ isOverdue: late }) => late).length;
  const strong = circleOf(members);
  const circle = strong.length;
  if (talkedWith < FEWEST_TALKED_WITH)
    return { code: "too-little", talkedWith, need: FEWEST_TALKED_WITH };
  if (circle < SMALLEST_CIRCLE) return { code: "thin-circle", circle, overdue };
  const byCompany = companySpread(strong);
  if (byCompany !== undefined && byCompany.effective < NARROW) {
    const one = strong.find(({ companyKey }) => companyKey === byCompany.most);
    const company = one && companyOf(one);
    if (company !== undefined) return { code: "narrow-company", company, share: byCompany.share };
  }
  const byField = fieldSpread(strong);
  if (byField !== undefined && byField.effective < NARROW) {
    const shown = strong.find(({ field }) => field === byField.most)?.field;
    if (shown !== undefined && shown !== "unknown")
      return { code: "narrow-field", field: shown, share: byField.share };
  }
  if (overdue > circle) return { code: "going-quiet", circle, overdue };
  const circleShare = circle / members.length;
  return { code: circleShare > CROWDED_CIRCLE ? "few-weak" : "balanced", circleShare };
}

/** The balance of these members of the network, see {@link balanceMeaning}. */
export const balanceOf = <Member extends Counted>(
  members: readonly Member[],
  companyOf: (member: Member) => string | undefined,
  at: number,
): Balance => ({ ...balanceAt(members, at), meaning: balanceMeaning(members, companyOf) });

/** A member as they are today. */
export interface MemberToday extends Counted {
  readonly person: Candidate;
}

/** A person as a member of the network at `now`. */
export function memberToday(
  person: Candidate,
  coverage: Coverage | undefined,
  now: number,
): MemberToday {
  const known = tieOfDay(person, coverage, now);
  const { companyKey, field, summary } = person;
  return {
    person,
    band: known.band,
    isOverdue: isOverdue(person, known, now),
    hasTalked: summary.talkDays > 0,
    companyKey,
    field,
  };
}
