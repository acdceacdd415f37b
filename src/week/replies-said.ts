/**
 * Which messages brought replies is said once a month: on the first day on which there is something to say, until it is put away.
 */
import type { ReplyCount } from "../domain/suggestions/replies.ts";

/** Of fewer messages of a kind nothing is said: one reply more or less would be another picture. Judgement. */
const LEAST_SENT = 5;

/** When it was said last. */
export interface RepliesSaid {
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

/** What was kept, as far as this version knows it. */
export function asRepliesSaid(value: unknown): RepliesSaid | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { day, isAway }: { readonly day?: unknown; readonly isAway?: unknown } = value;
  if (typeof day !== "string") return undefined;
  return { day, ...(isAway === true && { isAway }) };
}

/**
 * Whether it is to be said on a day (see {@link localDayText}): the first time in the month, or still the same day and not put away. A page whose day is
 * an earlier one than that of another page says nothing, so that two pages never take turns.
 */
export function isToSay(said: RepliesSaid | undefined, day: string): boolean {
  if (said === undefined || said.day.slice(0, 7) < day.slice(0, 7)) return true;
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
