/**
 * Which address the people in this document belong to, and when it changes. Pages of the site move on without loading a document,
 * and the site shows some pages in a frame of its own whose address says nothing.
 */

/** How often (ms) the address is compared where the browser does not announce a change. */
const COMPARE_MS = 300;

/** The address the user sees in the address bar, as far as this document may know it. */
export function shownAddress(document: Document): string {
  const view = document.defaultView;
  try {
    return view?.top?.location.href ?? document.URL;
  } catch {
    // The site itself inside somebody else's page: then only the own address is known.
    return document.URL;
  }
}

interface Navigation extends EventTarget {
  readonly currentEntry: unknown;
}

/** Calls the listener as soon as the address is another one, until the signal is aborted. */
export function watchAddress(document: Document, listener: () => void, signal: AbortSignal): void {
  let before = shownAddress(document);
  const compare = (): void => {
    const now = shownAddress(document);
    if (now === before) return;
    before = now;
    listener();
  };
  const view = document.defaultView as (Window & { readonly navigation?: Navigation }) | null;
  view?.navigation?.addEventListener("currententrychange", compare, { signal });
  view?.addEventListener("popstate", compare, { signal });
  // A hidden tab is left in peace, and compared before it is shown.
  document.addEventListener("visibilitychange", compare, { signal });
  const timer = setInterval(() => document.hidden || compare(), COMPARE_MS);
  signal.addEventListener("abort", () => clearInterval(timer));
}
