/**
 * What ranking needs of one person.
 */
import { shownCareer } from "../person/corrected.ts";
import { careerNews, type CareerNews } from "../career/career-news.ts";
import { companyInHeadline, companyKey } from "../career/company-name.ts";
import type { Coverage } from "../tie/coverage.ts";
import { fieldOf, type Field } from "../career/fields.ts";
import { remembered } from "../career/remembered.ts";
import { inTouchElsewhereAt, knownByHand } from "../person/by-hand.ts";
import type { Dated, Knows, Person, PersonId } from "../person/person.ts";
import { choicesInForce } from "../person/ruled.ts";
import type { Circumstances } from "../tie/tie.ts";
import type { TieSummary } from "../tie/tie-summary.ts";

/** What ranking needs of one person: small, plain JSON, can be kept with the person. */
export interface Candidate {
  readonly id: PersonId;
  readonly summary: TieSummary;
  /** Company as shown, and the key its spellings share. */
  readonly company?: string;
  readonly companyKey?: string;
  /** Keys of every company the person may have been seen at, those in headlines included, oldest first; absent without any. */
  readonly companyKeys?: readonly string[];
  readonly field: Field | "unknown";
  /** Last change of company, field, title or headline that was seen. */
  readonly news?: CareerNews;
  /** Mutual connections, where a page showed them. */
  readonly mutual?: number;
  /** How the two met, in the user's own words. */
  readonly howMet?: string;
  /** Never to be suggested: the user said so, or recording was stopped, or the person passed away. */
  readonly muted?: boolean;
  /** Passed away: found by search, counted nowhere. */
  readonly deceased?: boolean;
  readonly snoozedUntil?: number;
  readonly cadenceDays?: number;
  readonly inTouchElsewhereAt?: number;
  /** How well the user says to know the person, and since when (ms). */
  readonly knows?: Dated<Knows>;
}

const keyOf = remembered(companyKey);
const fieldNamed = remembered(fieldOf);

/** The ranking record of a person. */
export function candidate(
  person: Person & { readonly mutual?: number },
  summary: TieSummary,
): Candidate {
  const { mutual } = person;
  const choices = choicesInForce(person);
  const career = shownCareer(person);
  const keys = career.map(({ company: shown, headline = "" }) => {
    const named = shown ?? companyInHeadline(headline);
    return named === undefined ? undefined : keyOf(named);
  });
  const place = career.findLastIndex((seen) => seen.company !== undefined);
  const [company, key] = [career[place]?.company, keys[place]];
  const companyKeys = keys.filter((one) => one !== undefined);
  const latest = career.findLast((seen) => seen.title !== undefined || seen.headline !== undefined);
  const title = latest?.title ?? latest?.headline;
  const news = careerNews(career);
  const { howMet, muted, neverTrack, deceased, snoozedUntil, cadenceDays } = choices;
  const elsewhereAt = inTouchElsewhereAt(choices);
  const knows = knownByHand(choices);
  return {
    id: person.id,
    summary,
    ...(company !== undefined && { company }),
    ...(key !== undefined && { companyKey: key }),
    ...(companyKeys.length > 0 && { companyKeys }),
    field: title === undefined ? "unknown" : fieldNamed(title),
    ...(news && { news }),
    ...(mutual !== undefined && { mutual }),
    ...(howMet?.value !== undefined && { howMet: howMet.value }),
    ...((muted?.value || neverTrack?.value || deceased?.value) && { muted: true }),
    ...(deceased?.value && { deceased: true }),
    ...(snoozedUntil?.value !== undefined && { snoozedUntil: snoozedUntil.value }),
    ...(cadenceDays?.value !== undefined && { cadenceDays: cadenceDays.value }),
    ...(elsewhereAt !== undefined && { inTouchElsewhereAt: elsewhereAt }),
    ...(knows && { knows }),
  };
}

/** Whether somebody is a tie at all: connected with, in contact with, or met. Somebody only seen on a page is nobody's tie. */
export const isInNetwork = ({ summary, howMet, inTouchElsewhereAt }: Candidate): boolean =>
  summary.connected !== undefined ||
  summary.last !== undefined ||
  howMet !== undefined ||
  inTouchElsewhereAt !== undefined;

/** Whether nothing is to call the user's attention to a person at `now`: never suggest, or snoozed. It holds in every list. */
export const isLeftAlone = ({ muted, snoozedUntil = -Infinity }: Candidate, now: number): boolean =>
  muted === true || snoozedUntil > now;

/** A change of somebody's work seen since the two last talked, or since they are connected where they never did. */
export function newsSinceTalk({ news, summary }: Candidate): CareerNews | undefined {
  const talkedAt = summary.lastAt ?? summary.connected?.to ?? Infinity;
  return news && news.at > talkedAt ? news : undefined;
}

/** What bears on the tie with a candidate besides the interactions. */
export function candidateCircumstances(
  { cadenceDays, inTouchElsewhereAt, knows }: Candidate,
  coverage: Coverage | undefined,
): Circumstances {
  const made: { -readonly [Name in keyof Circumstances]: Circumstances[Name] } = {};
  if (cadenceDays !== undefined) made.cadenceDays = cadenceDays;
  if (inTouchElsewhereAt !== undefined) made.inTouchElsewhereAt = inTouchElsewhereAt;
  if (knows !== undefined) made.knows = knows;
  if (coverage !== undefined) made.coverage = coverage;
  return made;
}
