/**
 * What was noticed and is not yet known to be on disk. It waits in extension storage, where it outlives the tab, the background and
 * an update, and arrives once: sightings are facts with natural keys, so sending one again changes nothing.
 */
import { browser } from "../../browser.ts";
import type { Sighting } from "../../domain/interactions/sighting.ts";
import { askFromSite, Orphaned } from "../../protocol/transport.ts";
import type { Viewer } from "../../protocol/site-questions.ts";

const PREFIX = "outbox-";

/** What waits under one key. */
interface Letter {
  readonly viewer: Viewer;
  readonly sightings: readonly Sighting[];
  /** When it was written (ms). */
  readonly at: number;
}

async function deliver(key: string, { viewer, sightings }: Letter): Promise<void> {
  const noticed = sightings.map((sighting, index) => ({ id: `${key}-${index}`, sighting }));
  const arrived = new Set(await askFromSite.record({ viewer, sightings: noticed }));
  const waiting = noticed.filter(({ id }) => !arrived.has(id)).map(({ sighting }) => sighting);
  if (waiting.length === 0) await browser.storage.local.remove(key);
}

/** As many sightings as one letter holds; the background takes twice as many. */
const AT_ONCE = 500;

/** Keeps what was noticed and sends it. Resolves when it is on disk, one way or the other. */
export async function notice(
  viewer: Viewer,
  sightings: readonly Sighting[],
  now: number,
): Promise<void> {
  if (!browser.runtime?.id) throw new Orphaned("The extension is gone");
  const letters: Record<string, Letter> = {};
  for (let start = 0; start < sightings.length; start += AT_ONCE) {
    const some = sightings.slice(start, start + AT_ONCE);
    letters[`${PREFIX}${crypto.randomUUID()}`] = { viewer, sightings: some, at: now };
  }
  await browser.storage.local.set(letters);
  for (const [key, letter] of Object.entries(letters)) await deliver(key, letter);
}

/** Sends what was written before a moment (ms) and still waits: an earlier tab, or an earlier version, left it behind. */
export async function deliverLeftovers(before: number): Promise<void> {
  const kept: Record<string, unknown> = await browser.storage.local.get(null);
  for (const [key, value] of Object.entries(kept)) {
    if (!key.startsWith(PREFIX)) continue;
    const letter = value as Letter;
    // One that is refused must not hold up the others.
    if (letter.at <= before) await deliver(key, letter).catch(() => undefined);
  }
}
