/**
 * Single messages of an open conversation. Their text is never looked at.
 */
import type { Alias } from "../../domain/person/person.ts";
import { messageId, type MessageId } from "../address/ids.ts";
import { squeezed } from "../page/page-text.ts";
import { joined } from "../page/regions.ts";
import { aliasesFromUrl } from "../address/urls.ts";

/** One message as far as it is drawn. */
export interface ShownMessage {
  readonly element: Element;
  /** Earliest moment it can have been sent (ms); absent when that is not certain. */
  readonly at?: number;
  /** Latest moment it can have been sent (ms), where `at` is not exact. */
  readonly until?: number;
  /** Whose mailbox it is in: the viewer, never the sender. */
  readonly owner: Alias | undefined;
  /** The conversation, as the archive writes it. */
  readonly conversation?: string;
  /** Who sent it; `undefined` when neither it nor the messages before it in its group say so. */
  readonly sender?: Alias;
  /** The sender's name, where the message shows it. */
  readonly senderName?: string;
}

/** What is told of a message besides its sender. */
export type MessageFacts = Omit<ShownMessage, "element" | "sender" | "senderName">;

/** Every message element, decodable or not. */
export const EVENT = "[data-event-urn]";

/**
 * Messages, in page order, with their senders and what is told of each by itself. Of which nothing can be told, as of one that was
 * not sent yet and has no id that decodes, is left out.
 */
export function messageEvents(
  elements: readonly Element[],
  told: (element: Element, sender?: Alias) => MessageFacts | undefined,
): readonly ShownMessage[] {
  const found: ShownMessage[] = [];
  let last: { readonly row: Element; readonly sender: Sender | undefined } | undefined;
  for (const element of elements) {
    const row = rowOf(element);
    const sender =
      senderOf(element) ??
      (clockOf(element) === undefined
        ? row.previousElementSibling === last?.row
          ? last?.sender
          : senderBefore(row)
        : undefined);
    // A row of several messages does not say whose the next one is.
    last = { row, sender: row === last?.row ? undefined : sender };
    const more = told(element, sender?.sender);
    if (more !== undefined) found.push({ ...more, element, ...sender });
  }
  return found;
}

/** What the id of a message says. */
export const idOf = (event: Element): MessageId | undefined =>
  messageId(event.getAttribute("data-event-urn") ?? "");

interface Sender {
  readonly sender: Alias;
  readonly senderName?: string;
}

/** The clock of a group, in its first message. Who has one and no link is nobody, not who wrote before. */
const clockOf = (event: Element): Element | undefined =>
  [...event.querySelectorAll("time")].find((time) => !standsInContent(time, event));

/**
 * Where people's own words stand and what they attach: shared posts, jobs, events, pictures, voice notes, quotes. Links in there are not
 * the sender's, and times in there are no clock.
 */
const CONTENT = joined([
  {
    selector: "p,[dir],blockquote,article,figure,audio,video,button",
    layout: "both",
    seen: "2026",
  },
  {
    selector: ".msg-s-event-listitem__message-bubble,.msg-s-event__content,.msg-content-preview",
    layout: "older",
    seen: "2026-04",
  },
]);

/** `Node.DOCUMENT_POSITION_FOLLOWING` */
const FOLLOWING = 4;

/**
 * The sender a message shows itself: the member all links lead to that stand before its clock, or before its content where it has no
 * clock. What stands behind (who reacted) is not the sender.
 */
function senderOf(event: Element): Sender | undefined {
  const end = clockOf(event) ?? contentOf(event);
  const links = [...event.querySelectorAll('a[href*="/in/"]')].filter(
    (link) =>
      !standsInContent(link, event) &&
      (end === undefined || (link.compareDocumentPosition(end) & FOLLOWING) !== 0),
  );
  const aliases = new Set(
    links.flatMap((link) => aliasesFromUrl(link.getAttribute("href") ?? "").slice(0, 1)),
  );
  const [sender] = aliases;
  if (sender === undefined || aliases.size > 1 || !sender.startsWith("member:")) return undefined;
  const pictures = links.flatMap((link) => link.querySelector("img") ?? []);
  const senderName = squeezed(pictures[0]?.getAttribute("alt") ?? "");
  return senderName === "" ? { sender } : { sender, senderName };
}

function standsInContent(element: Element, event: Element): boolean {
  const content = element.closest(CONTENT);
  return content !== null && content !== event && event.contains(content);
}

/** The first piece of content that is not a part of the sender's own link. */
const contentOf = (event: Element): Element | undefined =>
  [...event.querySelectorAll(CONTENT)].find((content) => content.closest("a[href]") === null);

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
    if (sender !== undefined || clockOf(before) !== undefined) return sender;
  }
  return undefined;
}

/** What stands in the list for a message. */
export function rowOf(event: Element): Element {
  return event.closest("li") ?? event;
}
