import type { Person, PersonId } from "./person.ts";
import type { Field } from "./fields.ts";
import { fieldOf } from "./fields.ts";
import { companyKey } from "./company-name.ts";
import type { TieSummary } from "./tie-summary.ts";

/** What changed in somebody's working life, and when it was seen (ms). */
export interface CareerNews {
  readonly what: "company" | "title" | "field";
  readonly before: string;
  readonly after: string;
  readonly at: number;
}

/** What ranking needs of one person: small, plain JSON, kept with the person's record. */
export interface Candidate {
  readonly id: PersonId;
  readonly summary: TieSummary;
  /** Company as shown, and the key its spellings share. */
  readonly company?: string;
  readonly companyKey?: string;
  readonly field: Field | "unknown";
  /** Last change of company, field or title that was seen. */
  readonly news?: CareerNews;
  /** Mutual connections, where a page told. */
  readonly mutual?: number;
  /** How the two met, in the user's own words. */
  readonly howMet?: string;
  readonly muted?: boolean;
  readonly snoozedUntil?: number;
  readonly cadenceDays?: number;
  readonly inTouchElsewhereAt?: number;
  /** When a suggestion of this person was last shown or marked done (ms). */
  readonly suggestedAt?: number;
}

/** The ranking record of a person. */
export function candidate(person: Person, summary: TieSummary): Candidate {
  const { choices, career } = person;
  const latest = career.at(-1);
  const company = latest?.company;
  const key = company === undefined ? undefined : companyKey(company);
  const cadence = choices.cadenceDays?.value;
  return {
    id: person.id,
    summary,
    ...(company === undefined ? {} : { company }),
    ...(key === undefined ? {} : { companyKey: key }),
    field: fieldOf(latest?.title ?? latest?.headline),
    ...(choices.howMet ? { howMet: choices.howMet.value } : {}),
    ...(choices.muted ? { muted: choices.muted.value } : {}),
    ...(choices.snoozedUntil ? { snoozedUntil: choices.snoozedUntil.value } : {}),
    ...(cadence === undefined ? {} : { cadenceDays: cadence }),
    ...(choices.inTouchElsewhere ? { inTouchElsewhereAt: choices.inTouchElsewhere.at } : {}),
    ...(choices.suggestedAt ? { suggestedAt: choices.suggestedAt.value } : {}),
  };
}
