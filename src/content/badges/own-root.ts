/**
 * Closed shadow roots of our own on the page. The page sees an element without attributes and content.
 */

const sheets = new Map<string, CSSStyleSheet>();

/**
 * Gives a shadow root its styles: one sheet for all roots of a kind where the browser lets a content script do that (Firefox since
 * 153), a style element in the root otherwise.
 */
function addStyles(root: ShadowRoot, css: string): void {
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

/** The class of what every root of ours holds. The next version of this script finds what an earlier one left by it. */
export const OWN_CLASS = "tielight";

/**
 * Makes an element for the page with a closed root around `content`.
 *
 * @param css the styles of this kind of root
 */
export function ownRoot(document: Document, content: Element, css: string): HTMLElement {
  const host = document.createElement("span");
  const root = host.attachShadow({ mode: "closed" });
  addStyles(root, css);
  content.classList.add(OWN_CLASS);
  root.append(content);
  return host;
}
