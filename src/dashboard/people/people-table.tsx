import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { BandGlyph } from "../../components/pictures/band-glyph.tsx";
import type { TableColumn, SortColumn, TableRow } from "../../domain/directory/people-table.ts";
import type { PersonId } from "../../domain/person/person.ts";
import { nameInSentence, plainName } from "../../words/name-text.ts";
import { text } from "../../words/text.ts";
import { cellText, COLUMN_NAMES } from "./cell-text.ts";
import type { PeopleView } from "./views/people-view.ts";
import { drawnPlaces, seenRows } from "./seen-rows.ts";
import type { Selection } from "./selection.ts";
import type { Rows } from "./use-rows.ts";

/** Heights of a row and of the head in the reader's own text size; the style sheet has the same. */
const ROW_REM = 2.375;

interface PeopleTableProps {
  readonly view: PeopleView;
  readonly rows: Rows;
  readonly count: number;
  readonly now: number;
  readonly selection: Selection;
  /** The person whose details are beside the table. */
  readonly open: PersonId | undefined;
  readonly onSort: (by: SortColumn) => void;
  /** Somebody is selected or no longer; with Shift, everybody from the last one on. */
  readonly onSelect: (place: number, isSelected: boolean, isRange: boolean) => void;
  readonly onSelectAll: (isSelected: boolean) => void;
  readonly onPerson: (id: PersonId) => void;
}

/** Pixels of a row, in the text size of the moment. */
const rowPixels = (): number =>
  ROW_REM * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);

function Cell({ row, column, now }: { row: TableRow; column: TableColumn; now: number }) {
  const words = cellText(row, column, now);
  if (column === "band")
    return (
      <td class={`band-${row.seen.band}`}>
        <span class="band">
          <BandGlyph band={row.seen.band} />
          {words}
        </span>
      </td>
    );
  if (column === "tags")
    return (
      <td title={words}>
        {row.tags?.map((tag) => (
          <bdi key={tag} class="tag">
            {tag}
          </bdi>
        ))}
      </td>
    );
  return (
    <td
      class={`of-${column}`}
      title={words}
      {...((column === "company" || column === "note") && { dir: "auto" })}
    >
      {words}
    </td>
  );
}

/** Where a key leads from a row. */
function stepOf(key: string, page: number): number | undefined {
  switch (key) {
    case "ArrowDown":
      return 1;
    case "ArrowUp":
      return -1;
    case "PageDown":
      return page;
    case "PageUp":
      return -page;
    case "Home":
      return -Infinity;
    case "End":
      return Infinity;
    default:
      return undefined;
  }
}

/**
 * Everybody who fits, as a real table of which only the rows that are seen are in the document. Arrow keys lead from row to row, Space
 * selects, Enter opens the details.
 */
