/**
 * Reminders that have nothing left to remind of: the reply came that one waited for, or the two talked since the user set a date. They come back
 * where what ended them is removed.
 */
import type { Interaction } from "../interactions/interaction.ts";
import { kindRow } from "../interactions/kind-table.ts";
import type { Choices, ReminderDate } from "../person/person.ts";
import { isSince } from "../tie/talked-since.ts";
import { isWordOfTheirs } from "./replies.ts";

const KEPT = "kept-";

/** The moment (ms) of what a reminder waits for a reply to; `undefined` for any other reminder. */
export function waitsSince(reminder: string | undefined): number | undefined {
  const at = /^no-reply-(\d+)-/.exec(reminder ?? "")?.[1];
  return at === undefined ? undefined : Number(at);
}

/** Whether the user wants to be reminded also where the two talk before. Its id says so. */
export const isKeptReminder = (reminder: string): boolean => reminder.startsWith(KEPT);

/** The id of the same reminder, to be kept or not. */
export const reminderKept = (reminder: string, isKept: boolean): string => {
  const plain = isKeptReminder(reminder) ? reminder.slice(KEPT.length) : reminder;
  return isKept ? `${KEPT}${plain}` : plain;
};

/** Whether an interaction is the user's word to the other person alone. */
const isOwnWord = (fact: Interaction): boolean => {
  const { direction, groupSize } = fact;
  const { role, answerable, spoken } = kindRow(fact);
  const isExchange = role === "exchange" && (answerable || spoken);
  return direction !== "in" && groupSize === undefined && isExchange;
};

function hasEnded(
  { id, setAt }: ReminderDate,
  { inTouchElsewhere }: Choices,
  facts: readonly Interaction[],
): boolean {
  const since = waitsSince(id);
  if (since !== undefined)
    return (
      (inTouchElsewhere?.value ?? -Infinity) >= since ||
      facts.some((fact) => isWordOfTheirs(fact) && isSince(fact, since))
    );
  if (setAt === undefined || isKeptReminder(id)) return false;
  // What was on the day of the setting, at whatever hour, may have been before it: the user set it all the same.
  const later = facts.filter(({ from }) => from > setAt);
  return later.some(isWordOfTheirs) && later.some(isOwnWord);
}

/**
 * The choices without the reminders that have ended: one that waits for a reply, once a word of theirs came to the user alone, or the user says that the
 * two are in touch elsewhere; any other, once both had a word alone since it was set, unless it is kept.
 *
 * @param facts the `settled` interactions with the person
 */
export function withoutEndedReminders(choices: Choices, facts: readonly Interaction[]): Choices {
  const { reminders, ...others } = choices;
  if (reminders === undefined) return choices;
  const left = reminders
    .filter((one) => !hasEnded(one, choices, facts))
    // When it was set bears on nothing else.
    .map(({ id, at }) => ({ id, at }));
  return left.length === 0 ? others : { ...others, reminders: left };
}
