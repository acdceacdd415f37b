/**
 * What the user chose about a person, out of the registers of every alias and replica.
 */
import type { Choices, Cleared } from "../person/person.ts";
import { type ClockCorrection, correctedMoment } from "../records/hybrid-time.ts";
import {
  type ChoiceRegisters,
  type ChoiceValues,
  PROTECTIVE,
  type Register,
} from "../records/statement.ts";
import { latest, latestOfEach } from "./latest.ts";
import { type HandBySubject, projectedNotes, projectedReminders } from "./standing.ts";

/** A protective choice holds if it holds for any alias: of each alias the latest word counts. */
function protectiveRegister(
  name: (typeof PROTECTIVE)[number],
  hands: HandBySubject,
  corrections: readonly ClockCorrection[],
): Register<boolean> | undefined {
  const words = [...hands.values()].flatMap(
    (said) =>
      latest(
        said.flatMap(({ choices }) => choices?.[name] ?? []),
        corrections,
      ) ?? [],
  );
  return (
    latest(
      words.filter(({ value }) => value),
      corrections,
    ) ?? latest(words, corrections)
  );
}

/** A register as a choice, at the moment that the corrected clock says. */
const cleared = (
  { value, time: [ms, , replica] }: Register<unknown>,
  corrections: readonly ClockCorrection[],
): Cleared<unknown> => ({
  ...(value !== undefined && { value }),
  at: correctedMoment(ms, replica, corrections),
});

/** The choices that hold. */
export function projectedChoices(
  hands: HandBySubject,
  corrections: readonly ClockCorrection[],
): Choices {
  const all = [...hands.values()].flat();
  if (all.length === 0) return {};
  const choices: Record<string, Cleared<unknown>> = {};
  const sets = all.map((said): Readonly<Record<string, Register<unknown>>> => ({
    ...said.choices,
  }));
  for (const [name, register] of latestOfEach(sets, corrections))
    choices[name] = cleared(register, corrections);
  for (const name of PROTECTIVE) {
    const register = protectiveRegister(name, hands, corrections);
    if (register !== undefined) choices[name] = cleared(register, corrections);
  }
  const tagSets = all.map((said) => said.tags);
  const tags = [...latestOfEach(tagSets, corrections)]
    .flatMap(([tag, { value }]) => (value ? [tag] : []))
    .sort();
  const notes = projectedNotes(hands, corrections);
  const reminders = projectedReminders(hands, corrections);
  return {
    ...choices,
    ...(tags.length > 0 && { tags }),
    ...(notes.length > 0 && { notes }),
    ...(reminders.length > 0 && { reminders }),
  };
}

/** The choices of some registers that were all written now, for one alias. */
export const choicesMade = (
  made: { readonly [Name in keyof ChoiceValues]?: { readonly value?: ChoiceValues[Name] } },
  time: Register<never>["time"],
): ChoiceRegisters =>
  Object.fromEntries(
    Object.entries(made).map(([name, { value }]) => [
      name,
      { ...(value !== undefined && { value }), time },
    ]),
  );
