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
  const { note, tags, howMet, remindAt, cadenceDays, inTouchElsewhere } = choices;
  const hasWords = !!note?.value || !!howMet?.value || (tags?.value.length ?? 0) > 0;
  return !hasWords && [remindAt, cadenceDays, inTouchElsewhere].every((choice) => !choice?.value);
}
