import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

/** What has the focus when what had it is gone: the heading of the section that is shown, or the search of the popup. */
const PLACES = "main:not([hidden]) h1[tabindex], [role=searchbox], h1[tabindex]";

/**
 * Keeps the focus in the page when something leaves it that the focus is in.
 *
 * @returns to be put on what may leave
 */
export function useFocusWhenGone<T extends HTMLElement>(): RefObject<T | null> {
  const place = useRef<T>(null);
  useLayoutEffect(() => {
    const there = place.current;
    return () => {
      // It still stands in the page: what leaves is told first.
      if (there?.contains(document.activeElement))
        document.querySelector<HTMLElement>(PLACES)?.focus({ preventScroll: true });
    };
  }, []);
  return place;
}
