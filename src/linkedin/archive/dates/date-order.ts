/** Which number of a date is the month, as far as its column tells. */
import { AMERICAN, NUMBERED } from "./numbered-dates.ts";

/** See the file. */
export type DateOrder = "month-first" | "day-first";

/** What the dates of one column tell. */
export interface ColumnOrder {
  /** Takes a cell of the column. */
  see(text: string): void;
  /** Whether there is any date that needs its order to be known. */
  readonly isNeeded: boolean;
  /** Absent where no number above 12 tells, or where dates contradict one another. */
  order(): DateOrder | undefined;
}

/** A column that was not looked at yet. */
export function columnOrder(): ColumnOrder {
  const found = new Set<DateOrder>();
  let isNeeded = false;
  return {
    get isNeeded() {
      return isNeeded;
    },
    see(text) {
      const written = text.trim();
      const numbers = NUMBERED.exec(written);
      if (numbers) isNeeded = true;
      const american = numbers ? undefined : AMERICAN.exec(written);
      const first = Number(numbers?.[1] ?? american?.[1] ?? 0);
      const second = Number(numbers?.[3] ?? american?.[2] ?? 0);
      if (first > 12 && second <= 12) found.add("day-first");
      if (second > 12 && first <= 12) found.add("month-first");
    },
    order() {
      const [only] = found;
      return found.size === 1 ? only : undefined;
    },
  };
}
