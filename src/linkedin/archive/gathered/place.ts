import type { DateOrder } from "../dates/date-order.ts";
import type { RowTally } from "../files/tally.ts";

/** Where rows come from. */
export interface FilePlace {
  /** Number of the file within this reading. */
  readonly file: number;
  /** Number of the archive the file belongs to. */
  readonly group: number;
  /** When the archive was made (ms), 0 when its name does not say. */
  readonly at: number;
  /** Which number is the month in dates of numbers, where the column tells. */
  readonly order?: DateOrder;
  readonly tally: RowTally;
}
