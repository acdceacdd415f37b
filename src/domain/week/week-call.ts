/**
 * When the user is called to the week: once, on a day and at a time of their own. All of it is computed anew from the clock and the day of the
 * last call, so that no alarm that was lost, no change to summer time and no journey to another zone makes two calls of one, or none.
 */
import { localDay, localMoment, type Weekday } from "../time/local-time.ts";

/** When the user wants to be called. */
export interface WeekCall {
  readonly weekday: Weekday;
  /** Minutes after midnight, local time. */
  readonly minutes: number;
}

/** The day of the latest call that was to come by `now`, as a number of the local calendar (see `localDay`). */
export function calledDay({ weekday, minutes }: WeekCall, zone: string, now: number): number {
  const today = localDay(now, zone);
  // 1 January 1970 was a Thursday.
  const onDay = today - ((((today + 4 - weekday) % 7) + 7) % 7);
  return localMoment(onDay, minutes, zone) <= now ? onDay : onDay - 7;
}

/** The moment (ms) of the next call after `now`. */
export const nextCallAt = (call: WeekCall, zone: string, now: number): number =>
  localMoment(calledDay(call, zone, now) + 7, call.minutes, zone);

/** What is to be done about the call at a moment. */
export type CallState =
  /** It came, or there is none before the next one. */
  | { readonly at: "rest" }
  /** The user is to be called; afterwards `day` is the day of the last call. */
  | { readonly at: "call"; readonly day: number }
  /** Nothing was called yet, or the clock was far ahead: from here on it is counted, and nobody is called. */
  | { readonly at: "begin"; readonly day: number };

/**
 * Whether the user is to be called now. A call that was missed, because no browser was open, comes at the next look in the same week.
 *
 * @param last the day of the last call; `undefined` where there was none
 */
export function callState(
  call: WeekCall,
  last: number | undefined,
  zone: string,
  now: number,
): CallState {
  const day = calledDay(call, zone, now);
  // In a zone further west the same call lies up to a week ahead.
  if (last === undefined || last > day + 7) return { at: "begin", day };
  return day > last ? { at: "call", day } : { at: "rest" };
}
