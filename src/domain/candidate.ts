/**
 * What ranking needs of one person.
 */
import { shownCareer } from "./corrected.ts";
import { careerNews, type CareerNews } from "./career-news.ts";
import { companyInHeadline, companyKey } from "./company-name.ts";
import type { Coverage } from "./coverage.ts";
import { fieldOf, type Field } from "./fields.ts";
import { inTouchElsewhereAt } from "./in-touch-elsewhere.ts";
import type { Person, PersonId } from "./person.ts";
import type { Circumstances } from "./tie.ts";
import type { TieSummary } from "./tie-summary.ts";

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
  /** Mutual connections, where a page told. */
  readonly mutual?: number;
  /** How the two met, in the user's own words. */
  readonly howMet?: string;
  /** Never to be suggested. */
  readonly muted?: boolean;
  readonly snoozedUntil?: number;
  readonly cadenceDays?: number;
  readonly inTouchElsewhereAt?: number;
  /** When a suggestion of this person was last shown or marked done (ms). */
  readonly suggestedAt?: number;
}

/** The ranking record of a person. */
export function candidate(person: Person, summary: TieSummary): Candidate {
  const { choices } = person;
  const career = shownCareer(person);
  const keys = career.map(({ company: shown, headline = "" }) => {
    const named = shown ?? companyInHeadline(headline);
    return named === undefined ? undefined : companyKey(named);
  });
  const place = career.findLastIndex((seen) => seen.company !== undefined);
  const [company, key] = [career[place]?.company, keys[place]];
  const companyKeys = keys.filter((one) => one !== undefined);
  const latest = career.findLast((seen) => seen.title !== undefined || seen.headline !== undefined);
  const news = careerNews(career);
  const { howMet, muted, neverTrack, snoozedUntil, cadenceDays, suggestedAt } = choices;
  const elsewhereAt = inTouchElsewhereAt(choices);
  return {
    id: person.id,
    summary,
    ...(company !== undefined && { company }),
    ...(key !== undefined && { companyKey: key }),
    ...(companyKeys.length > 0 && { companyKeys }),
    field: fieldOf(latest?.title ?? latest?.headline),
    ...(news && { news }),
    ...(howMet && { howMet: howMet.value }),
    ...((muted?.value || neverTrack?.value) && { muted: true }),
    ...(snoozedUntil && { snoozedUntil: snoozedUntil.value }),
    ...(cadenceDays?.value !== undefined && { cadenceDays: cadenceDays.value }),
    ...(elsewhereAt !== undefined && { inTouchElsewhereAt: elsewhereAt }),
    ...(suggestedAt && { suggestedAt: suggestedAt.value }),
  };
}

/** What bears on the tie with a candidate besides the interactions. */
export function candidateCircumstances(
  { cadenceDays, inTouchElsewhereAt }: Candidate,
  coverage: Coverage | undefined,
): Circumstances {
  return {
    ...(cadenceDays !== undefined && { cadenceDays }),
    ...(inTouchElsewhereAt !== undefined && { inTouchElsewhereAt }),
    ...(coverage && { coverage }),
  };
}
