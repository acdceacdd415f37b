/**
 * A profile under a new address that still has the name of the profile before: mostly a heading the site has not drawn anew yet,
 * sometimes a namesake. The page tells by going on: a heading that is late changes, a namesake's stays.
 */
import type { PersonOnPage } from "../../linkedin/people/person-on-page.ts";

/**
 * How long (ms) nothing about the profile has to change until its name is believed to be its own. On a slow network a heading may come
 * seconds after the card around it.
 */
const QUIET_MS = 5000;

/** Whether what was read is left over from the profile before; asks for another reading when that may have become clear. */
export function leftOvers(
  readAgain: (anchor: Element) => void,
  signal: AbortSignal,
): (person: PersonOnPage) => boolean {
  let last: PersonOnPage | undefined;
  let held = "";
  let heldAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener("abort", () => clearTimeout(timer));
  return (person) => {
    const { aliases, anchor, size, name } = person;
    if (size !== "full") return false;
    const now = performance.now();
    const isNamesake =
      last?.name === name && !last.aliases.some((alias) => aliases.includes(alias));
    // A profile is read again because it changed, or because it did not for long enough.
    if (!isNamesake || (held === aliases.join() && now - heldAt >= QUIET_MS)) {
      last = person;
      held = "";
      return false;
    }
    held = aliases.join();
    heldAt = now;
    clearTimeout(timer);
    timer = setTimeout(readAgain, QUIET_MS, anchor);
    return true;
  };
}
