/**
 * Single messages of an open conversation. Their text is never looked at.
 */
import type { Alias } from "../domain/person.ts";
import { messageId, type MessageId } from "./ids.ts";
import { squeezed } from "./page-text.ts";
import { aliasesFromUrl } from "./urls.ts";
import { matching } from "./whole-items.ts";

/** One message whose id decodes. */
export interface MessageEvent extends MessageId {
  readonly element: Element;
  /** Who sent it; `undefined` when neither it nor the messages before it in its group say so. */
  readonly sender?: Alias;
  /** The sender's name, where the message shows it. */
  readonly senderName?: string;
}

/** Every message element, decodable or not. */
export const EVENT = "[data-event-urn]";

/**
 * The messages at or under a root, in page order. A message that was not sent yet has no id that decodes, and is left
 * out.
 */
export function messageEvents(root: ParentNode): readonly MessageEvent[] {
  const found: MessageEvent[] = [];
  let last: { readonly row: Element; readonly sender: Sender | undefined } | undefined;
  for (const element of matching(root, EVENT)) {
    const row = rowOf(element);
    const sender =
      senderOf(element) ??
      (row.previousElementSibling === last?.row ? last?.sender : senderBefore(row));
    // A row of several messages does not say whose the next one is.
    last = { row, sender: row === last?.row ? undefined : sender };
    const id = messageId(element.getAttribute("data-event-urn") ?? "");
    if (id !== undefined) found.push({ ...id, element, ...sender });
  }
  return found;
}

interface Sender {
  readonly sender: Alias;
  readonly senderName?: string;
}

/** Where people's own words and what they attach stand: links in there are not the sender's. */
const WORDS = "p,[dir],blockquote,article";

/** The sender a message shows itself: the member all links before its words lead to. */
function senderOf(event: Element): Sender | undefined {
  const links = [...event.querySelectorAll('a[href*="/in/"]')].filter(
    (link) => !standsInWords(link, event),
  );
  const aliases = new Set(
    links.flatMap((link) => aliasesFromUrl(link.getAttribute("href") ?? "").slice(0, 1)),
  );
  const [sender] = aliases;
  if (sender === undefined || aliases.size > 1 || !sender.startsWith("member:")) return undefined;
  const label = event.querySelector('a[href*="/in/"] img')?.getAttribute("alt");
  const senderName = squeezed(label ?? "");
  return senderName === "" ? { sender } : { sender, senderName };
}

function standsInWords(link: Element, event: Element): boolean {
  const words = link.closest(WORDS);
  return words !== null && words !== event && event.contains(words);
}

/** Longest run of one sender's messages looked back over. */
const MOST_BEFORE = 500;

/**
 * The sender of a follow-up: that of the nearest message before it that shows one, with nothing but messages between.
 * Rows that are not drawn yet could hide another sender, so they end the search.
 */
function senderBefore(first: Element): Sender | undefined {
  let row: Element | null = first;
  for (let count = 0; row !== null && count < MOST_BEFORE; count += 1) {
    row = row.previousElementSibling;
    const before = row?.matches(EVENT) === true ? row : row?.querySelector(EVENT);
    if (row == null || before == null || row.querySelectorAll(EVENT).length > 1) return undefined;
    const sender = senderOf(before);
    if (sender !== undefined) return sender;
  }
  return undefined;
}

function rowOf(event: Element): Element {
  return event.closest("li") ?? event;
}
