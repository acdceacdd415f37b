/**
 * What stands under a line of time: years, months or days, as many as have room and as long as there is room for.
 */
import { type Span, withRoom } from "../../components/charts/scale.ts";
import { DAY_MS } from "../../domain/time/day.ts";
import {
  dayOfYearText,
  monthText,
  shortDayOfYearText,
  shortMonthText,
  yearText,
} from "../../words/moments.ts";
import { type BarUnit, type Period, periodOf } from "./timeline-buckets.ts";

/** A moment with its name. */
export interface TimeMark {
  readonly at: number;
  readonly words: string;
}

/** The line and the words under it (px). */
interface MarkedLine {
  readonly width: number;
  /** How wide words are. */
  readonly widthOf: (words: string) => number;
  /** How far words stand from the beginning of what they name, along the line. */
  readonly aside: number;
  /** Distance between words. */
  readonly distance: number;
}

const unitOf = ({ from, to }: Period): BarUnit => {
  const years = (to - from) / (365 * DAY_MS);
  if (years > 2) return "year";
  return years > 0.3 ? "month" : "day";
};

/** A month is named with its year, and January by its year alone. */
const month = (name: (at: number) => string) => (at: number) =>
  new Date(at).getMonth() === 0 ? yearText(at) : name(at);

/** How moments of a unit may be named, the longest way first. */
const NAMES: Readonly<Partial<Record<BarUnit, readonly ((at: number) => string)[]>>> = {
  year: [yearText],
  month: [month(monthText), month(shortMonthText)],
  day: [dayOfYearText, shortDayOfYearText],
};

/** Beginnings of years, months or days with their names: the most that have room, shortened where that makes room for more. */
export function timeMarks(shown: Period, line: MarkedLine): readonly TimeMark[] {
  const unit = unitOf(shown);
  const all: number[] = [];
  for (let at = periodOf(shown.from, unit).from; at < shown.to; at = periodOf(at, unit).to)
    if (at >= shown.from) all.push(at);
  const start = (at: number) =>
    ((at - shown.from) / (shown.to - shown.from)) * line.width + line.aside;
  const names = NAMES[unit] ?? [yearText];
  for (let step = 1; step <= all.length; step += 1) {
    const some = all.filter((_, place) => place % step === 0);
    let most: readonly TimeMark[] = [];
    for (const name of names) {
      const spanOf = (at: number): Span => ({
        from: start(at),
        to: start(at) + line.widthOf(name(at)),
      });
      // Only what would be cut at the end of the line is left out.
      const inside = some.filter((at) => spanOf(at).to <= line.width);
      const haveRoom = withRoom(inside, spanOf, line.distance).length === inside.length;
      if (haveRoom && inside.length > most.length)
        most = inside.map((at) => ({ at, words: name(at) }));
    }
    if (most.length > 0) return most;
  }
  return [];
}
