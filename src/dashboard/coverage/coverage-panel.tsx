import type { Coverage } from "../../domain/tie/coverage.ts";
import { type CoveredTime, coveredLines, talkGaps } from "../../domain/tie/covered-times.ts";
import { coverageText, coveredKindText } from "../../words/coverage-words.ts";
import { dateText, monthText } from "../../words/moments.ts";
import { text } from "../../words/text.ts";
import { bytesText, monthsText } from "../import/import-words.ts";

/** Less than this share of the whole time nobody sees (0-1). */
const THINNEST = 0.006;

interface TimeBarProps {
  readonly times: readonly (CoveredTime & { readonly looks: "archive" | "pages" | "gap" })[];
  readonly whole: CoveredTime;
}

/** Times on a line. What it shows stands beside it in words. */
function TimeBar({ times, whole }: TimeBarProps) {
  const length = Math.max(1, whole.to - whole.from);
  return (
    <span class="time-bar" aria-hidden="true">
      {times.map(({ from, to, looks }) => {
        const share = Math.min(1, Math.max(THINNEST, (to - from) / length));
        const start = Math.min(1 - share, (from - whole.from) / length);
        return (
          <span
            key={`${looks} ${from}`}
            class={looks}
            style={{ insetInlineStart: `${start * 100}%`, inlineSize: `${share * 100}%` }}
          />
        );
      })}
    </span>
  );
}

/** How much room the data takes, and how much the browser has left for it (bytes). */
export interface RoomKnown {
  readonly used: number;
  readonly left: number;
}

interface CoveragePanelProps {
  readonly coverage: Coverage;
  /** Absent where the browser does not say. */
  readonly room: RoomKnown | undefined;
  readonly now: number;
}

/** Which times the data covers, by kind and source, and which by nothing; and the room it takes. */
export function CoveragePanel({ coverage, room, now }: CoveragePanelProps) {
  const lines = coveredLines(coverage, now).flatMap(({ of, from, to }) => {
    const name = of === "pages" ? text("coveragePages") : coveredKindText(of);
    const looks = of === "pages" ? ("pages" as const) : ("archive" as const);
    return name === undefined ? [] : [{ name, from, to, looks }];
  });
  if (lines.length === 0) return null;
  const whole = { from: Math.min(...lines.map(({ from }) => from)), to: now };
  const gaps = talkGaps(coverage, now).map((gap) => ({
    ...gap,
    name: text("coverageGap"),
    looks: "gap" as const,
  }));
  return (
    <section class="panel" aria-labelledby="coverage-heading">
      <h2 id="coverage-heading">{text("coverageHeading")}</h2>
      <p>{coverageText(coverage, now)}</p>
      <div class="wide">
        <table class="numbers coverage">
          <caption class="hidden-words">{text("coverageHeading")}</caption>
          <thead>
            <tr class="headings">
              <th scope="col">{text("coverageWhat")}</th>
              <td class="time-ends" aria-hidden="true">
                <span>{monthText(whole.from)}</span>
                <span>{monthText(whole.to)}</span>
              </td>
              <th scope="col">{text("coverageWhen")}</th>
            </tr>
          </thead>
          <tbody>
            {[...lines, ...gaps].map((line) => (
              <tr key={`${line.name} ${line.from}`}>
                <th scope="row">{line.name}</th>
                <td class="time-cell">
                  <TimeBar times={[line]} whole={whole} />
                </td>
                <td data-label={text("coverageWhen")}>
                  {line.looks === "gap" ? dateText(line.from, line.to) : monthsText(line)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {room && (
        <p class="small soft">
          {text("storageRoom", { used: bytesText(room.used), left: bytesText(room.left) })}
        </p>
      )}
    </section>
  );
}
