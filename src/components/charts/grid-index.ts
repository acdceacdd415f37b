/**
 * Finds the point under a pixel among tens of thousands: the field is divided into cells of 16 pixels, and only the cells around are looked at.
 */

/** Points by their places in pixels. */
export interface GridIndex {
  /** The nearest point at most so many pixels away; of several at one place the last. `undefined` where there is none. */
  readonly nearest: (x: number, y: number, within: number) => number | undefined;
}

/** The width and height of a cell in pixels. */
const CELL = 16;

/** An index of these points, whose places must not change. A point outside of the field belongs to the cell at its edge. */
export function gridIndex(
  xs: Float64Array,
  ys: Float64Array,
  width: number,
  height: number,
): GridIndex {
  const columns = Math.max(1, Math.ceil(width / CELL));
  const rows = Math.max(1, Math.ceil(height / CELL));
  const columnAt = (x: number) => Math.min(columns - 1, Math.max(0, Math.floor(x / CELL)));
  const rowAt = (y: number) => Math.min(rows - 1, Math.max(0, Math.floor(y / CELL)));
  const cellOf = (point: number) => rowAt(ys[point] ?? 0) * columns + columnAt(xs[point] ?? 0);
  // Points sorted by cell, and where each cell begins.
  const begins = new Uint32Array(columns * rows + 1);
  for (let point = 0; point < xs.length; point += 1) {
    const next = cellOf(point) + 1;
    begins[next] = (begins[next] ?? 0) + 1;
  }
  for (let cell = 1; cell < begins.length; cell += 1)
    begins[cell] = (begins[cell] ?? 0) + (begins[cell - 1] ?? 0);
  const filled = begins.slice();
  const points = new Uint32Array(xs.length);
  for (let point = 0; point < xs.length; point += 1) {
    const cell = cellOf(point);
    points[filled[cell] ?? 0] = point;
    filled[cell] = (filled[cell] ?? 0) + 1;
  }
  return {
    nearest(x, y, within) {
      let found: number | undefined;
      let least = within * within;
      for (let row = rowAt(y - within); row <= rowAt(y + within); row += 1)
        for (let column = columnAt(x - within); column <= columnAt(x + within); column += 1) {
          const cell = row * columns + column;
          for (let place = begins[cell] ?? 0; place < (begins[cell + 1] ?? 0); place += 1) {
            const point = points[place] ?? 0;
            const distance = ((xs[point] ?? 0) - x) ** 2 + ((ys[point] ?? 0) - y) ** 2;
            if (
              distance < least ||
              (distance === least && (found === undefined || point > found))
            ) {
              least = distance;
              found = point;
            }
          }
        }
      return found;
    },
  };
}
