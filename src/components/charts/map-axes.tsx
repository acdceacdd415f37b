import { text } from "../../words/text.ts";
import { BANDS } from "../../domain/tie/band.ts";
import type { MapPlaces } from "./map-places.ts";
import { around, withRoom } from "./scale.ts";
import { type WidthOf, widthOfWords } from "./words-width.ts";

const MONTH = 365.2425 / 12;

/** Times that the axes name, in days. */
const TIMES = [1, 3, 6, 12, 24, 36, 60, 120, 180, 240].map((months) => ({
  days: months * MONTH,
  months,
}));

const timeText = (months: number): string =>
  months < 12
    ? text("compactMonths", { count: months })
    : text("compactYears", { count: months / 12 });

const wordsOf = (days: number): string =>
  timeText(TIMES.find((one) => one.days === days)?.months ?? 0);

/** Pixels between words and the field that they stand beside. */
const ASIDE = 6;

/** How wide the words are that stand beside the field (px), with what keeps them away from it. */
export const besideField = (widthOf: WidthOf): number =>
  ASIDE +
  Math.max(
    ...[text("networkMapNever"), ...TIMES.map(({ months }) => timeText(months))].map((words) =>
      widthOf(words),
    ),
  );

/** Lines and words around the points of the map. */
export function MapAxes({ places, unit }: { readonly places: MapPlaces; readonly unit: number }) {
  const { field, x, y } = places;
  const isTurned = field.isRightToLeft;
  const [begin, end] = isTurned ? [field.right, field.left] : [field.left, field.right];
  const aside = isTurned ? ASIDE : -ASIDE;
  const most = x.valueAt(end);
  const times = TIMES.map(({ days }) => days).filter((days) => days < most);
  const widthOf = widthOfWords(unit);
  const ages = withRoom(times, (days) => around(x.at(days), widthOf(wordsOf(days))), unit / 2, {
    from: 0,
    to: field.width,
  });
  const stripMiddle = (field.stripTop + field.stripBottom) / 2;
  return (
    <>
      {BANDS.map((band) => (
        <path key={band} class={`band-${band} map-colour`} data-band={band} d="" />
      ))}
      {withRoom(times, (days) => around(y.at(days), unit), unit / 2).map((days) => (
        <g key={`silent ${days}`}>
          <path class="chart-line" d={`M${begin} ${Math.round(y.at(days)) + 0.5}H${end}`} />
          <text class="chart-text" x={begin + aside} y={y.at(days) + 4} text-anchor="end">
            {wordsOf(days)}
          </text>
        </g>
      ))}
      {ages.map((days) => (
        <g key={`age ${days}`}>
          <path
            class="chart-line"
            d={`M${Math.round(x.at(days)) + 0.5} ${field.top}V${field.stripBottom}`}
          />
          <text
            class="chart-text"
            x={x.at(days)}
            y={field.stripBottom + 1.25 * unit}
            text-anchor="middle"
          >
            {wordsOf(days)}
          </text>
        </g>
      ))}
      <path class="chart-edge" d={`M${begin} ${field.top}V${field.stripBottom}H${end}`} />
      <path class="chart-edge" d={`M${begin} ${field.stripTop}H${end}`} />
      <text
        class="chart-name"
        x={isTurned ? field.width : 0}
        y={field.top - unit / 2}
        text-anchor="start"
      >
        {text("networkMapSilence")}
      </text>
      <text class="chart-name" x={end} y={field.stripBottom + 2.5 * unit} text-anchor="end">
        {text("networkMapAge")}
      </text>
      <text class="chart-text" x={begin + aside} y={stripMiddle + 4} text-anchor="end">
        {text("networkMapNever")}
      </text>
    </>
  );
}
