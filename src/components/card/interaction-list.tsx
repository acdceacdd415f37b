import type { CardRow } from "../../protocol/views.ts";
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

/** What of a day stands in its one line. */
function summary({ rows }: DayRows): string {
  const [first] = rows;
  if (first === undefined) return "";
  if (rows.length === 1) return first.what;
  const { in: theirs, out: ours } = sides(rows);
  const both = rows.length - theirs - ours;
  return listText(
    [
      theirs > 0 ? text("dayIn", { count: theirs }) : undefined,
      ours > 0 ? text("dayOut", { count: ours }) : undefined,
      both > 0 ? text("dayBoth", { count: both }) : undefined,
    ].filter((part) => part !== undefined),
  );
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
