/**
 * Styles inside our own shadow roots, and what has to be known of the page around them.
 */

const sheets = new Map<string, CSSStyleSheet>();

/**
 * Gives a shadow root its styles: one sheet shared by all badges where the browser lets a content script do that (Firefox since
 * 153), a style element in the root otherwise.
 */
export function addStyles(root: ShadowRoot, css: string): void {
  try {
    let sheet = sheets.get(css);
    if (sheet === undefined) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      sheets.set(css, sheet);
    }
    root.adoptedStyleSheets = [sheet];
  } catch {
    const style = root.ownerDocument.createElement("style");
    style.textContent = css;
    root.append(style);
  }
}

/** Lightness of a colour as the browser computes it, 0 to 1; `undefined` when it is transparent. */
function lightness(color: string): number | undefined {
  const [red = 0, green = 0, blue = 0, alpha = 1] = (color.match(/[\d.]+/g) ?? []).map(Number);
  return alpha === 0 ? undefined : (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
}

/** How long (ms) what was found out about the page's theme holds: asking makes the browser work out the whole page's styles. */
const HOLDS_MS = 500;
let theme: "light" | "dark" = "light";
let askedAt = -HOLDS_MS;

/** Whether the page is light or dark, by its own background: the site's theme need not be the system's. */
export function pageTheme(document: Document): "light" | "dark" {
  const now = performance.now();
  if (now - askedAt >= HOLDS_MS) {
    theme = shownTheme(document);
    askedAt = now;
  }
  return theme;
}

function shownTheme(document: Document): "light" | "dark" {
  const view = document.defaultView;
  for (const element of [document.body, document.documentElement]) {
    const shown = view && lightness(view.getComputedStyle(element).backgroundColor);
    if (typeof shown === "number") return shown < 0.5 ? "dark" : "light";
  }
  return "light";
}
