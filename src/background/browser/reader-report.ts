/**
 * What the script on the site could and could not read, kept beside the histories: it is about the site, not about anybody.
 */
import { latest, unread, withVisitTo, type ReaderHealth } from "../../domain/reader-health.ts";
import type { UnreadSurface } from "../../protocol/views.ts";
import { changeOwnValue, ownValue } from "../kept/own-kept.ts";

const KEY = "reader-health";

interface KeptReport {
  readonly health: ReaderHealth;
  /** Of the last page of each surface on which nobody was found. */
  readonly structures: Readonly<Record<string, string>>;
}

/** Outlines kept, each of a page of 50,000 characters at most. */
const MOST_STRUCTURES = 10;

const NOTHING: KeptReport = { health: {}, structures: {} };

/** One more look at a surface that should show people. */
export async function readingReported(
  reading: {
    readonly surface: string;
    readonly found: number;
    readonly missing?: number;
    readonly structure?: string;
  },
  now: number,
): Promise<void> {
  const { surface, found, missing, structure } = reading;
  await changeOwnValue(KEY, (kept): KeptReport => {
    const before = (kept as KeptReport | undefined) ?? NOTHING;
    const { [surface]: _last, ...others } = before.structures;
    return {
      health: withVisitTo(before.health, surface, found, now, missing),
      structures: latest(
        structure !== undefined ? { ...others, [surface]: structure } : others,
        MOST_STRUCTURES,
      ),
    };
  });
}

const keptReport = async (): Promise<KeptReport> =>
  ((await ownValue(KEY)) as KeptReport | undefined) ?? NOTHING;

/** How every surface was read that was looked at. */
export const readerHealth = async (): Promise<ReaderHealth> => (await keptReport()).health;

/** The surfaces nobody was recognised on three times in a row. */
export async function unreadSurfaces(): Promise<readonly UnreadSurface[]> {
  const { health, structures } = await keptReport();
  return unread(health).map((one) => ({ ...one, structure: structures[one.surface] ?? "" }));
}