export function PeopleTable(props: PeopleTableProps) {
  const { view, rows, count, now, selection, open } = props;
  const { onSort, onSelect, onSelectAll, onPerson } = props;
  const { columns } = view;
  const box = useRef<HTMLDivElement>(null);
  const [run, setRun] = useState(() => seenRows(count, 38, 0, 900));
  const [active, setActive] = useState(0);
  const toFocus = useRef<number>(undefined);
  const look = useCallback(() => {
    const element = box.current;
    if (!element) return;
    const seen = seenRows(count, rowPixels(), element.scrollTop, element.clientHeight);
    setRun((before) => (before.start === seen.start && before.end === seen.end ? before : seen));
  }, [count]);
  useLayoutEffect(look, [look]);
  useLayoutEffect(() => {
    const gone = new AbortController();
    window.addEventListener("resize", look, { signal: gone.signal });
    return () => gone.abort();
  }, [look]);
  const { need } = rows;
  useEffect(() => {
    if (run.end > run.start) need(run.start, run.end - 1);
  }, [run, need]);
  useLayoutEffect(() => {
    if (toFocus.current === undefined) return;
    box.current
      ?.querySelector<HTMLElement>(`tr[data-place="${toFocus.current}"]`)
      ?.focus({ preventScroll: true });
    toFocus.current = undefined;
  });
  const last = Math.max(0, count - 1);
  const here = Math.min(active, last);
  /** Goes to a row, and shows it. */
  const goTo = (place: number) => {
    const element = box.current;
    if (!element) return;
    const row = rowPixels();
    const top = place * row;
    if (top < element.scrollTop) element.scrollTop = top;
    // The head stands over the first row.
    else if (top + 2 * row > element.scrollTop + element.clientHeight)
      element.scrollTop = top + 2 * row - element.clientHeight;
    toFocus.current = place;
    setActive(place);
    look();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { target } = event;
    if (!(target instanceof HTMLElement) || target.tagName !== "TR") return;
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / rowPixels()) - 2);
    const step = stepOf(event.key, page);
    const row = rows.at(here);
    if (step !== undefined) {
      const place = Math.max(0, Math.min(last, here + step));
      event.preventDefault();
      if (event.shiftKey && Number.isFinite(step)) onSelect(place, true, true);
      goTo(place);
    } else if (event.key === " " && row) {
      event.preventDefault();
      onSelect(here, !selection.has(row.id), event.shiftKey);
    } else if (event.key === "Enter" && row) {
      event.preventDefault();
      onPerson(row.id);
    }
  };
  const places = drawnPlaces(run, here, count);
  const gap = (from: number, to: number) =>
    to > from && (
      <tr key={`before-${to}`} aria-hidden="true" class="gap">
        <td colSpan={columns.length + 1} style={{ blockSize: `${(to - from) * ROW_REM}rem` }} />
      </tr>
    );
  const isAll = count > 0 && selection.size >= count;
  return (
    <div class="table-box" ref={box} onScroll={look}>
      <p class="hidden-words" id="table-keys">
        {text("tableKeys")}
      </p>
      <table
        class="people-table"
        aria-rowcount={count + 1}
        aria-label={text("people")}
        aria-describedby="table-keys"
      >
        <colgroup>
          <col class="col-select" />
          {columns.map((column) => (
            <col key={column} class={`col-${column}`} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">
              <label class="row-box">
                <input
                  type="checkbox"
                  name="select-all"
                  aria-label={text("selectAll")}
                  checked={isAll}
                  indeterminate={!isAll && selection.size > 0}
                  onChange={({ currentTarget }) => onSelectAll(currentTarget.checked)}
                />
              </label>
            </th>
            {columns.map((column) => (
              <th
                key={column}
                scope="col"
                {...(column === view.by && {
                  "aria-sort": view.descending ? ("descending" as const) : ("ascending" as const),
                })}
              >
                {column === "note" ? (
                  text(COLUMN_NAMES[column])
                ) : (
                  <button type="button" onClick={() => onSort(column)}>
                    {text(COLUMN_NAMES[column])}
                    {column === view.by && (
                      <span aria-hidden="true">{view.descending ? "▾" : "▴"}</span>
                    )}
                  </button>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={onKeyDown}>
          {places.flatMap((place, at) => {
            const row = rows.at(place);
            const before = gap(at === 0 ? 0 : (places[at - 1] ?? 0) + 1, place);
            const common = {
              "data-place": place,
              "aria-rowindex": place + 2,
              tabIndex: place === here ? 0 : -1,
              onFocus: () => setActive(place),
            };
            if (row === undefined)
              return [
                before,
                <tr key={`row-${place}`} {...common}>
                  <td colSpan={columns.length + 1} class="soft">
                    {text("rowWaiting")}
                  </td>
                </tr>,
              ];
            const isSelected = selection.has(row.id);
            return [
              before,
              <tr
                key={`row-${place}`}
                {...common}
                class={`${isSelected ? "selected" : ""}${row.id === open ? " open" : ""}`}
              >
                <td>
                  <label class="row-box">
                    <input
                      type="checkbox"
                      tabIndex={-1}
                      aria-label={text("selectPerson", { name: nameInSentence(row.name) })}
                      checked={isSelected}
                      onClick={(event) =>
                        onSelect(place, event.currentTarget.checked, event.shiftKey)
                      }
                    />
                  </label>
                </td>
                {columns.map((column) =>
                  column === "name" ? (
                    <th key={column} scope="row">
                      <button
                        type="button"
                        tabIndex={-1}
                        title={row.title}
                        dir="auto"
                        onClick={() => onPerson(row.id)}
                      >
                        {plainName(row.name)}
                      </button>
                    </th>
                  ) : (
                    <Cell key={column} row={row} column={column} now={now} />
                  ),
                )}
              </tr>,
            ];
          })}
          {gap((places.at(-1) ?? -1) + 1, count)}
        </tbody>
      </table>
    </div>
  );
}
