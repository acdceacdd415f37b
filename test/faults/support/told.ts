/**
 * What was asked of a browser before it was killed, and what has to be there afterwards: what was answered holds, and what was not
 * answered was done or was not.
 */
import { doubled, without } from "./history-lines.ts";

/** So many lines are said to be wrong. */
const MOST = 12;

/** Lines that appear or disappear together. */
export interface Change {
  readonly adds: readonly string[];
  readonly removes: readonly string[];
}

/** What is known of the lines of a history. */
export interface Told {
  /** Does something that changes lines: rejects where no answer came. */
  readonly doing: (change: Change, act: () => Promise<unknown>) => Promise<void>;
  /** How many changes were answered. */
  readonly answered: () => number;
  /** What is wrong with the lines that are there now; nothing where all is well. */
  readonly wrongIn: (now: readonly string[]) => readonly string[];
}

const changed = (lines: readonly string[], { adds, removes }: Change): readonly string[] =>
  [...without(lines, removes), ...adds].toSorted();

function difference(found: readonly string[], wanted: readonly string[]): readonly string[] {
  return [
    ...without(wanted, found).map((line) => `lost: ${line}`),
    ...without(found, wanted).map((line) => `not asked for: ${line}`),
  ];
}

/** The first of many. */
export const shortened = (lines: readonly string[]): readonly string[] =>
  lines.length <= MOST ? lines : [...lines.slice(0, MOST), `and ${lines.length - MOST} more`];

/** @param before the lines when nothing was asked yet */
export function told(before: readonly string[]): Told {
  let certain = before;
  let asked: Change | undefined;
  let answered = 0;
  return {
    async doing(change, act) {
      asked = change;
      await act();
      certain = changed(certain, change);
      asked = undefined;
      answered += 1;
    },
    answered: () => answered,
    wrongIn(now) {
      const possible = [certain, ...(asked === undefined ? [] : [changed(certain, asked)])];
      const wrong = possible.map((lines) => difference(now, lines));
      const [least = []] = wrong.toSorted((a, b) => a.length - b.length);
      return shortened([...least, ...doubled(now).map((line) => `doubled: ${line}`)]);
    },
  };
}
