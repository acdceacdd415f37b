/**
 * What is observed before anybody knows who is signed in. It waits a moment in the document: most pages say it soon, and then everything
 * is read again. What is left then goes to the background, which waits for the first member that a page of the tab proves.
 */
import type { UnclaimedSighting } from "../page/outbox.ts";

/** How long (ms) a page has to say who is signed in: one that says it does so within a few seconds. */
const WAITS_MS = 5000;

/** What is observed meanwhile. */
export interface Unclaimed {
  readonly note: (sightings: readonly UnclaimedSighting[]) => void;
  /** It is known who is signed in: everything is read again. */
  readonly forget: () => void;
}

/**
 * Nothing yet.
 *
 * @param isUnknown whether nobody knows who is signed in, and somebody is
 */
export function unclaimed(
  isUnknown: () => boolean,
  send: (sightings: readonly UnclaimedSighting[]) => void,
  signal: AbortSignal,
): Unclaimed {
  let held: UnclaimedSighting[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const forget = (): void => {
    clearTimeout(timer);
    timer = undefined;
    held = [];
  };
  const release = (): void => {
    const some = held;
    forget();
    if (!signal.aborted && isUnknown()) send(some);
  };
  return {
    note(sightings) {
      if (sightings.length === 0) return;
      held.push(...sightings);
      timer ??= setTimeout(release, WAITS_MS);
    },
    forget,
  };
}
