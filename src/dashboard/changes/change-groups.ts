/**
 * Changes under the day or month they are of.
 */
import type { ChangeRow } from "../../domain/changes/change-row.ts";
import { agoText, monthText } from "../../words/moments.ts";

/** Changes of one day or month, in the order they were given in. */
export interface ChangeGroup {
  /** "yesterday", "June 2024". */
  readonly name: string;
  readonly rows: readonly ChangeRow[];
}

/** Days of a week: within them each day has a group of its own. */
const WEEK_DAYS = 7;

/** Midnight so many days before the day of `now`, in the reader's calendar (ms). */
function midnight(now: number, daysBefore: number): number {
  const day = new Date(now);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() - daysBefore).getTime();
}

/** Rows that come newest first, in groups. */
export function changeGroups(rows: readonly ChangeRow[], now: number): readonly ChangeGroup[] {
  const lately = midnight(now, WEEK_DAYS - 1);
  const groups: { readonly name: string; readonly rows: ChangeRow[] }[] = [];
  for (const row of rows) {
    const name = row.at >= lately ? agoText(row.at, row.at, now) : monthText(row.at);
    const last = groups.at(-1);
    if (last?.name === name) last.rows.push(row);
    else groups.push({ name, rows: [row] });
  }
  return groups;
}
