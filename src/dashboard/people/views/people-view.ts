/**
 * A view of the table: who is in it, in what order, and which columns are shown.
 */
import {
  COLUMNS,
  type TableColumn,
  type TableView,
} from "../../../domain/directory/people-table.ts";

/** See the file. */
export interface PeopleView extends TableView {
  /** In their order; the name comes first and is always shown. */
  readonly columns: readonly TableColumn[];
}

/** What the table opens with: who was talked with last comes first. */
export const FIRST_VIEW: PeopleView = {
  text: "",
  conditions: [],
  by: "last",
  descending: false,
  columns: ["name", "company", "band", "last", "rhythm", "field", "tags", "note"],
};

/** A view as it was kept, or the first one where it is none of this version. */
export function asPeopleView(kept: unknown): PeopleView {
  if (typeof kept !== "object" || kept === null) return FIRST_VIEW;
  const view = { ...FIRST_VIEW, ...kept };
  const columns = COLUMNS.filter((one) => view.columns.includes(one));
  return columns.length === view.columns.length && Array.isArray(view.conditions)
    ? view
    : FIRST_VIEW;
}

/** The view with a column shown or hidden. */
export function withColumn(view: PeopleView, column: TableColumn, isShown: boolean): PeopleView {
  const others = view.columns.filter((one) => one !== column);
  return { ...view, columns: isShown ? [...others, column] : others };
}

/** The view with a column one place earlier or later; the name stays first. */
export function movedColumn(view: PeopleView, column: TableColumn, by: -1 | 1): PeopleView {
  const place = view.columns.indexOf(column);
  const to = place + by;
  if (place < 1 || to < 1 || to >= view.columns.length) return view;
  return { ...view, columns: view.columns.toSpliced(place, 1).toSpliced(to, 0, column) };
}

/** The view sorted by a column: by the same one again, the other way round. */
export const sortedView = (view: PeopleView, by: TableView["by"]): PeopleView => ({
  ...view,
  by,
  descending: view.by === by && !view.descending,
});
