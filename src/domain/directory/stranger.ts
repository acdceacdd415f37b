import type { PersonRecord } from "./person-record.ts";

/**
 * Whether nothing connects the user with a person: no interaction, no connection, and no word of the user's own. A visit alone does
 * not make anybody less of a stranger.
 */
export function isStranger({
  summary,
  choices,
}: Pick<PersonRecord, "summary" | "choices">): boolean {
  if (summary.last !== undefined || summary.connected !== undefined) return false;
  const { notes, tags, reminders, howMet, cadenceDays, inTouchElsewhere } = choices;
  const isNamed = notes !== undefined || tags !== undefined || reminders !== undefined;
  return !isNamed && [howMet, cadenceDays, inTouchElsewhere].every((choice) => !choice?.value);
}
