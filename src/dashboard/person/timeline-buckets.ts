/**
 * Interactions as bars on a line of time: by kind, by who did them, and by days, weeks, months or years.
 */
import type { Interaction, InteractionKind } from "../../domain/interactions/interaction.ts";
import { DAY_MS } from "../../domain/time/day.ts";

/** The rows of the picture, top to bottom. */
export const LANES = ["messages", "meetings", "comments", "touches"] as const;

/** One of {@link LANES}. */
export type Lane = (typeof LANES)[number];

const LANE_OF: Readonly<Record<InteractionKind, Lane | undefined>> = {
  message: "messages",
  inmail: "messages",
  email: "messages",
  meeting: "meetings",
  call: "meetings",
  other: "meetings",
  comment: "comments",
  recommendation: "comments",
  reaction: "touches",
  endorsement: "touches",
  mention: "touches",
  invitation: "touches",
  // Being connected is no contact.
  connected: undefined,
};

/** A time from its first moment to the one after its last (ms). */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/** How many interactions of a lane there were in a time, by who did them. */
export interface TimelineBar extends Period {
  readonly lane: Lane;
  readonly in: number;
  readonly out: number;
  readonly both: number;
}

/** How long a bar is. */
export type BarUnit = "day" | "week" | "month" | "year";

/** Longest times (days) that are drawn in days, weeks and months: about a hundred bars, two hundred months. */
const LONGEST = { day: 100, week: 800, month: 7000 } as const;

/** The unit that a time is drawn in. */
export function barUnit({ from, to }: Period): BarUnit {
  const days = (to - from) / DAY_MS;
  if (days <= LONGEST.day) return "day";
  if (days <= LONGEST.week) return "week";
  return days <= LONGEST.month ? "month" : "year";
}

/** The day, week (from Monday), month or year of a moment, in the reader's calendar. */
export function periodOf(at: number, unit: BarUnit): Period {
  const moment = new Date(at);
  const [year, month, day] = [moment.getFullYear(), moment.getMonth(), moment.getDate()];
  const start = (y: number, m: number, d: number) => new Date(y, m, d).getTime();
  switch (unit) {
    case "day":
      return { from: start(year, month, day), to: start(year, month, day + 1) };
    case "week": {
      const monday = day - ((moment.getDay() + 6) % 7);
      return { from: start(year, month, monday), to: start(year, month, monday + 7) };
    }
    case "month":
      return { from: start(year, month, 1), to: start(year, month + 1, 1) };
    case "year":
      return { from: start(year, 0, 1), to: start(year + 1, 0, 1) };
  }
}

type Passed = Pick<Interaction, "kind" | "direction" | "from" | "to">;

const middle = ({ from, to }: Period): number => (from + to) / 2;

/** The whole time in which something passed, to the present; `undefined` where nothing did. */
export function wholeTime(interactions: readonly Passed[], now: number): Period | undefined {
  const moments = interactions.filter(({ kind }) => LANE_OF[kind] !== undefined).map(middle);
  if (moments.length === 0) return undefined;
  const first = moments.reduce((least, at) => Math.min(least, at), Infinity);
  const last = moments.reduce((most, at) => Math.max(most, at), now);
  return { from: periodOf(first, "month").from, to: last === now ? now : periodOf(last, "day").to };
}

/** The bars of a time, the oldest first and those of one lane together; a bar that begins before it or ends after it is whole. */
export function timelineBars(
  interactions: readonly Passed[],
  shown: Period,
): readonly TimelineBar[] {
  const unit = barUnit(shown);
  const bars = new Map<string, { -readonly [Name in keyof TimelineBar]: TimelineBar[Name] }>();
  for (const one of interactions) {
    const [lane, at] = [LANE_OF[one.kind], middle(one)];
    if (lane === undefined) continue;
    const period = periodOf(at, unit);
    if (period.to <= shown.from || period.from >= shown.to) continue;
    const key = `${lane} ${period.from}`;
    const bar = bars.get(key) ?? { lane, ...period, in: 0, out: 0, both: 0 };
    bar[one.direction] += 1;
    bars.set(key, bar);
  }
  return [...bars.values()].sort(
    (a, b) => LANES.indexOf(a.lane) - LANES.indexOf(b.lane) || a.from - b.from,
  );
}

/** The shortest time that is shown (ms): two weeks. */
const SHORTEST = 14 * DAY_MS;

/** A time inside another one, of at least two weeks, with its length kept where that is possible. */
function inside({ from, to }: Period, whole: Period): Period {
  const length = Math.min(Math.max(to - from, SHORTEST), whole.to - whole.from);
  const start = Math.min(Math.max(from, whole.from), whole.to - length);
  return { from: start, to: start + length };
}

/** A time so many times as long, around the same middle. */
export function zoomed(shown: Period, by: number, whole: Period): Period {
  const half = ((shown.to - shown.from) * by) / 2;
  return inside({ from: middle(shown) - half, to: middle(shown) + half }, whole);
}

/** A time half its length earlier (-1) or later (1). */
export function moved(shown: Period, by: -1 | 1, whole: Period): Period {
  const step = ((shown.to - shown.from) / 2) * by;
  return inside({ from: shown.from + step, to: shown.to + step }, whole);
}

/** The time between two moments, whichever comes first. */
export const between = (a: number, b: number, whole: Period): Period =>
  inside({ from: Math.min(a, b), to: Math.max(a, b) }, whole);
