import type { CardRow } from "../protocol/views.ts";
import { CARD_SIGNS, Glyph } from "./pictures/glyph.tsx";

interface InteractionListProps {
  readonly rows: readonly CardRow[];
  /** Says of one (its key) that it never was; absent where that cannot be said. */
  readonly onDelete?: (key: string) => void;
  /** What the button for that says. */
  readonly wrong: string;
}

/** What passed between the two, newest first: what, who, when, and where it is known from. */
export function InteractionList({ rows, onDelete, wrong }: InteractionListProps) {
  return (
    <ol class="card-list">
      {rows.map(({ key, direction, what, date, dateTime, moment, note, source }) => (
        <li key={key}>
          <Glyph sign={CARD_SIGNS[direction]} sideways={direction !== "both"} class="arrow" />
          <span>{what}</span>
          <time
            class="soft small"
            dateTime={dateTime}
            {...(moment !== undefined && { title: moment })}
          >
            {date}
          </time>
          <span class="where soft small">
            {note !== undefined && <bdi>{note} · </bdi>}
            {source}
            {onDelete && (
              <button type="button" class="button quiet wrong" onClick={() => onDelete(key)}>
                {wrong}
              </button>
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}
