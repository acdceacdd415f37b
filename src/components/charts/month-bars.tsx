import type { RefObject } from "preact";
import { useState } from "preact/hooks";
import {
  beginningOfMonth,
  type MonthOfMessages,
  monthOf,
} from "../../domain/interactions/messages-by-month.ts";
import { DAY_MS } from "../../domain/time/day.ts";
import { monthText, yearText } from "../../words/moments.ts";
import { numberText, text, textDirection } from "../../words/text.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { around, evenScale, withRoom } from "./scale.ts";
import type { PictureBox } from "./use-box.ts";
import { widthOfWords } from "./words-width.ts";

/** Height in units of the design, the line that says what is under the pointer left out. */
export const MONTHS_HEIGHT = 13;

/** The middle of a month: it is of that month in every time zone. */
const middleOf = (month: number): number => beginningOfMonth(month) + 15 * DAY_MS;

/** The name of a month: "June 2024". */
export const monthName = (month: number): string => monthText(middleOf(month));

interface MonthBarsProps {
  readonly picture: RefObject<SVGSVGElement | null>;
  readonly label: string;
  readonly box: PictureBox;
  /** Oldest first, at least one. */
  readonly months: readonly MonthOfMessages[];
  /** The last moment (ms) that a source covers: what comes after is not known. */
  readonly knownUntil: number;
  readonly now: number;
}

/** Messages by month: those that came in above the line, those that went out below. */
export function MonthBars({ picture, label, box, months, knownUntil, now }: MonthBarsProps) {
  const [pointed, setPointed] = useState<number>();
  const { width, unit } = box;
  const height = MONTHS_HEIGHT * unit;
  const isTurned = textDirection() === "rtl";
  const flip = (x: number) => (isTurned ? width - x : x);
  const first = months[0]?.month ?? monthOf(now);
  const last = Math.max(monthOf(now), months.at(-1)?.month ?? 0);
  const [left, right] = [3 * unit, width - unit / 2];
  const along = evenScale(last - first + 1, left, right);
  const barWidth = Math.max(1, along.at(1) - along.at(0) - 1);
  const most = Math.max(1, ...months.map((one) => Math.max(one.in, one.out)));
  const [top, bottom] = [unit, height - 2.5 * unit];
  const middle = (top + bottom) / 2;
  const up = evenScale(most, middle - 1, top);
  const down = evenScale(most, middle + 1, bottom);
  const x = (month: number) => flip(along.at(month - first + 0.5));
  const known = monthOf(knownUntil);
  const years = Array.from({ length: Math.ceil((last - first + 1) / 12) }, (_, year) =>
    Math.max(0, (Math.ceil(first / 12) + year) * 12 - first),
  ).filter((since) => since <= last - first);
  const widthOf = widthOfWords(unit);
  const yearAt = (since: number) => flip(along.at(since));
  const yearOf = (since: number) => yearText(middleOf(first + since));
  const yearsShown = withRoom(
    years,
    (since) => around(yearAt(since), widthOf(yearOf(since))),
    unit / 2,
    { from: 0, to: width },
  );
  const [unknownFrom, unknownTo] = [flip(along.at(known - first + 1)), flip(right)];
  const shown = months.find(({ month }) => month === pointed);
  return (
    <div
      class="month-bars"
      onPointerMove={({ offsetX }) => setPointed(first + Math.floor(along.valueAt(flip(offsetX))))}
      onPointerLeave={() => setPointed(undefined)}
    >
      <ChartFrame picture={picture} label={label} width={width} height={height}>
        {known < last && (
          <rect
            class="chart-unknown"
            x={Math.min(unknownFrom, unknownTo)}
            y={top}
            width={Math.abs(unknownTo - unknownFrom)}
            height={bottom - top}
          />
        )}
        {months.map((one) => (
          <path
            key={`in ${one.month}`}
            class="chart-in"
            stroke-width={barWidth}
            d={`M${x(one.month)} ${middle - 1}V${up.at(one.in)}`}
          />
        ))}
        {months.map((one) => (
          <path
            key={`out ${one.month}`}
            class="chart-out"
            stroke-width={barWidth}
            d={`M${x(one.month)} ${middle + 1}V${down.at(one.out)}`}
          />
        ))}
        <path class="chart-line" d={`M${flip(left)} ${middle}H${flip(right)}`} />
        {[
          [top, most],
          [bottom, most],
        ].map(([y = 0, value = 0]) => (
          <text key={y} class="chart-text" x={flip(left - 6)} y={y + 4} text-anchor="end">
            {numberText(value)}
          </text>
        ))}
        {yearsShown.map((since) => (
          <text
            key={since}
            class="chart-text"
            x={yearAt(since)}
            y={height - unit / 2}
            text-anchor="middle"
          >
            {yearOf(since)}
          </text>
        ))}
      </ChartFrame>
      <p class="small soft month-said" aria-hidden="true">
        {pointed === undefined
          ? text("networkMonthsLegend")
          : text("networkMonthSaid", {
              month: monthName(pointed),
              theirs: numberText(shown?.in ?? 0),
              yours: numberText(shown?.out ?? 0),
            })}
      </p>
    </div>
  );
}
