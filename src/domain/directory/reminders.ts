/**
 * Who is due: by a date the user chose, or by a cadence of the user's own. All in absolute moments, so that neither a change to
 * summer time nor a clock that was put right can lose or double a reminder: it is computed anew from the facts every time.
 */
import { coveredUntil, type Coverage } from "../tie/coverage.ts";
import { DAY_MS } from "../time/day.ts";
import { inTouchElsewhereAt } from "../person/by-hand.ts";
import type { PersonId, ReminderDate } from "../person/person.ts";
import { choicesInForce } from "../person/ruled.ts";
import type { PersonRecord } from "./person-record.ts";
import type { PersonSubject } from "../records/subject.ts";

/** What lies ahead with one person. Moments in ms. */
export interface Reminder {
  readonly id: PersonId;
  readonly subject: PersonSubject;
  /** The dates the user chose, earliest first. */
  readonly dates: readonly ReminderDate[];
  /** When the user's own cadence has passed without contact. */
  readonly cadenceAt?: number;
  /** The person is snoozed until then: nothing comes due before. */
  readonly notBefore?: number;
}

/** What a person is due by. */
export type Due =
  | {
      readonly by: "date";
      readonly at: number;
      /** See `ReminderDate`. */ readonly reminder: string;
    }
  | { readonly by: "cadence"; readonly at: number };

/** When a cadence of the user's own has passed: after the last exchange, or after it was chosen if there was none. */
function cadenceAt(person: PersonRecord): number | undefined {
  const { summary } = person;
  const choices = choicesInForce(person);
  const { cadenceDays } = choices;
  if (cadenceDays?.value === undefined) return undefined;
  const elsewhereAt = inTouchElsewhereAt(choices) ?? -Infinity;
  const touchedAt = Math.max(summary.lastAt ?? -Infinity, elsewhereAt);
  const from = Number.isFinite(touchedAt) ? touchedAt : cadenceDays.at;
  return from + cadenceDays.value * DAY_MS;
}

/** The reminder of a person; `undefined` when there is nothing to remind of, or the person is never to be suggested. */
export function reminder(person: PersonRecord): Reminder | undefined {
  const {
    reminders: dates = [],
    snoozedUntil,
    muted,
    neverTrack,
    deceased,
  } = choicesInForce(person);
  if (muted?.value || neverTrack?.value || deceased?.value) return undefined;
  const cadence = cadenceAt(person);
  if (dates.length === 0 && cadence === undefined) return undefined;
  return {
    id: person.id,
    subject: person.subject,
    dates,
    ...(cadence !== undefined && { cadenceAt: cadence }),
    ...(snoozedUntil?.value !== undefined && { notBefore: snoozedUntil.value }),
  };
}

const byId = (a: Reminder, b: Reminder): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** The reminders of everybody, in the order of the handles. */
export const remindersOf = (people: readonly PersonRecord[]): readonly Reminder[] =>
  people.flatMap((person) => reminder(person) ?? []).sort(byId);

/** The reminders after changes of some people: those with these handles are gone, and these people are as they are now. */
export function remindersWithChanges(
  reminders: readonly Reminder[],
  gone: ReadonlySet<PersonId>,
  people: readonly PersonRecord[],
): readonly Reminder[] {
  const fresh = remindersOf(people);
  if (fresh.length === 0 && !reminders.some(({ id }) => gone.has(id))) return reminders;
  return [...reminders.filter(({ id }) => !gone.has(id)), ...fresh].sort(byId);
}

/** What a person is due by at `now`, a date before a cadence. A cadence is only due as far as silence is known, see `coveredUntil`. */
export function dueBy(
  { dates: [date], cadenceAt: cadence, notBefore = -Infinity }: Reminder,
  coverage: Coverage,
  now: number,
): Due | undefined {
  if (notBefore > now) return undefined;
  if (date !== undefined && date.at <= now) return { by: "date", at: date.at, reminder: date.id };
  const isDue = cadence !== undefined && cadence <= coveredUntil(coverage, now);
  return isDue ? { by: "cadence", at: cadence } : undefined;
}

/** Those due at `now`, longest due first. */
export function due(
  reminders: readonly Reminder[],
  coverage: Coverage,
  now: number,
): readonly (Reminder & { readonly due: Due })[] {
  return reminders
    .flatMap((one) => {
      const isDue = dueBy(one, coverage, now);
      return isDue === undefined ? [] : [{ ...one, due: isDue }];
    })
    .sort((a, b) => a.due.at - b.due.at || byId(a, b));
}

/** The next moment after `now` when something comes due; `undefined` when nothing will. */
export function nextDueAt(reminders: readonly Reminder[], now: number): number | undefined {
  const ahead = reminders
    .flatMap(({ dates, cadenceAt: cadence, notBefore = -Infinity }) =>
      [...dates.map(({ at }) => at), ...(cadence === undefined ? [] : [cadence])].map((at) =>
        Math.max(at, notBefore),
      ),
    )
    .filter((at) => at > now);
  return ahead.length === 0 ? undefined : Math.min(...ahead);
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
