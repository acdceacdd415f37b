/**
 * From values to places in a picture, and back.
 */

/** Values from 0 on, and places in pixels. */
export interface Scale {
  readonly at: (value: number) => number;
  /** The value at a place; outside of the scale it goes on in the same way, but never below 0. */
  readonly valueAt: (pixel: number) => number;
}

/** Equal steps: 0 stands at `from`, `most` at `to`. */
export function evenScale(most: number, from: number, to: number): Scale {
  const step = (to - from) / Math.max(1, most);
  return {
    at: (value) => from + value * step,
    valueAt: (pixel) => (step === 0 ? 0 : Math.max(0, (pixel - from) / step)),
  };
}

/** By square roots, so that short times have more room than long ones: 0 stands at `from`, `most` at `to`. */
export function rootScale(most: number, from: number, to: number): Scale {
  const length = to - from;
  const largest = Math.max(1, most);
  return {
    at: (value) => from + length * Math.sqrt(value / largest),
    valueAt(pixel) {
      const share = length === 0 ? 0 : Math.max(0, (pixel - from) / length);
      return largest * share * share;
    },
  };
}

/** The whole numbers whose places lie between two pixels, both included; `undefined` where there is none. */
export function wholeBetween(
  { at, valueAt }: Scale,
  one: number,
  other: number,
): readonly [from: number, to: number] | undefined {
  const [low, high] = [Math.min(one, other), Math.max(one, other)];
  const isInside = (value: number) => at(value) >= low && at(value) <= high;
  const ends = [valueAt(low), valueAt(high)];
  // What is computed back may be off by the last digit.
  let from = Math.max(0, Math.floor(Math.min(...ends)) - 1);
  let to = Math.ceil(Math.max(...ends)) + 1;
  while (from <= to && !isInside(from)) from += 1;
  while (to >= from && !isInside(to)) to -= 1;
  return from > to ? undefined : [from, to];
}

/** A piece of an axis (pixels). */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The piece of so many pixels around a place. */
export const around = (middle: number, length: number): Span => ({
  from: middle - length / 2,
  to: middle + length / 2,
});

/**
 * Of these values those whose words have room: they keep so many pixels from those of the values before, the first one first, and lie inside `field`.
 *
 * @param spanOf what the words of a value take up
 * @param taken what other words take up already
 */
export function withRoom(
  values: readonly number[],
  spanOf: (value: number) => Span,
  pixels: number,
  field: Span = { from: -Infinity, to: Infinity },
  taken: readonly Span[] = [],
): readonly number[] {
  const filled = [...taken];
  return values.filter((value) => {
    const span = spanOf(value);
    const isInside = span.from >= field.from && span.to <= field.to;
    const isFree = filled.every(
      ({ from, to }) => span.from - to >= pixels || from - span.to >= pixels,
    );
    if (isInside && isFree) filled.push(span);
    return isInside && isFree;
  });
}

/** A round number (1, 2 or 5 and zeros) that divides `most` into at most so many steps; at least 1. */
export function roundStep(most: number, steps: number): number {
  const least = Math.max(1, most / Math.max(1, steps));
  const power = 10 ** Math.floor(Math.log10(least));
  return [1, 2, 5, 10].map((one) => one * power).find((one) => one >= least) ?? 10 * power;
}
