import type { CardRow } from "../../protocol/views.ts";

/** What passed on one day, in one way. */
export interface DayRows {
  /** As the rows write it. */
  readonly date: string;
  /** Newest first, at least one. */
  readonly rows: readonly CardRow[];
}

/** Rows that stand together, by the day they write. */
export function daysOf(rows: readonly CardRow[]): readonly DayRows[] {
  const days: { readonly date: string; readonly rows: CardRow[] }[] = [];
  for (const row of rows) {
    const last = days.at(-1);
    if (last?.date === row.date) last.rows.push(row);
    else days.push({ date: row.date, rows: [row] });
  }
  return days;
}

/** How many rows came from each side, and how many the two did together: being connected is none of these. */
export const sides = (
  rows: readonly CardRow[],
): { readonly in: number; readonly out: number; readonly both: number } => {
  const of = (side: CardRow["direction"]): number =>
    rows.filter(({ kind, direction }) => direction === side && kind !== "connected").length;
  return { in: of("in"), out: of("out"), both: of("both") };
};
