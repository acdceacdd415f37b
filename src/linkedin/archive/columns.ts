/** Columns that grow: half a million rows as objects would be ten times their size. */

export interface NumberColumn {
  readonly length: number;
  push(value: number): void;
  /** The value of a row that exists. */
  at(row: number): number;
  set(row: number, value: number): void;
}

const FIRST_CAPACITY = 1024;

function column<A extends Float64Array | Int32Array>(make: (length: number) => A): NumberColumn {
  let values = make(FIRST_CAPACITY);
  let length = 0;
  return {
    get length() {
      return length;
    },
    push(value) {
      if (length === values.length) {
        const larger = make(length * 2);
        larger.set(values);
        values = larger;
      }
      values[length] = value;
      length += 1;
    },
    at: (row) => values[row] ?? Number.NaN,
    set(row, value) {
      values[row] = value;
    },
  };
}

/** Numbers of any size. */
export function floatColumn(): NumberColumn {
  return column((length) => new Float64Array(length));
}

/** Whole numbers of 32 bits. */
export function intColumn(): NumberColumn {
  return column((length) => new Int32Array(length));
}
