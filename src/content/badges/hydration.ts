/**
 * Waiting for the page to be ready for a foreign node. A page that was rendered on the server is taken over by its script; a node
 * added before that may make the script throw the page away.
 */

/** Longest wait (ms) for a page that never says it is ready: then its script has failed, and there is nothing to disturb. */
const LONGEST_WAIT_MS = 15_000;

/** Attributes of the current layout, seen 2026-04: on the root of a page to be taken over, and on the body once it is. */
const RENDERED_ON_SERVER = "#root[data-strictmode], [data-sdui-screen]";
const TAKEN_OVER = "data-rehydrated";

/** Resolves when badges may be drawn; never when aborted before. */
export function hydrated(document: Document, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const ready = (): boolean =>
      document.body.hasAttribute(TAKEN_OVER) || document.querySelector(RENDERED_ON_SERVER) === null;
    if (ready()) {
      resolve();
      return;
    }
    const observer = new MutationObserver(() => {
      if (ready()) done();
    });
    const done = (): void => {
      clearTimeout(timer);
      observer.disconnect();
      resolve();
    };
    const timer = setTimeout(done, LONGEST_WAIT_MS);
    observer.observe(document.body, { attributes: true, attributeFilter: [TAKEN_OVER] });
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      observer.disconnect();
    });
  });
}
