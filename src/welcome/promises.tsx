import { SAFE } from "../components/own-pages.ts";
import { text, type TextKey } from "../words/text.ts";

const PROMISES: readonly {
  readonly line: TextKey;
  readonly points: readonly TextKey[];
  readonly tested: TextKey;
}[] = [
  {
    line: "readsLine",
    points: ["readsOpened", "readsNothingElse", "readsNoTexts"],
    tested: "readsTested",
  },
  {
    line: "drawsLine",
    points: ["drawsBadge", "drawsVisible", "drawsNothingElse"],
    tested: "drawsTested",
  },
  { line: "keepsLine", points: ["keepsHere", "keepsWhat", "keepsNoServer"], tested: "keepsTested" },
];

/** What Tielight reads, draws and keeps: a line each, and folded all of it, with how it is tested. */
export function Promises() {
  return (
    <section class="promises" aria-label={text("promisesLabel")}>
      {PROMISES.map(({ line, points, tested }) => (
        <div key={line}>
          <h2>{text(line)}</h2>
          <details>
            <summary>{text("howTested")}</summary>
            <ul>
              {points.map((point) => (
                <li key={point}>{text(point)}</li>
              ))}
            </ul>
            <p class="soft">{text(tested)}</p>
          </details>
        </div>
      ))}
      <p class="to-safe">
        <a href={SAFE}>{text("safeTitle")}</a>
      </p>
    </section>
  );
}
