/**
 * Opening the popup, or the panel, on one person. What the page's process may ask is limited here: one opening at a time, and no second one right
 * after it, so that a page that was taken over cannot fill the screen.
 */
import type { PersonId } from "../../domain/person/person.ts";

/** No second opening within this time (ms) of the last one. */
const PAUSE_MS = 1000;

/** A popup that is just closing refuses the next one; it is asked again after this time (ms). */
const CLOSING_MS = 200;

/** Whom to show, and where. */
export interface AskedOpening {
  /** Absent for somebody the history does not know, and for nobody. */
  readonly id: PersonId | undefined;
  readonly windowId: number | undefined;
  /** The panel beside the page is open for it. */
  readonly isBeside: boolean;
}

/** Opens the popup in a browser window, or shows it in the panel: on this person, or as it is. */
export type OpenPerson = (asked: AskedOpening, now: number) => Promise<void>;

/** What is needed of the browser. */
export interface PopupPlaces {
  /** Notes the person for the popup that opens next. */
  readonly note: (id: PersonId, now: number) => Promise<void>;
  /** Tells the panel in a window that a person was noted. */
  readonly tellPanel: (windowId: number) => void;
  /** Opens the toolbar popup over a window; rejects where the browser refuses. */
  readonly openPopup: (windowId: number | undefined) => Promise<void>;
  /** Shows the person in a small window: the one opened before, where it is still open. */
  readonly openWindow: (id: PersonId | undefined) => Promise<void>;
  readonly wait: (ms: number) => Promise<void>;
}

/** An opener that has opened nothing yet. */
export function personOpener(places: PopupPlaces): OpenPerson {
  const { note, tellPanel, openPopup, openWindow, wait } = places;
  let busy = false;
  let openedAt = -Infinity;
  return async ({ id, windowId, isBeside }, now) => {
    // A clock that was put back must not close the door for good.
    if (busy || (now >= openedAt && now - openedAt < PAUSE_MS)) return;
    busy = true;
    openedAt = now;
    try {
      if (id !== undefined) await note(id, now);
      if (isBeside && windowId !== undefined) {
        tellPanel(windowId);
        return;
      }
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
