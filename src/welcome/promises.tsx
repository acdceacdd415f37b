import { text, type TextKey } from "../words/text.ts";

const PROMISES: readonly { readonly heading: TextKey; readonly points: readonly TextKey[] }[] = [
  { heading: "readsHeading", points: ["readsOpened", "readsNothingElse", "readsNoTexts"] },
  { heading: "drawsHeading", points: ["drawsBadge", "drawsVisible", "drawsNothingElse"] },
  { heading: "keepsHeading", points: ["keepsHere", "keepsWhat", "keepsNoServer"] },
];

/** What Tielight reads, draws and keeps. */
export function Promises() {
  return (
    <section class="promises">
      {PROMISES.map(({ heading, points }) => (
        <div key={heading}>
          <h2>{text(heading)}</h2>
          <ul>
            {points.map((point) => (
              <li key={point}>{text(point)}</li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
