import { COLUMNS } from "../../domain/directory/people-table.ts";
import { text } from "../../words/text.ts";
import { COLUMN_NAMES } from "./cell-text.ts";
import { movedColumn, type PeopleView, withColumn } from "./views/people-view.ts";

interface ColumnsChoiceProps {
  readonly view: PeopleView;
  readonly onView: (view: PeopleView) => void;
}

/** Which columns are shown, and in what order. */
export function ColumnsChoice({ view, onView }: ColumnsChoiceProps) {
  const { columns } = view;
  const all = [...columns, ...COLUMNS.filter((one) => !columns.includes(one))];
  return (
    <details class="columns-choice">
      <summary class="button">{text("columns")}</summary>
      <ul>
        {all
          .filter((column) => column !== "name")
          .map((column) => {
            const place = columns.indexOf(column);
            const name = text(COLUMN_NAMES[column]);
            return (
              <li key={column}>
                <label class="toggle">
                  <input
                    type="checkbox"
                    checked={place >= 0}
                    onChange={({ currentTarget }) =>
                      onView(withColumn(view, column, currentTarget.checked))
                    }
                  />
                  <span>{name}</span>
                </label>
                {place >= 0 && (
                  <span class="moves">
                    <button
                      type="button"
                      class="button icon"
                      aria-label={text("columnEarlier", { column: name })}
                      disabled={place <= 1}
                      onClick={() => onView(movedColumn(view, column, -1))}
                    >
                      <span aria-hidden="true">↑</span>
                    </button>
                    <button
                      type="button"
                      class="button icon"
                      aria-label={text("columnLater", { column: name })}
                      disabled={place === columns.length - 1}
                      onClick={() => onView(movedColumn(view, column, 1))}
                    >
                      <span aria-hidden="true">↓</span>
                    </button>
                  </span>
                )}
              </li>
            );
          })}
      </ul>
    </details>
  );
}
