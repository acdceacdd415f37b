/**
 * Who is due: by a date the user chose, or by a cadence of the user's own. All in absolute moments, so that neither a change to
 * summer time nor a clock that was put right can lose or double a reminder: it is worked out anew from the facts every time.
 */
import { coveredUntil, type Coverage } from "./coverage.ts";
import { DAY_MS } from "./day.ts";
import { inTouchElsewhereAt } from "./in-touch-elsewhere.ts";
import type { PersonId } from "./person.ts";
import type { PersonRecord } from "./person-record.ts";

/** What is known ahead of one person. Moments in ms. */
export interface Reminder {
  readonly id: PersonId;
  /** The date the user chose. */
  readonly remindAt?: number;
  /** When the user's own cadence has passed without contact. */
  readonly cadenceAt?: number;
}

/** When a cadence of the user's own has passed: after the last exchange, or after it was chosen if there was none. */
function cadenceAt({ choices, summary }: PersonRecord): number | undefined {
  const { cadenceDays, snoozedUntil, muted } = choices;
  if (cadenceDays?.value === undefined || muted?.value) return undefined;
  const elsewhereAt = inTouchElsewhereAt(choices) ?? -Infinity;
  const touchedAt = Math.max(summary.lastAt ?? -Infinity, elsewhereAt);
  const from = Number.isFinite(touchedAt) ? touchedAt : cadenceDays.at;
  return Math.max(from + cadenceDays.value * DAY_MS, snoozedUntil?.value ?? -Infinity);
}

/** Whether anything of this person's could ever come due, now or before the user took it back. */
export const mayBeDue = ({ choices }: PersonRecord): boolean =>
  choices.remindAt !== undefined || choices.cadenceDays !== undefined;

/** The reminder of a person; `undefined` when there is nothing to remind of. */
export function reminder(person: PersonRecord): Reminder | undefined {
  const remindAt = person.choices.remindAt?.value;
  const cadence = cadenceAt(person);
  if (remindAt === undefined && cadence === undefined) return undefined;
  return {
    id: person.id,
    ...(remindAt !== undefined && { remindAt }),
    ...(cadence !== undefined && { cadenceAt: cadence }),
  };
}

/** The reminders after changes of single people. */
export function remindersWithChanges(
  reminders: readonly Reminder[],
  changed: readonly PersonRecord[],
  gone: readonly PersonId[],
): readonly Reminder[] {
  const touched = new Set([...changed.map(({ id }) => id), ...gone]);
  const others = reminders.filter(({ id }) => !touched.has(id));
  return [...others, ...changed.flatMap((person) => reminder(person) ?? [])];
}

/** Those due at `now`, longest due first. A cadence is only due as far as silence is known: see `coveredUntil`. */
export function due(
  reminders: readonly Reminder[],
  coverage: Coverage,
  now: number,
): readonly Reminder[] {
  const known = coveredUntil(coverage, now);
  const dueAt = ({ remindAt, cadenceAt: cadence }: Reminder): number => {
    const byDate = remindAt !== undefined && remindAt <= now ? remindAt : Infinity;
    const byCadence = cadence !== undefined && cadence <= known ? cadence : Infinity;
    return Math.min(byDate, byCadence);
  };
  return reminders
    .filter((one) => dueAt(one) < Infinity)
    .sort((a, b) => dueAt(a) - dueAt(b) || (a.id < b.id ? -1 : 1));
}

/** The next moment after `now` at which something comes due; `undefined` when nothing will. */
export function nextDueAt(reminders: readonly Reminder[], now: number): number | undefined {
  const ahead = reminders
    .flatMap(({ remindAt, cadenceAt: cadence }) => [remindAt, cadence])
    .filter((at) => at !== undefined && at > now);
  return ahead.reduce(
    (least, at) => (least === undefined || (at ?? least) < least ? at : least),
    undefined,
  );
}

/** A moment as the user's calendar and clock show it. */
export interface LocalTime {
  /** Any text that is the same all day and differs from every other day. */
  readonly day: string;
  readonly minutes: number;
}

/**
 * Whether the day's notification is to come now: people are due, the chosen time of day has passed, and there was none today. A time
 * of day that a change to summer time leaves out comes when the clock has passed it.
 *
 * @param notifiedOn the day of the last one
 */
export function isTimeToNotify(
  dueCount: number,
  notifyAtMinutes: number | undefined,
  notifiedOn: string | undefined,
  { day, minutes }: LocalTime,
): boolean {
  if (dueCount === 0 || notifyAtMinutes === undefined) return false;
  return minutes >= notifyAtMinutes && notifiedOn !== day;
}
