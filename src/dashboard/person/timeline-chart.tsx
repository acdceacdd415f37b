import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { textDirection } from "../../words/text.ts";
import { LANES, type Period, type TimelineBar, timelineTicks } from "./timeline-buckets.ts";
import { laneText, tickText } from "./timeline-words.ts";

/** Heights in pixels: of a lane, and of what stands under the last one. */
const LANE = 62;
const AXIS = 22;

/** Pixels that a name under the axis needs. */
const TICK = 84;

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

/** How wide an element is, followed. */
function useWidth() {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(640);
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    const look = () => setWidth(Math.max(200, element.clientWidth));
    look();
    const growing = new ResizeObserver(look);
    growing.observe(element);
    return () => growing.disconnect();
  }, []);
  return [place, width] as const;
}

/** A tie over time: a lane for each kind, what came from them above its line, what went to them below. Time runs as the text runs. */
export function TimelineChart({ shown, bars, label, onHover, onMarked }: TimelineChartProps) {
  const [place, width] = useWidth();
  const [marked, setMarked] = useState<Period>();
  const isTurned = textDirection() === "rtl";
  const turned = (x: number) => (isTurned ? width - x : x);
  const x = (at: number) => turned(((at - shown.from) / (shown.to - shown.from)) * width);
  const height = LANES.length * LANE + AXIS;
  // A name that would be cut at the end of the axis is left out.
  const ticks = timelineTicks(shown, Math.floor(width / TICK)).filter(
    (at) => turned(x(at)) < width - TICK * 0.8,
  );
  const lineOf = (lane: number) => lane * LANE + LANE / 2 + 8;
  const most = bars.reduce((max, bar) => Math.max(max, bar.in + bar.both, bar.out + bar.both), 1);
  const length = (count: number) =>
    count === 0 ? 0 : 3 + (LANE / 2 - 16) * Math.sqrt(count / most);
  const momentAt = (event: PointerEvent): number => {
    const box = place.current?.getBoundingClientRect();
    const at = turned(event.clientX - (box?.left ?? 0)) / width;
    return shown.from + Math.min(1, Math.max(0, at)) * (shown.to - shown.from);
  };
  const barAt = (event: PointerEvent): TimelineBar | undefined => {
    const box = place.current?.getBoundingClientRect();
    const lane = LANES[Math.floor((event.clientY - (box?.top ?? 0)) / LANE)];
    const at = momentAt(event);
    const near = ((shown.to - shown.from) / width) * 6;
    return bars
      .filter((bar) => bar.lane === lane && at >= bar.from - near && at < bar.to + near)
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
        {ticks.map((at) => (
          <g key={at} class="time-mark">
            <path d={`M${x(at)} 0V${height - AXIS + 4}`} />
            <text x={x(at)} y={height - 5} dx={isTurned ? -3 : 3}>
              {tickText(at, shown)}
            </text>
          </g>
        ))}
        {LANES.map((lane, at) => (
          <g key={lane} class="lane">
            <path d={`M0 ${lineOf(at)}H${width}`} />
            <text x={turned(2)} y={at * LANE + 17}>
              {laneText(lane)}
            </text>
          </g>
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
            height={height - AXIS}
          />
        )}
      </svg>
    </div>
  );
}
