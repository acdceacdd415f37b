/**
 * What two histories of one owner cover together.
 */
import type { ArchiveSpan, Coverage } from "./coverage.ts";

const earlier = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined ? b : b === undefined ? a : Math.min(a, b);

const key = ({ from, to, kinds }: ArchiveSpan): string =>
  `${from}-${to}-${[...kinds].sort().join()}`;

/** The union of two coverages. While either still watches, so does the union. */
export function unitedCoverage(a: Coverage, b: Coverage): Coverage {
  const watchingSince = earlier(a.watchingSince, b.watchingSince);
  const stillWatching =
    (a.watchingSince !== undefined && a.watchedUntil === undefined) ||
    (b.watchingSince !== undefined && b.watchedUntil === undefined);
  const watchedUntil = stillWatching
    ? undefined
    : Math.max(a.watchedUntil ?? -Infinity, b.watchedUntil ?? -Infinity);
  const archives = [
    ...new Map([...a.archives, ...b.archives].map((span) => [key(span), span])).entries(),
  ]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, span]) => span);
  return {
    ...(watchingSince !== undefined && { watchingSince }),
    ...(watchedUntil !== undefined && Number.isFinite(watchedUntil) && { watchedUntil }),
    archives,
  };
}
