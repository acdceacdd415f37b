/**
 * Which messages brought replies is said once a month: on the first day on which there is something to say, until it is put away.
 */
import type { ReplyCount } from "../domain/suggestions/replies.ts";
import { DAY_MS } from "../domain/time/day.ts";

/** Of fewer messages of a kind nothing is said: one reply more or less would be another picture. Judgement. */
const LEAST_SENT = 5;

/** Of more histories than this nobody remembers when it was said; the oldest go. */
const MOST = 20;

/** When it was said last of a history. */
export interface RepliesSaid {
  /** The name of the history. */
  readonly history: string;
  /** The local day, as `2026-11-30`. */
  readonly day: string;
  /** The user put it away. */
  readonly isAway?: true;
}

const two = (number: number): string => String(number).padStart(2, "0");

/** A moment as a local day. */
export function localDayText(now: number): string {
  const date = new Date(now);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

const isRepliesSaid = (one: Partial<RepliesSaid> | null): one is RepliesSaid =>
  typeof one?.history === "string" &&
  typeof one.day === "string" &&
  /^\d{4}-\d{2}-\d{2}$/.test(one.day) &&
  [undefined, true].includes(one.isAway);

/** What was kept, one of each history, as far as this version knows it. */
export const asRepliesSaid = (value: unknown): readonly RepliesSaid[] =>
  Array.isArray(value)
    ? (value as readonly (Partial<RepliesSaid> | null)[]).filter(isRepliesSaid)
    : [];

/** The same with a later one in the place of that of its history. */
export const withSaid = (all: readonly RepliesSaid[], one: RepliesSaid): readonly RepliesSaid[] =>
  [...all.filter(({ history }) => history !== one.history), one].slice(-MOST);

/** Days from one local day to another. */
const daysBetween = (from: string, to: string): number =>
  (Date.parse(to) - Date.parse(from)) / DAY_MS;

/**
 * Whether it is to be said on a day (see {@link localDayText}): the first time in the month, or still the same day and not put away. A page whose day is
 * an earlier one than that of another page says nothing, so that two pages never take turns. A day that is farther ahead was noted by a clock that ran ahead, and
 * counts for nothing.
 */
export function isToSay(said: Omit<RepliesSaid, "history"> | undefined, day: string): boolean {
  if (said === undefined || said.day.slice(0, 7) < day.slice(0, 7)) return true;
  if (daysBetween(day, said.day) > 1) return true;
  return said.day === day && said.isAway !== true;
}

/** The kind of reason that is spoken of in the month of a day, each month the next of those with enough messages; `undefined` without any. */
export function replyCountOfMonth(
  counts: readonly ReplyCount[],
  day: string,
): ReplyCount | undefined {
  const enough = counts.filter(({ sent }) => sent >= LEAST_SENT);
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return enough[month % enough.length];
}
