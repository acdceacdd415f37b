import type { CardRow } from "../../protocol/views.ts";
import { countedKindText, countsText } from "../../words/interaction-words.ts";
import { listText, text } from "../../words/text.ts";
import { type DayRows, daysOf, sides } from "./interaction-days.ts";
import { CARD_SIGNS, Glyph, PAGE_SIGNS } from "../pictures/glyph.tsx";

interface InteractionListProps {
  readonly rows: readonly CardRow[];
  /** Says of one (its key) that it never was. */
  readonly onDelete: (key: string) => void;
  /** What the button for that says. */
  readonly wrong: string;
}

/** At most so many different things of a day are named in its line. */
const MOST_NAMED = 2;

/** What of a day stands in its one line: things of one kind are counted, a few different ones named in the order in which they were. */
function summary({ rows }: DayRows): string {
  const [first] = rows;
  const counts = countsText(sides(rows));
  if (first === undefined) return "";
  if (rows.length === 1) return first.what;
  if (rows.every(({ kind }) => kind === first.kind)) {
    const { groupSize, kind } = first;
    const what = countedKindText(kind, counts);
    return groupSize !== undefined && rows.every((row) => row.groupSize === groupSize)
      ? text("inGroup", { what, count: groupSize })
      : what;
  }
  // Archives know the days of an invitation and of the connection alone: the invitation was first.
  const isFirst = ({ kind }: CardRow): number => Number(kind === "invitation");
  const inOrder = rows.toReversed().sort((a, b) => isFirst(b) - isFirst(a));
  const named = new Set(inOrder.map(({ what }) => what));
  return named.size <= MOST_NAMED ? listText([...named]) : countedKindText(undefined, counts);
}

/** What passed between the two, newest first: a line for each day, which unfolds to what it is made of and where it is known from. */
export function InteractionList({ rows, onDelete, wrong }: InteractionListProps) {
  return (
    <ol class="card-list">
      {daysOf(rows).map((day) => (
        <li key={day.rows[0]?.key}>
          <details class="day">
            <summary>
              <time class="soft">{day.date}</time>
              <span>{summary(day)}</span>
              <Glyph sign={PAGE_SIGNS.fold} class="fold" />
            </summary>
            <ul>
              {day.rows.map(({ key, direction, what, dateTime, moment, note, source }) => (
                <li key={key}>
                  <Glyph
                    sign={CARD_SIGNS[direction]}
                    sideways={direction !== "both"}
                    class="arrow"
                  />
                  <span>
                    <time dateTime={dateTime} {...(moment !== undefined && { title: moment })}>
                      {what}
                    </time>
                    <small class="soft">
                      {note !== undefined && <bdi>{note} · </bdi>}
                      {source}
                    </small>
                  </span>
                  <button
                    type="button"
                    class="button quiet small wrong"
                    aria-label={text("interactionWrongNamed", { what, date: moment ?? day.date })}
                    onClick={() => onDelete(key)}
                  >
                    {wrong}
                  </button>
                </li>
              ))}
            </ul>
          </details>
        </li>
      ))}
    </ol>
  );
}
