/**
 * How many people have one name, counted by when each of them was connected. Same names stay apart.
 */

/** When something happened, first and last possible moment (ms). */
export interface When {
  readonly from: number;
  readonly to: number;
}

/** A connection stated by name alone. */
export interface NamedConnection {
  readonly when: When;
  /** The file, or the archive, that states it: it states each connection once. */
  readonly file: unknown;
}

function overlap(a: When, b: When): boolean {
  return a.from <= b.to && b.from <= a.to;
}

interface Cluster {
  readonly when: When;
  readonly byFile: Map<unknown, number>;
}

/** Connections without address that may be the same person seen by several archives: their dates overlap. */
function clusters(named: readonly NamedConnection[]): readonly Cluster[] {
  const found: Cluster[] = [];
  for (const { when, file } of [...named].sort(
    (a, b) => a.when.to - a.when.from - (b.when.to - b.when.from),
  )) {
    const cluster = found.find((one) => overlap(one.when, when));
    const byFile = cluster?.byFile ?? new Map<unknown, number>();
    byFile.set(file, (byFile.get(file) ?? 0) + 1);
    if (cluster === undefined) found.push({ when, byFile });
  }
  return found;
}

/** A connection by name that is of nobody known by address. */
export interface UnmatchedConnection {
  readonly when: When;
  /** How many people, of one date, that is. */
  readonly count: number;
}

/**
 * The connections without addresses that are of other people than those known by address.
 *
 * @param known for everybody of the name known by address, when they were connected; empty where nothing says so
 */
export function unmatchedConnections(
  named: readonly NamedConnection[],
  known: readonly (readonly When[])[],
): readonly UnmatchedConnection[] {
  const dates = known.flat();
  // A person known by address, but not since when, may well be one of them.
  let undated = known.filter((connected) => connected.length === 0).length;
  return clusters(named).flatMap(({ when, byFile }) => {
    if (dates.some((date) => overlap(date, when))) return [];
    const people = Math.max(...byFile.values());
    const matched = Math.min(undated, people);
    undated -= matched;
    return people === matched ? [] : [{ when, count: people - matched }];
  });
}

/** How many different people of one name the connections without addresses are, apart from those already known by address. */
export function strangers(
  named: readonly NamedConnection[],
  known: readonly (readonly When[])[],
): number {
  return unmatchedConnections(named, known).reduce((sum, { count }) => sum + count, 0);
}
