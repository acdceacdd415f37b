/**
 * Opening the popup on one person. What the page's process may ask is limited here: one opening at a time, and no second one right
 * after it, so that a page that was taken over cannot fill the screen.
 */
import type { PersonId } from "../../domain/person/person.ts";

/** No second opening within this time (ms) of the last one. */
const PAUSE_MS = 1000;

/** A popup that is just closing refuses the next one; it is asked again after this time (ms). */
const CLOSING_MS = 200;

/** Opens the popup in a browser window: on this person, or as it is for somebody the history does not know. */
export type OpenPerson = (
  id: PersonId | undefined,
  windowId: number | undefined,
  now: number,
) => Promise<void>;

/** What is needed of the browser. */
export interface PopupPlaces {
  /** Notes the person for the popup that opens next. */
  readonly note: (id: PersonId, now: number) => Promise<void>;
  /** Opens the toolbar popup over a window; rejects where the browser refuses. */
  readonly openPopup: (windowId: number | undefined) => Promise<void>;
  /** Shows the person in a small window: the one opened before, where it is still open. */
  readonly openWindow: (id: PersonId | undefined) => Promise<void>;
  readonly wait: (ms: number) => Promise<void>;
}

/** An opener that has opened nothing yet. */
export function personOpener({ note, openPopup, openWindow, wait }: PopupPlaces): OpenPerson {
  let busy = false;
  let openedAt = -Infinity;
  return async (id, windowId, now) => {
    // A clock that was put back must not close the door for good.
    if (busy || (now >= openedAt && now - openedAt < PAUSE_MS)) return;
    busy = true;
    openedAt = now;
    try {
      if (id !== undefined) await note(id, now);
      await openPopup(windowId)
        .catch(async () => {
          await wait(CLOSING_MS);
          await openPopup(windowId);
        })
        .catch(() => openWindow(id));
    } finally {
      busy = false;
    }
  };
}
