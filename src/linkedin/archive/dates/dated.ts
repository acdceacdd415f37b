import type { DateOrder } from "./date-order.ts";
import { type Clock, moment } from "./dates.ts";
import type { Interval } from "./interval.ts";
import type { SkipReason } from "../files/tally.ts";

/** The site opened in May 2003. */
const SITE_OPENED = Date.UTC(2003, 0, 1);

/** The user's clock may be behind the site's. */
const CLOCK_ERROR_MS = 86_400_000;

/** When a cell says something happened, or why that cannot be. */
export function dated(
  text: string,
  clock: Clock,
  { now, order }: { readonly now: number; readonly order?: DateOrder | undefined },
): Interval | SkipReason {
  const when = moment(text, clock, order);
  return when === undefined ? "bad-date" : (outOfRange(when, now) ?? when);
}

/** Why something cannot have happened then. */
export function outOfRange({ from, to }: Interval, now: number): SkipReason | undefined {
  if (from > now + CLOCK_ERROR_MS) return "date-in-future";
  return to < SITE_OPENED ? "date-too-early" : undefined;
}
