import type { RefObject } from "preact";
import type { Band } from "../../domain/tie/band.ts";
import { DAY_MS } from "../../domain/time/day.ts";
import { yearText } from "../../words/moments.ts";
import { text, textDirection } from "../../words/text.ts";
import { bandText } from "../../words/tie-words.ts";
import { BAND_SHAPES, outline } from "../pictures/band-shapes.ts";
import { ChartFrame, CountAxis } from "./chart-frame.tsx";
import { around, evenScale, withRoom } from "./scale.ts";
import { type BandLayer, type BandsAt, stackedBands } from "./stacked-bands.ts";
import type { PictureBox } from "./use-box.ts";
import { widthOfWords } from "./words-width.ts";

/** Height in units of the design. */
export const YEARS_HEIGHT = 18;

interface StackedYearsProps {
  readonly picture: RefObject<SVGSVGElement | null>;
  readonly label: string;
  readonly box: PictureBox;
  /** Oldest first, at least two; the last one is today. */
  readonly moments: readonly BandsAt[];
  readonly onBand: (band: Band) => void;
}

/** The year at whose end a moment lies. */
export const yearOfEnd = (at: number): string => yearText(at - DAY_MS);

/** The shape of a band where its layer is thick enough at the end, so that it is known without its colour. */
function LayerShape({
  layer: { band, edges },
  x,
  yAt,
  size,
}: {
  readonly layer: BandLayer;
  readonly x: number;
  readonly yAt: (people: number) => number;
  readonly size: number;
}) {
  const [below, above] = edges.at(-1) ?? [0, 0];
  if (yAt(below) - yAt(above) < size) return null;
  const middle = (yAt(below) + yAt(above)) / 2;
  const shape = BAND_SHAPES[band];
  return (
    <g
      class={`chart-shape band-${band}`}
      transform={`translate(${x} ${middle - size / 2}) scale(${size / 16})`}
    >
      {shape.filled !== undefined && <path class="chart-shape-filled" d={shape.filled} />}
      {shape.drawn !== undefined && <path {...outline(shape)} d={shape.drawn} />}
    </g>
  );
}

/** How many people were in each band at the end of each year, as areas one upon another. */
export function StackedYears({ picture, label, box, moments, onBand }: StackedYearsProps) {
  const { width, unit } = box;
  const height = YEARS_HEIGHT * unit;
  const isTurned = textDirection() === "rtl";
  const flip = (x: number) => (isTurned ? width - x : x);
  const [left, right] = [3 * unit, width - 1.75 * unit];
  const [first = { at: 0 }] = moments;
  const last = moments.at(-1) ?? first;
  const along = evenScale(last.at - first.at, left, right);
  const x = (at: number) => flip(along.at(at - first.at));
  const most = Math.max(
    ...moments.map(({ counts }) => Object.values(counts).reduce((sum, one) => sum + one, 0)),
  );
  const y = evenScale(most, height - 1.75 * unit, unit / 2);
  const layers = stackedBands(moments, x, y.at);
  const widthOf = widthOfWords(unit);
  const today = around(x(last.at), widthOf(text("today")));
  const over = Math.max(0, today.to - width, -today.from);
  const todayAt = x(last.at) + (isTurned ? over : -over);
  const years = withRoom(
    moments.slice(0, -1).map(({ at }) => at),
    (at) => around(x(at), widthOf(yearOfEnd(at))),
    unit / 2,
    { from: 0, to: width },
    [around(todayAt, today.to - today.from)],
  );
  return (
    <ChartFrame picture={picture} label={label} width={width} height={height}>
      <CountAxis scale={y} most={most} steps={4} from={flip(left)} to={flip(right)} />
      {layers.map(({ band, path }) => (
        <path key={band} class={`chart-layer band-${band}`} d={path} onClick={() => onBand(band)}>
          <title>{bandText(band)}</title>
        </path>
      ))}
      {layers.map((layer) => (
        <LayerShape
          key={layer.band}
          layer={layer}
          x={flip(right) + (isTurned ? -1.25 * unit : unit / 4)}
          yAt={y.at}
          size={unit}
        />
      ))}
      {years.map((at) => (
        <text key={at} class="chart-text" x={x(at)} y={height - unit / 4} text-anchor="middle">
          {yearOfEnd(at)}
        </text>
      ))}
      <text class="chart-text" x={todayAt} y={height - unit / 4} text-anchor="middle">
        {text("today")}
      </text>
    </ChartFrame>
  );
}
