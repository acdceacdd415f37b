/**
 * What the script on the site could and could not read, kept in `storage.local`: it is about the site, not about anybody.
 */
import browser from "webextension-polyfill";
import { unread, withVisitTo, type ReaderHealth } from "../../domain/reader-health.ts";
import type { UnreadSurface } from "../../protocol/views.ts";

const KEY = "reader-health";

interface Kept {
  readonly health: ReaderHealth;
  /** Of the last page of each surface on which nobody was found. */
  readonly structures: Readonly<Record<string, string>>;
}

const NOTHING: Kept = { health: {}, structures: {} };

async function kept(): Promise<Kept> {
  return ((await browser.storage.local.get(KEY))[KEY] as Kept | undefined) ?? NOTHING;
}

/** One more look at a surface that should show people. */
export async function readingReported(
  reading: { readonly surface: string; readonly found: number; readonly structure?: string },
  now: number,
): Promise<void> {
  const { surface, found, structure } = reading;
  const before = await kept();
  const { [surface]: _last, ...others } = before.structures;
  const after: Kept = {
    health: withVisitTo(before.health, surface, found, now),
    structures:
      found === 0 && structure !== undefined ? { ...others, [surface]: structure } : others,
  };
  await browser.storage.local.set({ [KEY]: after });
}

/** The surfaces nobody was recognised on three times in a row. */
export async function unreadSurfaces(): Promise<readonly UnreadSurface[]> {
  const { health, structures } = await kept();
  return unread(health).map((one) => ({ ...one, structure: structures[one.surface] ?? "" }));
}
