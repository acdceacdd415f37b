import type { ReadyRow } from "../directory/ready-row.ts";
import type { Week } from "./week.ts";

/**
 * The people whom a week still asks to write to, each once: those due by a date of the user, then those suggested and not done. People never
 * talked with count only where nobody else is suggested, as in the popup.
 */
export function openRows({
  due,
  reconnect,
  neverTalked,
}: Pick<Week, "due" | "reconnect" | "neverTalked">): readonly ReadyRow[] {
  const suggested = reconnect.length > 0 ? reconnect : neverTalked;
  const open = [
    ...due.filter(({ dueBy }) => dueBy === "date"),
    ...suggested.filter(({ done }) => done === undefined),
  ];
  return [...new Map(open.map((row) => [row.id, row])).values()];
}
