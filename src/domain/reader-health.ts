/**
 * Whether the reader still understands the site. Surfaces that always show people and suddenly show none tell of a redesign.
 */

/** What is known of one surface. */
export interface SurfaceHealth {
  /** When people were last found there (ms); absent if never. */
  readonly foundAt?: number;
  /** How many people were found then. */
  readonly found: number;
  /** Visits in a row on which nobody was found, or fewer than the page promised. */
  readonly misses: number;
  /** True where somebody was found on the last of these visits. */
  readonly partly?: true;
  /** When the first of these visits was (ms). */
  readonly missedSince?: number;
}

/** By surface. */
export type ReaderHealth = Readonly<Record<string, SurfaceHealth>>;

/** Surfaces remembered: twice as many as the site has. Who looks at pages of other names does not make the rest be kept for ever. */
const MOST_SURFACES = 24;

/** The latest entries, as many as are kept; the one changed last stands at the end. */
export const latest = <Value>(
  entries: Readonly<Record<string, Value>>,
  most: number,
): Readonly<Record<string, Value>> => Object.fromEntries(Object.entries(entries).slice(-most));

/** So many visits in a row without anybody are no accident (one may be a slow page, two an empty list looked at twice). */
const MISSES_TO_REPORT = 3;

/**
 * The health after one more visit to a surface that should show people.
 *
 * @param missing how many the page promised and the reader did not find. One makes the visit a miss
 */
export function withVisitTo(
  health: ReaderHealth,
  surface: string,
  found: number,
  now: number,
  missing = 0,
): ReaderHealth {
  const { [surface]: known, ...others } = health;
  const { partly: _last, ...before } = known ?? { found: 0, misses: 0 };
  const after: SurfaceHealth =
    found > 0 && missing === 0
      ? { foundAt: now, found, misses: 0 }
      : {
          ...before,
          misses: before.misses + 1,
          missedSince: before.missedSince ?? now,
          ...(found > 0 && { foundAt: now, found, partly: true }),
        };
  return latest({ ...others, [surface]: after }, MOST_SURFACES);
}

/** A surface where nothing has been recognised for a while. */
export interface Unread {
  readonly surface: string;
  /** The last moment somebody was found there (ms); absent if never. */
  readonly foundAt?: number;
  /** The first of these visits (ms). */
  readonly since: number;
  /** True where somebody is found there, but not everybody. */
  readonly partly?: true;
}

/** The surfaces to report, longest unread first. */
export function unread(health: ReaderHealth): readonly Unread[] {
  return Object.entries(health)
    .flatMap(([surface, { misses, missedSince, foundAt, partly }]) =>
      misses >= MISSES_TO_REPORT && missedSince !== undefined
        ? [
            {
              surface,
              since: missedSince,
              ...(foundAt !== undefined && { foundAt }),
              ...(partly && { partly }),
            },
          ]
        : [],
    )
    .sort((a, b) => a.since - b.since || (a.surface < b.surface ? -1 : 1));
}
