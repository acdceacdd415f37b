/**
 * The picture of a tie over time, in words.
 */
import { daysText, dayText, monthText, yearText } from "../../words/moments.ts";
import { listText, text } from "../../words/text.ts";
import { DAY_MS } from "../../domain/time/day.ts";
import { barUnit, type Lane, type Period, type TimelineBar } from "./timeline-buckets.ts";

/** What a lane is called. */
export const laneText = (lane: Lane): string => text(`lane_${lane}`);

/** A day, the days of a week, a month or a year. */
export function periodName(period: Period): string {
  const days = (period.to - period.from) / DAY_MS;
  if (days > 200) return yearText(period.from);
  if (days > 20) return monthText(period.from);
  return daysText(period.from, period.to - 1);
}

/** What stands under the axis: years, months or days, by the time that is shown. */
export function tickText(at: number, shown: Period): string {
  if (barUnit(shown) === "day") return dayText(at, at);
  const isYear = new Date(at).getMonth() === 0;
  return shown.to - shown.from > 2 * 365 * DAY_MS || isYear ? yearText(at) : monthText(at);
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
