import type { ReaderHealth, SurfaceHealth } from "../../domain/reader-health.ts";
import { unread } from "../../domain/reader-health.ts";
import { dayText } from "../../words/moments.ts";
import { SURFACES_READ, surfaceText } from "../../words/surface-words.ts";
import { numberText, text } from "../../words/text.ts";

interface ReadingPanelProps {
  readonly health: ReaderHealth;
  readonly now: number;
}

/** How the last visits to a page went. Only what is reported elsewhere, too, is called a trouble. */
function stateText({ foundAt, misses, missedSince }: SurfaceHealth, isUnread: boolean): string {
  if (!isUnread) return text(misses === 0 ? "readingWell" : "readingOnce");
  if (missedSince === undefined) return text("readingNobody");
  return text(foundAt !== undefined && foundAt >= missedSince ? "readingPartly" : "readingNobody");
}

/** How well each kind of page was read of late: when somebody was last recognised there, how many, and what failed since. */
export function ReadingPanel({ health, now }: ReadingPanelProps) {
  const failing = new Set(unread(health).map(({ surface }) => surface));
  const rows = SURFACES_READ.flatMap(([surface]) => {
    const one = health[surface];
    return one === undefined ? [] : [{ surface, one }];
  });
  if (rows.length === 0) return null;
  return (
    <section class="panel" aria-labelledby="reading-heading">
      <h2 id="reading-heading">{text("readingHeading")}</h2>
      <div class="wide">
        <table class="numbers">
          <caption class="hidden-words">{text("readingHeading")}</caption>
          <thead>
            <tr class="headings">
              <th scope="col">{text("readsWhere")}</th>
              <th scope="col">{text("readingLast")}</th>
              <th scope="col">{text("readingFound")}</th>
              <th scope="col">{text("readingState")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ surface, one }) => (
              <tr key={surface}>
                <th scope="row">{surfaceText(surface)}</th>
                <td data-label={text("readingLast")}>
                  {one.foundAt === undefined ? "–" : dayText(one.foundAt, now)}
                </td>
                <td data-label={text("readingFound")}>{numberText(one.found)}</td>
                <td data-label={text("readingState")} class={failing.has(surface) ? "unread" : ""}>
                  {stateText(one, failing.has(surface))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
