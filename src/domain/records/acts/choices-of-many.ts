/**
 * One act on many people, and the way back for those who were not changed again since.
 */
import type { Choices, PersonId } from "../../person/person.ts";
import type { Made } from "../made.ts";

/** How an act on one person is taken back. */
export interface WayBack {
  readonly id: PersonId;
  /** The person's choices as they were, as far as the act changed them. */
  readonly before: Made;
}

type ChoicesMade = NonNullable<Made["choices"]>;
type ChoiceName = keyof ChoicesMade;

const namesOf = (choices: ChoicesMade): readonly ChoiceName[] =>
  Object.keys(choices) as ChoiceName[];

/** What stores the choices as they are now, as far as an act changes them. Of notes and reminders it knows nothing: no act on many makes any. */
export function madeBefore(now: Choices, { choices, tags }: Made): Made {
  const has = new Set(now.tags);
  return {
    ...(choices && {
      choices: Object.fromEntries(
        namesOf(choices).map((name) => {
          const value = now[name]?.value;
          return [name, value === undefined ? {} : { value }];
        }),
      ),
    }),
    ...(tags && {
      tags: Object.fromEntries(Object.keys(tags).map((tag) => [tag, has.has(tag)])),
    }),
  };
}

/** Whether a person's choices are as an act made them. */
export function isAsMade(now: Choices, { choices = {}, tags = {} }: Made): boolean {
  const has = new Set(now.tags);
  return (
    namesOf(choices).every((name) => now[name]?.value === choices[name]?.value) &&
    Object.entries(tags).every(([tag, is]) => has.has(tag) === is)
  );
}
