/**
 * What somebody is called and does, as the user put it right: a name, company or title the user wrote stands before what the
 * site shows. What was seen is kept beside it, so that a correction can be taken back.
 */
import type { Person, ShownWork } from "./person.ts";

/** The name to show: the user's, else the one last seen. */
export function shownName({ name, choices }: Pick<Person, "name" | "choices">): string {
  return choices.name?.value ?? name.value;
}

/** What was last seen of somebody's work, company and title each for itself: a page often shows only one line for both. */
export function seenWork(career: readonly ShownWork[]): {
  readonly company?: string;
  readonly title?: string;
} {
  const company = career.findLast((seen) => seen.company !== undefined)?.company;
  const title = career.findLast((seen) => seen.title !== undefined)?.title;
  return { ...(company !== undefined && { company }), ...(title !== undefined && { title }) };
}

/**
 * The career to go by, oldest first. A correction takes the place of what was last seen when it was made; what is first seen after
 * it is a new job and stands after it.
 */
export function shownCareer({
  career,
  choices,
}: Pick<Person, "career" | "choices">): readonly ShownWork[] {
  const { company, title } = choices;
  if (company?.value === undefined && title?.value === undefined) return career;
  const at = Math.max(
    company?.value === undefined ? -Infinity : company.at,
    title?.value === undefined ? -Infinity : title.at,
  );
  const after = career.findIndex((seen) => seen.at > at);
  const before = after < 0 ? career : career.slice(0, after);
  const replaced = before.at(-1);
  const until = replaced === undefined ? at : replaced.until;
  const corrected = {
    ...seenWork(before),
    ...(company?.value !== undefined && { company: company.value }),
    ...(title?.value !== undefined && { title: title.value }),
    // The line under a name says company and title in one, and would say the wrong ones again: it is left out.
    at: replaced?.at ?? at,
    ...(until !== undefined && { until }),
  };
  return [...before.slice(0, -1), corrected, ...career.slice(before.length)];
}
