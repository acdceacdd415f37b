/**
 * The script on the site. Until the user has chosen, and in the mode that stays off the site, it does nothing at all; a choice
 * made in another tab takes effect here at once.
 */
import { browser } from "../browser.ts";
import {
  askFromSite,
  HISTORY_CHANGED,
  OPEN_IN_FRONT,
  PERMISSION_CHANGED,
  toldIn,
  WHAT_IS_SHOWN,
} from "../protocol/transport.ts";
import type { Topic } from "../protocol/site-questions.ts";
import { removeLeftBehind } from "./badges/left-behind.ts";
import { type Watched, watchPage } from "./watch-page.ts";

let running: AbortController | undefined;
/** How often it was begun: of two answers the one asked for later counts. */
let round = 0;
let watched: Watched | undefined;
/** How far the script goes now, as text. */
let permitted = "";

/** Begins anew with the choices as they are now. */
async function begin(): Promise<void> {
  round += 1;
  const own = round;
  // Without an answer nothing is known to be allowed.
  const permission = await askFromSite.permission().catch(() => undefined);
  if (own !== round) return;
  if (permission === undefined) {
    running?.abort();
    running = undefined;
    watched = undefined;
    return;
  }
  const { mode: chosen, hidden, ...how } = permission;
  const before = permitted;
  permitted = JSON.stringify(permission);
  if (running !== undefined && permitted === before) {
    // Another setting changed: perhaps which people have a badge.
    watched?.refresh();
    return;
  }
  running?.abort();
  running = undefined;
  watched = undefined;
  if (chosen !== "badges" && chosen !== "popup") return;
  running = new AbortController();
  const draw = chosen === "badges" && !hidden;
  watched = watchPage(document, { ...how, draw }, running.signal);
}

const beginAgain = (): void => {
  begin().catch(console.error);
};

/** Whether the user is in this document, and not in a frame of it or around it. */
const isInFront = (): boolean =>
  document.activeElement?.localName !== "iframe" &&
  (document.hasFocus() || document.defaultView === document.defaultView?.top);

function start(): void {
  removeLeftBehind(document);
  const hear = (
    message: unknown,
    _sender: unknown,
    respond: (topic: Topic | undefined) => void,
  ): void => {
    const told = toldIn(message);
    if (told === WHAT_IS_SHOWN) respond(watched?.topic());
    if (told === PERMISSION_CHANGED) beginAgain();
    if (told === HISTORY_CHANGED) watched?.refresh();
    if (told === OPEN_IN_FRONT && isInFront()) watched?.openInFront();
  };
  // What answers at once returns nothing: both browsers take that, the types do not know it.
  browser.runtime.onMessage.addListener(hear as never);
  beginAgain();
}

/** This version's own mark in its own world: the background and the browser may both start it in one document. */
const world = globalThis as { tielightStarted?: true };
if (!world.tielightStarted) {
  world.tielightStarted = true;
  start();
}
