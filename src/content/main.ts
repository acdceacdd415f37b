/**
 * The script on the site. Until the user has chosen, and in the mode that stays off the site, it does nothing at all; a choice
 * made in another tab takes effect here at once.
 */
import { mode, showRails, watchMode, watchShowRails } from "../settings.ts";
import { watchPage } from "./watch-page.ts";

const forever = new AbortController();
let running: AbortController | undefined;

/** Begins anew with the choices as they are now. */
async function begin(): Promise<void> {
  const [chosen, rails] = await Promise.all([mode(), showRails()]);
  running?.abort();
  running = undefined;
  if (chosen !== "badges" && chosen !== "popup") return;
  running = new AbortController();
  watchPage(document, { draw: chosen === "badges", showRails: rails }, running.signal);
}

const beginAgain = (): void => void begin();
watchMode(beginAgain, forever.signal);
watchShowRails(beginAgain, forever.signal);
beginAgain();
