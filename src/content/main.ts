/**
 * The script on the site. Until the user has chosen, and in the mode that stays off the site, it does nothing at all; a choice
 * made in another tab takes effect here at once.
 */
import { mode, watchMode, type Mode } from "../settings.ts";
import { watchPage } from "./watch-page.ts";

const forever = new AbortController();
let running: AbortController | undefined;

function apply(chosen: Mode | undefined): void {
  running?.abort();
  running = undefined;
  if (chosen !== "badges" && chosen !== "popup") return;
  running = new AbortController();
  watchPage(document, { draw: chosen === "badges" }, running.signal);
}

let chosenSince = false;
watchMode((chosen) => {
  chosenSince = true;
  apply(chosen);
}, forever.signal);
void mode().then((chosen) => {
  if (!chosenSince) apply(chosen);
});
