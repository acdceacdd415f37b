import { useMemo, useState } from "preact/hooks";
import { months } from "../../components/pictures/timeline-picture.tsx";
import type { Interaction } from "../../domain/interactions/interaction.ts";
import { monthText } from "../../words/moments.ts";
import { numberText, text } from "../../words/text.ts";
import {
  between,
  moved,
  type Period,
  type TimelineBar,
  timelineBars,
  wholeTime,
  zoomed,
} from "./timeline-buckets.ts";
import { TimelineChart } from "./timeline-chart.tsx";
import { barText, laneText, periodName } from "./timeline-words.ts";

interface PersonTimelineProps {
  readonly interactions: readonly Interaction[];
  readonly now: number;
}

/** The numbers of the picture, the newest first. */
function Numbers({ bars }: { readonly bars: readonly TimelineBar[] }) {
  return (
    <details class="numbers">
      <summary>{text("asTable")}</summary>
      <table class="small">
        <thead>
          <tr>
            <th scope="col">{text("columnPeriod")}</th>
            <th scope="col">{text("writeDownWhat")}</th>
            <th scope="col">{text("columnIn")}</th>
            <th scope="col">{text("columnOut")}</th>
            <th scope="col">{text("columnTogether")}</th>
          </tr>
        </thead>
        <tbody>
          {bars
            .toSorted((a, b) => b.from - a.from)
            .map((bar) => (
              <tr key={`${bar.lane} ${bar.from}`}>
                <th scope="row">{periodName(bar)}</th>
                <td>{laneText(bar.lane)}</td>
                <td>{numberText(bar.in)}</td>
                <td>{numberText(bar.out)}</td>
                <td>{numberText(bar.both)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </details>
  );
}

/** The whole tie over time, to look into: by kind and by who did what. */
export function PersonTimeline({ interactions, now }: PersonTimelineProps) {
  const [zoom, setZoom] = useState<Period>();
  const [hovered, setHovered] = useState<TimelineBar>();
  const whole = useMemo(() => wholeTime(interactions, now), [interactions, now]);
  const shown = zoom ?? whole;
  const bars = useMemo(
    () => (shown === undefined ? [] : timelineBars(interactions, shown)),
    [interactions, shown],
  );
  if (whole === undefined || shown === undefined) return null;
  const isWhole = shown.from <= whole.from && shown.to >= whole.to;
  const inside = interactions.filter(({ from, to }) => {
    const at = (from + to) / 2;
    return at >= shown.from && at <= shown.to;
  });
  const label = text("timelineText", {
    count: months(inside).length,
    from: monthText(shown.from),
    to: monthText(shown.to),
  });
  const button = (name: string, words: string, to: Period | undefined, isOff: boolean) => (
    <button
      type="button"
      class="button small"
      name={name}
      disabled={isOff}
      onClick={() => {
        setHovered(undefined);
        setZoom(to);
      }}
    >
      {words}
    </button>
  );
  return (
    <section class="person-timeline">
      <header class="row">
        <h2>{text("timelineHeading")}</h2>
        <div class="row zoom">
          {button("zoom-in", text("zoomIn"), zoomed(shown, 0.5, whole), false)}
          {button("zoom-out", text("zoomOut"), zoomed(shown, 2, whole), isWhole)}
          {button(
            "earlier",
            text("zoomEarlier"),
            moved(shown, -1, whole),
            shown.from <= whole.from,
          )}
          {button("later", text("zoomLater"), moved(shown, 1, whole), shown.to >= whole.to)}
          {button("zoom-all", text("zoomAll"), undefined, isWhole)}
        </div>
      </header>
      <TimelineChart
        shown={shown}
        bars={bars}
        label={label}
        onHover={setHovered}
        onMarked={(from, to) => {
          setHovered(undefined);
          setZoom(between(from, to, whole));
        }}
      />
      <p class="soft small timeline-said">
        {hovered ? barText(hovered) : text("timelineLegend")}
        {hovered ? null : <span class="hint">{text("timelineHint")}</span>}
      </p>
      <Numbers bars={bars} />
    </section>
  );
}
