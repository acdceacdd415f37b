/** A run of rows, `end` not included. */
export interface Run {
  readonly start: number;
  readonly end: number;
}

/** Rows drawn before and after what is seen. */
const MARGIN = 12;

/** The rows to draw of a table of rows of one height. */
export function seenRows(count: number, row: number, scrolled: number, height: number): Run {
  const start = Math.max(0, Math.min(count, Math.floor(scrolled / row) - MARGIN));
  const end = Math.max(start, Math.min(count, Math.ceil((scrolled + height) / row) + MARGIN));
  return { start, end };
}

/** The places to draw: a run, and one row more that must not go because it has the focus. */
export function drawnPlaces(
  { start, end }: Run,
  kept: number | undefined,
  count: number,
): readonly number[] {
  const places = Array.from({ length: end - start }, (_, step) => start + step);
  if (kept === undefined || kept >= count || (kept >= start && kept < end)) return places;
  return kept < start ? [kept, ...places] : [...places, kept];
}
