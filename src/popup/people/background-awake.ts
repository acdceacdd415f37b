import { useEffect } from "preact/hooks";
import { renewed } from "./popup-lists.ts";

/** Browsers end a background that was asked nothing for 30 s. */
const ASKED_EVERY_MS = 20_000;

/**
 * Keeps what searching needs ready in the background while somebody is about to search: putting it together anew takes far longer than
 * a keystroke may. While the window is in front the background is kept awake; a user who comes back to it wakes it before typing.
 */
export function useBackgroundAwake(): void {
  useEffect(() => {
    const gone = new AbortController();
    const { signal } = gone;
    const wake = () => {
      // A background that does not answer now answers the search itself.
      renewed().catch(() => {});
    };
    const timer = setInterval(() => {
      if (document.hasFocus()) wake();
    }, ASKED_EVERY_MS);
    window.addEventListener("focus", wake, { signal });
    document.documentElement.addEventListener("pointerenter", wake, { signal });
    return () => {
      clearInterval(timer);
      gone.abort();
    };
  }, []);
}
