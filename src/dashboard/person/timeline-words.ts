/**
 * The picture of a tie over time, in words.
 */
import { daysText, monthText, yearText } from "../../words/moments.ts";
import { countsText } from "../../words/interaction-words.ts";
import { text } from "../../words/text.ts";
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
    counts: countsText(bar),
  });
