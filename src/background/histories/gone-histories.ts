/**
 * Histories that were removed: when the same is asked again, because the background ended before it answered, it is known that it is done.
 */

/** How a history went. */
export interface Going {
  /** The history that it was joined with. */
  readonly into?: string;
  /** The restore that had begun it was undone. */
  readonly isUndone?: true;
}

/** A history that was removed. Its name is random. */
export interface GoneHistory extends Going {
  readonly name: string;
}

/** So many removed histories are remembered: nobody asks again for what is longer ago. */
const MOST_GONE = 20;

/** What remembers them. */
interface WithGone {
  /** Those that were removed of late. */
  readonly gone?: readonly GoneHistory[];
}

/** The list that remembers how a history goes. */
export const going = <Listed extends WithGone>(
  registry: Listed,
  name: string,
  how: Going,
): Listed => ({
  ...registry,
  gone: [...(registry.gone ?? []).filter((one) => one.name !== name), { name, ...how }].slice(
    -MOST_GONE,
  ),
});

/** How a history went; `undefined` for one that was never removed. */
export const goneIn = ({ gone = [] }: WithGone, name: string): Going | undefined =>
  gone.find((one) => one.name === name);
