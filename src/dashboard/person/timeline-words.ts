/**
 * The picture of a tie over time, in words.
 */
import { daysText, monthText, yearText } from "../../words/moments.ts";
import { listText, text } from "../../words/text.ts";
import { DAY_MS } from "../../domain/time/day.ts";
import type { Lane, Period, TimelineBar } from "./timeline-buckets.ts";

/** What a lane is called. */
export const laneText = (lane: Lane): string => text(`lane_${lane}`);

/** A day, the days of a week, a month or a year. */
export function periodName(period: Period): string {
  const days = (period.to - period.from) / DAY_MS;
  if (days > 200) return yearText(period.from);
  if (days > 20) return monthText(period.from);
  return daysText(period.from, period.to - 1);
}

/** "Messages and mail, June 2024: 3 from them and 1 from you". */
export const barText = (bar: TimelineBar): string =>
  text("timelineOf", {
    lane: laneText(bar.lane),
    period: periodName(bar),
    counts: listText(
      [
        bar.in > 0 ? text("dayIn", { count: bar.in }) : undefined,
        bar.out > 0 ? text("dayOut", { count: bar.out }) : undefined,
        bar.both > 0 ? text("dayBoth", { count: bar.both }) : undefined,
      ].filter((part) => part !== undefined),
    ),
  });
