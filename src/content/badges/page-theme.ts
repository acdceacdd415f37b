/**
 * Whether the page is light or dark, by its own background: the site's theme need not be the system's.
 */

/** A theme. */
export type PageTheme = "light" | "dark";

/** Lightness of a colour as the browser computes it, 0 to 1; `undefined` when it is transparent. */
function lightness(color: string): number | undefined {
  const [red = 0, green = 0, blue = 0, alpha = 1] = (color.match(/[\d.]+/g) ?? []).map(Number);
  return alpha === 0 ? undefined : (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
}

function shownTheme(document: Document): PageTheme {
  const view = document.defaultView;
  for (const element of [document.body, document.documentElement]) {
    const shown = view && element && lightness(view.getComputedStyle(element).backgroundColor);
    if (typeof shown === "number") return shown < 0.5 ? "dark" : "light";
  }
  return "light";
}

/** When (ms) after a change of the page's dress it is looked at: style sheets load, and colours may fade over. */
const LOOK_AFTER_MS = [50, 700];

/**
 * Watches what a page changes its theme by: attributes of the root and the body, style sheets, the preference of the system.
 *
 * @param changed called with every later theme, until the signal is aborted
 * @returns the theme now. Asking is cheap: the page's styles are computed only after such a change
 */
export function watchTheme(
  document: Document,
  changed: (theme: PageTheme) => void,
  signal: AbortSignal,
): () => PageTheme {
  let theme: PageTheme | undefined;
  let timers: readonly ReturnType<typeof setTimeout>[] = [];
  const look = (): void => {
    const now = shownTheme(document);
    if (theme === undefined || now === theme) return;
    theme = now;
    changed(now);
  };
  const lookSoon = (): void => {
    for (const timer of timers) clearTimeout(timer);
    timers = LOOK_AFTER_MS.map((after) => setTimeout(look, after));
  };
  const observer = new MutationObserver(lookSoon);
  for (const element of [document.documentElement, document.body])
    observer.observe(element, { attributes: true });
  observer.observe(document.head, { childList: true });
  document.defaultView
    ?.matchMedia("(prefers-color-scheme: dark)")
    .addEventListener("change", lookSoon, { signal });
  signal.addEventListener("abort", () => {
    observer.disconnect();
    for (const timer of timers) clearTimeout(timer);
  });
  return () => (theme ??= shownTheme(document));
}
