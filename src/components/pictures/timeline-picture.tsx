import type { Interaction } from "../../domain/interactions/interaction.ts";
import { text } from "../../words/text.ts";
import { monthText, yearText } from "../../words/moments.ts";

const WIDTH = 320;
const HEIGHT = 56;
const MIDDLE = 28;

/** Interactions in one month by who did them. */
interface Month {
  readonly at: number;
  readonly theirs: number;
  readonly ours: number;
}

/** Number of the month of a moment, counted from year 0, in the reader's calendar. */
function monthOf(at: number): number {
  const day = new Date(at);
  return day.getFullYear() * 12 + day.getMonth();
}

const monthStart = (month: number) => new Date(Math.floor(month / 12), month % 12, 1).getTime();

/** Every month in which something passed between the two, oldest first. Being connected counts as nothing. */
export function months(
  interactions: readonly Pick<Interaction, "kind" | "direction" | "from" | "to">[],
): readonly Month[] {
  const found = new Map<number, { theirs: number; ours: number }>();
  for (const { kind, direction, from, to } of interactions) {
    if (kind === "connected") continue;
    const month = monthOf((from + to) / 2);
    const sums = found.get(month) ?? { theirs: 0, ours: 0 };
    if (direction !== "out") sums.theirs += 1;
    if (direction !== "in") sums.ours += 1;
    found.set(month, sums);
  }
  return [...found]
    .sort(([a], [b]) => a - b)
    .map(([month, sums]) => ({ at: monthStart(month), ...sums }));
}

interface TimelinePictureProps {
  readonly interactions: readonly Interaction[];
  readonly now: number;
}

/** The whole tie as marks on a line of time: what came from them above it, what went to them below. */
export function TimelinePicture({ interactions, now }: TimelinePictureProps) {
  const active = months(interactions);
  const [first] = active;
  const last = active.at(-1);
  if (first === undefined || last === undefined || active.length < 2) return null;
  const span = Math.max(1, now - first.at);
  const most = Math.max(...active.map(({ theirs, ours }) => Math.max(theirs, ours)));
  const height = (count: number) => (count === 0 ? 0 : 4 + 20 * Math.sqrt(count / most));
  const x = (at: number) => 3 + ((at - first.at) / span) * (WIDTH - 6);
  const words = text("timelineText", {
    count: active.length,
    from: monthText(first.at),
    to: monthText(last.at),
  });
  // Two ends of one year would say the same.
  const endText = yearText(first.at) === yearText(now) ? monthText : yearText;
  return (
    <figure class="timeline">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={words}>
        <path d={`M0 ${MIDDLE}H${WIDTH}`} stroke="var(--line-strong)" stroke-width="1" />
        {active.map(({ at, theirs, ours }) => (
          <path
            key={at}
            d={`M${x(at)} ${MIDDLE - height(theirs)}V${MIDDLE + height(ours)}`}
            stroke="var(--accent)"
            stroke-width="3"
            stroke-linecap="round"
          />
        ))}
      </svg>
      <figcaption class="soft small">
        <span>{endText(first.at)}</span>
        <span>{text("timelineLegend")}</span>
        <span>{endText(now)}</span>
      </figcaption>
    </figure>
  );
}
