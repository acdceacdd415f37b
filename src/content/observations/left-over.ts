/**
 * A profile under a new address that still has a name from before: mostly a heading the site has not drawn anew yet, sometimes a
 * namesake. The page tells by going on: a heading that is late changes, a namesake's stays.
 */
import type { Alias } from "../../domain/person/person.ts";
import { squeezed } from "../../linkedin/page/page-text.ts";
import type { PersonOnPage } from "../../linkedin/people/person-on-page.ts";

/**
 * How long (ms) nothing about the profile has to change until its name is believed to be its own. On a slow network a heading may come
 * seconds after the card around it.
 */
const QUIET_MS = 5000;

/** Where names of profiles stand. */
const HEADINGS = "h1,h2";

/** What is left over of the profile before. */
export interface LeftOvers {
  /**
   * To be called as soon as a profile has another address: who quickly goes on and back sees headings of profiles that were never drawn
   * whole.
   *
   * @param from who the address was of
   */
  readonly moved: (document: Document, from: Alias) => void;
  /** Whether what was read has a name from before the address changed; asks for another reading when that may have become clear. */
  readonly has: (person: PersonOnPage) => boolean;
}

/** Nothing yet. */
export function leftOvers(readAgain: (anchor: Element) => void, signal: AbortSignal): LeftOvers {
  let last: PersonOnPage | undefined;
  let before: { readonly alias: Alias; readonly headings: readonly string[] } | undefined;
  let held = "";
  let heldAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener("abort", () => clearTimeout(timer));

  const mayBeFromBefore = ({ aliases, name }: PersonOnPage): boolean => {
    const isSame = last?.aliases.some((alias) => aliases.includes(alias)) === true;
    if (last?.name === name) return !isSame;
    return (
      before !== undefined &&
      !aliases.includes(before.alias) &&
      before.headings.some((heading) => heading.includes(name))
    );
  };

  return {
    moved(document, from) {
      const headings = [...document.querySelectorAll(HEADINGS)];
      before = { alias: from, headings: headings.map((one) => squeezed(one.textContent ?? "")) };
    },
    has(person) {
      const { aliases, anchor, size } = person;
      if (size !== "full") return false;
      const now = performance.now();
      // A profile is read again because it changed, or because it did not for long enough.
      const isQuiet = held === aliases.join() && now - heldAt >= QUIET_MS;
      if (!mayBeFromBefore(person) || isQuiet) {
        last = person;
        held = "";
        return false;
      }
      held = aliases.join();
      heldAt = now;
      clearTimeout(timer);
      timer = setTimeout(readAgain, QUIET_MS, anchor);
      return true;
    },
  };
}
