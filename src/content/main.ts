/**
 * The script on the site. Until the user has chosen, and in the mode that stays off the site, it does nothing at all; a choice
 * made in another tab takes effect here at once.
 */
import { browser } from "../browser.ts";
import { OPEN_IN_FRONT } from "../protocol/transport.ts";
import { mode, watchMode } from "../settings/mode.ts";
import { HIDDEN, RAILS, STRANGERS } from "../settings/switches.ts";
import { removeLeftBehind } from "./badges/left-behind.ts";
import { type Watched, watchPage } from "./watch-page.ts";

const forever = new AbortController();
let running: AbortController | undefined;
let watched: Watched | undefined;

/** Begins anew with the choices as they are now. */
async function begin(): Promise<void> {
  const [chosen, rails, hidden] = await Promise.all([mode(), RAILS.isOn(), HIDDEN.isOn()]);
  running?.abort();
  running = undefined;
  watched = undefined;
  if (chosen !== "badges" && chosen !== "popup") return;
  running = new AbortController();
  watched = watchPage(
    document,
    { draw: chosen === "badges" && !hidden, showRails: rails },
    running.signal,
  );
}

const beginAgain = (): void => {
  // Only an extension that is just going away cannot say what was chosen, and then there is nothing to begin.
  begin().catch(() => running?.abort());
};

/** Whether the user is in this document, and not in a frame of it or around it. */
const isInFront = (): boolean =>
  document.activeElement?.localName !== "iframe" &&
  (document.hasFocus() || document.defaultView === document.defaultView?.top);

function start(): void {
  removeLeftBehind(document);
  watchMode(beginAgain, forever.signal);
  RAILS.watch(beginAgain, forever.signal);
  STRANGERS.watch(beginAgain, forever.signal);
  HIDDEN.watch(beginAgain, forever.signal);
  browser.runtime.onMessage.addListener((message: unknown): undefined => {
    const isAsked =
      typeof message === "object" &&
      message !== null &&
      "tell" in message &&
      message.tell === OPEN_IN_FRONT;
    if (isAsked && isInFront()) watched?.openInFront();
  });
  beginAgain();
}

/** This version's own mark in its own world: the background and the browser may both start it in one document. */
const world = globalThis as { tielightStarted?: true };
if (!world.tielightStarted) {
  world.tielightStarted = true;
  start();
}
