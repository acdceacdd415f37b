/**
 * Which rules hold for a person.
 */
import { companyKey } from "../career/company-name.ts";
import { folded } from "../names/names.ts";
import { shownCareer } from "../person/corrected.ts";
import type { Person, Ruled } from "../person/person.ts";
import type { KeptRule, RuleAbout } from "../records/rule.ts";

/** Where somebody is, and what they are tagged with, in the form that is compared. */
interface RulePlace {
  readonly companyKey?: string | undefined;
  /** Folded. */
  readonly tags?: readonly string[] | undefined;
}

/** Answers whether a rule is about somebody. A company by any spelling of its name; a tag whatever its case and accents. */
export function isAbout({ of, name }: RuleAbout): (place: RulePlace) => boolean {
  if (of === "tag") {
    const tag = folded(name);
    return ({ tags = [] }) => tags.includes(tag);
  }
  const key = companyKey(name);
  return (place) => key !== undefined && place.companyKey === key;
}

/** Whether two rules are about the same people, however the company or the tag is written. */
export function isSameAbout(one: RuleAbout, other: RuleAbout): boolean {
  if (one.of !== other.of) return false;
  if (one.name === other.name) return true;
  if (one.of === "tag") return folded(one.name) === folded(other.name);
  const key = companyKey(one.name);
  return key !== undefined && key === companyKey(other.name);
}

function placeOf({ career, choices }: Pick<Person, "career" | "choices">): RulePlace {
  const company = shownCareer({ career, choices }).findLast(
    (seen) => seen.company !== undefined,
  )?.company;
  return {
    companyKey: company === undefined ? undefined : companyKey(company),
    tags: choices.tags?.map(folded),
  };
}

/** What rules say of a person, as far as the user chose nothing about the person that comes before them. @param rules in the order in which they decide */
export function ruledPerson(
  person: Pick<Person, "career" | "choices">,
  rules: readonly KeptRule[],
): Ruled | undefined {
  if (rules.length === 0) return undefined;
  const { muted, cadenceDays, knows } = person.choices;
  const place = placeOf(person);
  const ruled: { -readonly [Name in keyof Ruled]: Ruled[Name] } = {};
  for (const { id, at, about, says } of rules) {
    if (!isAbout(about)(place)) continue;
    if (says.what === "never" && muted?.value === undefined)
      ruled.muted ??= { value: true, at, rule: id };
    if (says.what === "cadence" && cadenceDays?.value === undefined)
      ruled.cadenceDays ??= { value: says.days, at, rule: id };
    if (says.what === "knows" && knows?.value === undefined)
      ruled.knows ??= { value: says.how, at, rule: id };
  }
  return Object.keys(ruled).length === 0 ? undefined : ruled;
}
