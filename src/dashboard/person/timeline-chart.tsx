import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { textDirection } from "../../words/text.ts";
import { widthOfWords } from "../../components/charts/words-width.ts";
import { timeMarks } from "./time-marks.ts";
import { LANES, type Period, type TimelineBar } from "./timeline-buckets.ts";
import { laneText } from "./timeline-words.ts";

/** Heights in pixels where text has its usual size: of a lane, and of what stands under the last one. */
const LANE_HEIGHT = 62;
const AXIS_HEIGHT = 22;

/** Pixels between the beginning of what is named under the axis and its name, and between two names. */
const ASIDE = 3;
const DISTANCE = 12;

/** Pixels of the usual size of text. */
const USUAL_TEXT = 16;

/** A shorter drag is a click (px). */
const SHORTEST_DRAG = 8;

interface TimelineChartProps {
  readonly shown: Period;
  readonly bars: readonly TimelineBar[];
  /** What the picture says, for screen readers. */
  readonly label: string;
  readonly onHover: (bar: TimelineBar | undefined) => void;
  /** A time was marked from one moment to another (ms). */
  readonly onMarked: (from: number, to: number) => void;
}

/** How wide an element is, and how many times as large as usual text is, followed. */
function useSize() {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(640);
  const [scale, setScale] = useState(1);
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    const look = () => {
      setWidth(Math.max(200, element.clientWidth));
      const root = getComputedStyle(document.documentElement);
      setScale((Number.parseFloat(root.fontSize) || USUAL_TEXT) / USUAL_TEXT);
    };
    look();
    const growing = new ResizeObserver(look);
    growing.observe(element);
    // Its height is that of text, which the user may make larger while the picture is as wide as before.
    if (element.lastElementChild) growing.observe(element.lastElementChild);
    return () => growing.disconnect();
  }, []);
  return [place, width, scale] as const;
}

/** A tie over time: a lane for each kind, what came from them above its line, what went to them below. Time runs as the text runs. */
export function TimelineChart({ shown, bars, label, onHover, onMarked }: TimelineChartProps) {
  const [place, width, scale] = useSize();
  const [lane, axis] = [LANE_HEIGHT * scale, AXIS_HEIGHT * scale];
  const [marked, setMarked] = useState<Period>();
  const isTurned = textDirection() === "rtl";
  const turned = (x: number) => (isTurned ? width - x : x);
  const x = (at: number) => turned(((at - shown.from) / (shown.to - shown.from)) * width);
  const height = LANES.length * lane + axis;
  const marks = timeMarks(shown, {
    width,
    widthOf: widthOfWords(USUAL_TEXT * scale),
    aside: ASIDE,
    distance: DISTANCE * scale,
  });
  const lineOf = (at: number) => at * lane + lane * 0.63;
  const most = bars.reduce((max, bar) => Math.max(max, bar.in + bar.both, bar.out + bar.both), 1);
  const length = (count: number) => (count === 0 ? 0 : 3 + lane * 0.27 * Math.sqrt(count / most));
  const momentAt = (event: PointerEvent): number => {
    const box = place.current?.getBoundingClientRect();
    const at = turned(event.clientX - (box?.left ?? 0)) / width;
    return shown.from + Math.min(1, Math.max(0, at)) * (shown.to - shown.from);
  };
  const barAt = (event: PointerEvent): TimelineBar | undefined => {
    const box = place.current?.getBoundingClientRect();
    const hovered = LANES[Math.floor((event.clientY - (box?.top ?? 0)) / lane)];
    const at = momentAt(event);
    const near = ((shown.to - shown.from) / width) * 6;
    return bars
      .filter((bar) => bar.lane === hovered && at >= bar.from - near && at < bar.to + near)
      .toSorted((a, b) => Math.abs(a.from + a.to - 2 * at) - Math.abs(b.from + b.to - 2 * at))[0];
  };
  return (
    <div class="timeline-chart" ref={place}>
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={label}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          setMarked({ from: momentAt(event), to: momentAt(event) });
        }}
        onPointerMove={(event) => {
          if (marked) setMarked({ ...marked, to: momentAt(event) });
          else onHover(barAt(event));
        }}
        onPointerUp={() => {
          if (marked && Math.abs(x(marked.to) - x(marked.from)) >= SHORTEST_DRAG)
            onMarked(marked.from, marked.to);
          setMarked(undefined);
        }}
        onPointerCancel={() => setMarked(undefined)}
        onPointerLeave={() => onHover(undefined)}
      >
        {marks.map(({ at, words }) => (
          <g key={at} class="time-mark">
            <path d={`M${x(at)} 0V${height - axis + 4}`} />
            <text x={x(at)} y={height - 5} dx={isTurned ? -ASIDE : ASIDE}>
              {words}
            </text>
          </g>
        ))}
        {LANES.map((one, at) => (
          <path key={one} class="lane" d={`M0 ${lineOf(at)}H${width}`} />
        ))}
        {bars.map((bar) => {
          const line = lineOf(LANES.indexOf(bar.lane));
          const [start, end] = [x(bar.from), x(bar.to)].sort((a, b) => a - b);
          const [left, right] = [start ?? 0, end ?? 0];
          const thick = Math.max(2, Math.min(12, (right - left) * 0.7));
          const middle = (left + right) / 2;
          return (
            <g key={`${bar.lane} ${bar.from}`} stroke-width={thick}>
              <path class="from-them" d={`M${middle} ${line}v${-length(bar.in + bar.both)}`} />
              <path class="from-you" d={`M${middle} ${line}v${length(bar.out + bar.both)}`} />
            </g>
          );
        })}
        {marked && (
          <rect
            class="marked"
            x={Math.min(x(marked.from), x(marked.to))}
            width={Math.abs(x(marked.to) - x(marked.from))}
            y={0}
            height={height - axis}
          />
        )}
      </svg>
      {LANES.map((one, at) => (
        <span key={one} class="lane-name soft small" style={{ insetBlockStart: `${at * lane}px` }}>
          {laneText(one)}
        </span>
      ))}
    </div>
  );
}
