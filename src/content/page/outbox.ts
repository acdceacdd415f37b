/**
 * What was observed and is not yet known to be on disk. It waits in this document, where the page cannot read it, and is sent again; what
 * the background has heard outlives the tab. Sightings are facts with natural keys, so sending one again changes nothing.
 */
import { browser } from "../../browser.ts";
import type { Sighting } from "../../domain/interactions/sighting.ts";
import { askFromSite, Orphaned, Refusal } from "../../protocol/transport.ts";
import type { ObservedSighting, Viewer } from "../../protocol/site-questions.ts";

/** What is observed before it is known who is signed in. */
export type UnclaimedSighting = Omit<ObservedSighting, "id">;

/** What is sent at once. */
interface Parcel {
  readonly viewer: Viewer | undefined;
  readonly sightings: readonly ObservedSighting[];
}

/** As many sightings as one parcel holds; the background takes twice as many. */
const AT_ONCE = 500;

/** As many sightings as wait: more than that nobody browses through while the background is silent. */
const MOST_WAITING = 20_000;

/** The outbox of a document. */
export interface Outbox {
  /** Sends what was observed. Resolves when it is on disk, one way or the other, or waits to be sent again. */
  readonly send: (viewer: Viewer, sightings: readonly Sighting[]) => Promise<void>;
  /** The same of what is to be the next member's that a page of this tab proves. */
  readonly sendUnclaimed: (sightings: readonly UnclaimedSighting[]) => Promise<void>;
  /** Whether anything waits to be sent again. */
  readonly isWaiting: () => boolean;
  /** Sends again what waits. */
  readonly sendAgain: () => Promise<void>;
}

/** An empty outbox. */
export function outbox(): Outbox {
  const waiting = new Set<Parcel>();

  /** The oldest go where too much waits. */
  const bound = (): void => {
    let count = [...waiting].reduce((sum, { sightings }) => sum + sightings.length, 0);
    for (const parcel of waiting) {
      if (count <= MOST_WAITING) return;
      waiting.delete(parcel);
      count -= parcel.sightings.length;
    }
  };

  const send = async (parcel: Parcel): Promise<void> => {
    const arrived = new Set(await askFromSite.record(parcel));
    if (parcel.sightings.every(({ id }) => arrived.has(id))) waiting.delete(parcel);
  };

  const sendAll = async (
    viewer: Viewer | undefined,
    sightings: readonly UnclaimedSighting[],
  ): Promise<void> => {
    if (!browser.runtime?.id) throw new Orphaned("The extension is gone");
    const parcels: Parcel[] = [];
    for (let start = 0; start < sightings.length; start += AT_ONCE) {
      const some = sightings.slice(start, start + AT_ONCE);
      const observed = some.map((one) => ({ id: crypto.randomUUID(), ...one }));
      parcels.push({ viewer, sightings: observed });
    }
    for (const parcel of parcels) waiting.add(parcel);
    bound();
    for (const parcel of parcels) await send(parcel);
  };

  return {
    send: (viewer, sightings) =>
      sendAll(
        viewer,
        sightings.map((sighting) => ({ sighting })),
      ),
    sendUnclaimed: (sightings) => sendAll(undefined, sightings),
    isWaiting: () => waiting.size > 0,
    async sendAgain() {
      for (const parcel of waiting) {
        // One that is refused must not hold up the others.
        await send(parcel).catch((error: unknown) => {
          if (!(error instanceof Refusal)) throw error;
        });
      }
    },
  };
}
