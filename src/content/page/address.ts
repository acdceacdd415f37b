/**
 * Which address the people in this document belong to, and when it changes. Pages of the site move on without loading a document,
 * and the site shows some pages in a frame of its own whose address says nothing.
 */

/** How often (ms) the address is compared in browsers that do not announce a change: Firefox before 147. */
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

/** A window with the Navigation API, which TypeScript does not know in every browser. */
type Navigating = Window & { readonly navigation?: EventTarget };

/** What announces that the shown address is another one; `undefined` in browsers that do not announce it. */
function announcer(document: Document): EventTarget | undefined {
  const view = document.defaultView;
  try {
    return (view?.top as Navigating | null | undefined)?.navigation;
  } catch {
    // Somebody else's page is around this one.
    return (view as Navigating | null)?.navigation;
  }
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
  document.defaultView?.addEventListener("popstate", compare, { signal });
  // A hidden tab is left in peace, and compared before it is shown.
  document.addEventListener("visibilitychange", compare, { signal });
  const navigation = announcer(document);
  navigation?.addEventListener("currententrychange", compare, { signal });
  // Nothing polls where the browser says it.
  if (navigation !== undefined) return;
  const timer = setInterval(() => document.hidden || compare(), COMPARE_MS);
  signal.addEventListener("abort", () => clearInterval(timer));
}
