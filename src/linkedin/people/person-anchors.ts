/**
 * Every link to a person, as a flat record of what it is on the page.
 */
import type { Alias } from "../../domain/person/person.ts";
import {
  isInline,
  isNameTail,
  ownText,
  saysHidden,
  squeezed,
  textLeaves,
  type TextLeaf,
} from "../page/page-text.ts";
import { isReposter } from "./reposter.ts";
import { aliasesFromUrl, profilePart } from "../address/urls.ts";

/** One link to a person. */
export interface PersonAnchor {
  readonly element: Element;
  /** Aliases its address carries: one or two of the same person, the path's first. */
  readonly aliases: readonly Alias[];
  /** Visible pieces of its text, in order. */
  readonly leaves: readonly TextLeaf[];
  /** Texts that pictures in it carry for those who cannot see them. */
  readonly pictureTexts: readonly string[];
  readonly hasPicture: boolean;
  /** All of its text is set off in `strong`: a mutual connection or a social-proof line. */
  readonly inStrong: boolean;
  /** It stands among words of a sentence: a mention, or "… and 3 others follow". */
  readonly inSentence: boolean;
  /** It stands inside another link, as the newer layout does. */
  readonly nested: boolean;
  /** It leads to a part of the profile (`overlay`, `details`…), not to the person. */
  readonly part?: string;
  /** Its line says that the person handed a post on. It is neither in `strong` nor in a sentence then: the line is about them. */
  readonly isReposter: boolean;
  /** It, or what holds it within the card, says it is not shown; or it is a button in all but name. */
  readonly hidden: boolean;
}

/** Where an invitation can be sent, or waits: its words ("Pending") lead to the person too. Newer layout, 2026-10. */
const TIE_ACTION = '[componentkey*="state:invitation:"]';

/** The facts of one link; `undefined` when it leads to no person. */
export function personAnchor(element: Element): PersonAnchor | undefined {
  const href = element.getAttribute("href");
  if (href === null) return undefined;
  const aliases = aliasesFromUrl(href);
  if (aliases.length === 0) return undefined;
  const part = profilePart(href);
  const leaves = textLeaves(element, 12);
  const pictures =
    element.firstElementChild === null ? [] : [...element.querySelectorAll("img,figure,image")];
  const inStrong =
    leaves.length > 0 && (leaves.every(({ strong }) => strong) || standsInStrong(element));
  const inSentence = leaves.length > 0 && standsInSentence(element);
  const handedOn = (inStrong || inSentence) && isReposter(element);
  return {
    element,
    aliases,
    leaves,
    pictureTexts: pictures
      .map((picture) => squeezed(picture.getAttribute("alt") ?? ""))
      .filter((text) => text !== ""),
    hasPicture: pictures.length > 0,
    inStrong: inStrong && !handedOn,
    inSentence: inSentence && !handedOn,
    isReposter: handedOn,
    nested: element.parentElement?.closest("a[href]") != null,
    ...(part === undefined ? {} : { part }),
    hidden: isNotShown(element) || element.closest(TIE_ACTION) !== null,
  };
}

/** Elements looked at above a link: enough to leave its line, too few to reach the next card. */
const LEVELS_OF_A_LINE = 6;

function standsInStrong(anchor: Element): boolean {
  let node = anchor.parentElement;
  for (let level = 0; node !== null && isInline(node) && level < LEVELS_OF_A_LINE; level += 1) {
    if (node.localName === "strong" || node.localName === "b") return true;
    node = node.parentElement;
  }
  return false;
}

function standsInSentence(anchor: Element): boolean {
  let node: Element | null = anchor.parentElement;
  for (let level = 0; node !== null && level < LEVELS_OF_A_LINE; level += 1) {
    if (hasOwnWords(node)) return true;
    if (!isInline(node)) return false;
    node = node.parentElement;
  }
  return false;
}

function hasOwnWords(element: Element): boolean {
  for (let child = element.firstChild; child !== null; child = child.nextSibling) {
    if (!isNameTail(ownText(child))) return true;
  }
  return false;
}

/** How far above a link its own card can say that it is hidden. An open dialog hides the page behind it, not people. */
const LEVELS_OF_A_CARD = 8;

function isNotShown(anchor: Element): boolean {
  if (saysHidden(anchor)) return true;
  let node = anchor.parentElement;
  for (let level = 0; node !== null && level < LEVELS_OF_A_CARD; level += 1) {
    if (node.localName === "main" || node.localName === "body") return false;
    if (saysHidden(node) || (node.getAttribute("aria-hidden") === "true" && !isInline(node)))
      return true;
    if (node.localName === "li" || node.getAttribute("role") === "listitem") return false;
    node = node.parentElement;
  }
  return false;
}
