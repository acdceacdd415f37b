import type { Candidate } from "./candidate.ts";
import type { Surroundings } from "./reasons.ts";
import type { Tie } from "./tie.ts";

/** What a weak tie is good for, and why. */
export type LensValue =
  | {
      readonly value: "perspective";
      readonly because: "other-company" | "other-field" | "other-circle";
    }
  | { readonly value: "opportunity"; readonly because: "moderately-weak" | "between-circles" }
  | {
      readonly value: "news";
      readonly because: "changed-company" | "changed-field" | "changed-title";
    };

/** Which of perspective, opportunity and news a person offers. */
export function lens(person: Candidate, tie: Tie, around: Surroundings): readonly LensValue[] {
  const values: LensValue[] = [];
  if (around.sameField === 0) values.push({ value: "perspective", because: "other-field" });
  else if (around.sameCompany === 0)
    values.push({ value: "perspective", because: "other-company" });
  if (tie.strength > 5 && tie.strength < 60)
    values.push({ value: "opportunity", because: "moderately-weak" });
  if (person.news && person.news.at > (person.summary.lastAt ?? -Infinity))
    values.push({ value: "news", because: `changed-${person.news.what}` });
  return values;
}
