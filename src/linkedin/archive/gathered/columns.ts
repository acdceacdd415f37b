/**
 * Tables that grow, in columns of numbers: half a million rows as objects would be ten times their size. Reading loops use the
 * arrays themselves, which are replaced when the table grows.
 */

type NumberColumn = Float64Array | Int32Array;

export interface Columns<T extends Readonly<Record<string, NumberColumn>>> {
  /** Rows in use; the arrays are longer. */
  readonly length: number;
  /** The arrays as they are now. Ask again after `append`. */
  readonly arrays: T;
  /** Makes room for one more row and answers its number. */
  append(): number;
}

const FIRST_CAPACITY = 1024;

/**
 * An empty table.
 *
 * @param make makes the arrays of a given length, each zeroed
 */
export function columns<T extends Readonly<Record<string, NumberColumn>>>(
  make: (capacity: number) => T,
): Columns<T> {
  let arrays = make(FIRST_CAPACITY);
  let capacity = FIRST_CAPACITY;
  let length = 0;
  return {
    get length() {
      return length;
    },
    get arrays() {
      return arrays;
    },
    append() {
      if (length === capacity) {
        capacity *= 2;
        const larger = make(capacity);
        for (const name of Object.keys(larger)) {
          const before = arrays[name];
          if (before !== undefined) larger[name]?.set(before);
        }
        arrays = larger;
      }
      length += 1;
      return length - 1;
    },
  };
}
