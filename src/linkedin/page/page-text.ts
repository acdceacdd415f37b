/**
 * Text as a reader of the page sees it, without layout: hidden copies are told by attributes, and only where there is
 * no attribute by the few class names for hidden text that every layout kept.
 */

import { isWrittenAnew } from "./translated.ts";
import { unicodePattern } from "../address/unicode-pattern.ts";

/** A piece of text that stands alone in one element. */
export interface TextLeaf {
  readonly text: string;
  /** True when a translator of the browser wrote it, so that the site's own words are not known. */
  readonly translated?: true;
  /** The element that has it as its direct text. */
  readonly element: Element;
  /** True when `strong` or `b` stands between it and where the reading began. */
  readonly strong: boolean;
}

/** What translators of Chrome and Edge put around every text. The site itself has no such element. */
const TRANSLATED = "font,[_msttexthash]";

/** Class names of text for screen readers: 2018 to 2026, older layout; hashed in the newer one. */
const HIDDEN_TEXT =
  /(?:^|\s)(?:visually-hidden|visuallyhidden|a11y-text|sr-only|screen-reader-text)(?:\s|$)/;

const NOT_TEXT: ReadonlySet<string> = new Set([
  "script",
  "style",
  "svg",
  "template",
  "code",
  "noscript",
  "button",
  "select",
  "textarea",
]);

const ELEMENT = 1;
const TEXT = 3;
const DOCUMENT = 9;

// Direction marks and invisible spaces can make one name look like another; joiners of scripts and emoji stay.
const INVISIBLE = unicodePattern(String.raw`(?![\u200C\u200D\s])[\p{Cc}\p{Cf}]`, "gu");
const LETTER = unicodePattern(String.raw`\p{L}`);

/** Names and headlines are shorter (the site allows 220 characters); of what is longer nobody needs the rest. */
const LONGEST_PIECE = 600;

/** Labels and lines of a card are shorter: a page that writes more without end must not make every look at it slow. */
const LONGEST_TEXT = 4000;

/** The text with invisible characters dropped and every run of spaces made one; of a text of thousands of characters its beginning. */
export function squeezed(text: string): string {
  return text.slice(0, LONGEST_TEXT).replace(INVISIBLE(), "").replace(/\s+/g, " ").trim();
}

/**
 * Whether an element says of itself that it is not to be seen, or is the spoken copy of what stands behind it for the eye alone.
 * `aria-hidden` is no such thing: visible names carry it.
 */
export function saysHidden(element: Element): boolean {
  if (isSpokenCopy(element)) return true;
  if (!element.hasAttributes()) return false;
  if (element.hasAttribute("hidden") || element.hasAttribute("inert")) return true;
  const classes = element.getAttribute("class");
  if (classes !== null && HIDDEN_TEXT.test(classes)) return true;
  const style = element.getAttribute("style");
  return style !== null && /display:\s*none|visibility:\s*hidden/i.test(style);
}

/** "Alex Example Premium Profile 1st", then `aria-hidden` "Alex Example • 1st": names and counts of the newer layout, 2026. */
function isSpokenCopy(element: Element): boolean {
  const shown = element.nextElementSibling;
  if (shown?.getAttribute("aria-hidden") !== "true" || !isInline(element)) return false;
  const text = squeezed(ownText(shown.firstChild));
  return text !== "" && squeezed(element.textContent ?? "").startsWith(text);
}

/** The text of a text node, also where a translator wrapped it; none of any other element. */
export function ownText(node: Node | null): string {
  if (node === null) return "";
  return isElement(node)
    ? node.localName === "font"
      ? (node.textContent ?? "")
      : ""
    : node.nodeType === TEXT
      ? (node.nodeValue ?? "")
      : "";
}

/**
 * The visible pieces of text under an element, in page order.
 *
 * @param most how many to read at most, so that a card as large as a page costs no more than a small one
 */
export function textLeaves(root: Element, most = 24): readonly TextLeaf[] {
  const found: TextLeaf[] = [];
  const translated = isWrittenAnew(root.ownerDocument) || root.closest(TRANSLATED) !== null;
  read(root, { strong: false, translated }, most, found);
  return found;
}

/** What stands between a piece of text and where the reading began. */
interface Around {
  readonly strong: boolean;
  readonly translated: boolean;
}

function read(element: Element, around: Around, most: number, found: TextLeaf[]): void {
  let own = "";
  let place = -1;
  for (let child = element.firstChild; child !== null; child = child.nextSibling) {
    if (found.length >= most) break;
    if (child.nodeType === TEXT) {
      if (own.length > LONGEST_PIECE) continue;
      const text = child.nodeValue ?? "";
      if (place < 0 && text.trim() !== "") place = found.length;
      own += text;
    } else if (isElement(child) && !NOT_TEXT.has(child.localName) && !saysHidden(child)) {
      const within = {
        strong: around.strong || child.localName === "strong" || child.localName === "b",
        translated: around.translated || child.matches(TRANSLATED),
      };
      read(child, within, most, found);
    }
  }
  if (place < 0) return;
  const text = squeezed(own.slice(0, LONGEST_PIECE));
  // Text around an inline child is one piece, and stands where it began.
  if (text === "") return;
  const { strong, translated } = around;
  found.splice(place, 0, { text, element, strong, ...(translated && { translated }) });
}

export function isElement(node: Node): node is Element {
  return node.nodeType === ELEMENT;
}

export function isDocument(node: Node): node is Document {
  return node.nodeType === DOCUMENT;
}

/** Elements that stand in a line of text. */
const INLINE: ReadonlySet<string> = new Set([
  "span",
  "a",
  "strong",
  "b",
  "em",
  "i",
  "bdi",
  "bdo",
  "small",
  "mark",
  "u",
  "font",
]);

export function isInline(element: Element): boolean {
  return INLINE.has(element.localName);
}

/** Text that hangs on a name without making a sentence of it: a degree after a dot, pronouns in brackets. */
export function isNameTail(text: string): boolean {
  return /^\s*(?:[•·∙‧・|]|\([^)]*\)\s*$)/u.test(text) || !LETTER().test(text);
}
