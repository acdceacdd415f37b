import type { Random } from "./random.ts";

/**
 * Ids in the shapes the site uses, and what can be read out of them. Moments are ms since the epoch.
 */

const ID_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const HEX = "0123456789abcdef";

function letters(random: Random, count: number, alphabet: string): string {
  let text = "";
  for (let index = 0; index < count; index += 1) {
    text += alphabet.charAt(random.whole(0, alphabet.length - 1));
  }
  return text;
}

/** A member id: `ACo` and 36 more characters, 39 in all; case matters. */
export function memberId(random: Random): string {
  return `ACoAA${letters(random, 34, ID_ALPHABET)}`;
}

/** `count` hexadecimal digits, as they end many profile addresses. */
export function hexDigits(random: Random, count: number): string {
  return letters(random, count, HEX);
}

/** A random UUID of version 4. */
export function uuid(random: Random): string {
  const variant = letters(random, 1, "89ab");
  const tail = letters(random, 12, HEX);
  return `${letters(random, 8, HEX)}-${letters(random, 4, HEX)}-4${letters(random, 3, HEX)}-${variant}${letters(random, 3, HEX)}-${tail}`;
}

/** The id of a conversation: `2-` and the base64 of `<uuid>_100`. */
export function conversationId(id: string): string {
  return `2-${btoa(`${id}_100`)}`;
}

/** The id of a message: `2-` and the base64 of `<ms>b<n>-<n>&<uuid>_100`, whose tail names the conversation. */
export function messageId(conversation: string, at: number, sequence: number): string {
  return `2-${btoa(`${at}b${10_000 + (sequence % 89_999)}-${sequence % 7}&${atob(conversation.slice(2))}`)}`;
}

/** The moment inside a message id, or undefined where it has another shape. */
export function momentOfMessage(id: string): number | undefined {
  const found = /^(\d{13})b\d+-\d+&/.exec(atob(id.slice(2)));
  return found ? Number(found[1]) : undefined;
}

/** The conversation id inside a message id, or undefined where it has another shape. */
export function conversationOfMessage(id: string): string | undefined {
  const found = /&(.+)$/.exec(atob(id.slice(2)));
  return found?.[1] === undefined ? undefined : `2-${btoa(found[1])}`;
}

/** The 19-digit id of a post or comment made at `at`; `low` (22 bits) tells ids of one millisecond apart. */
export function activityId(at: number, low: number): string {
  return ((BigInt(at) << 22n) | BigInt(low & 0x3f_ffff)).toString();
}

/** The moment inside the id of a post or comment. */
export function momentOfActivity(id: string): number {
  return Number(BigInt(id) >> 22n);
}
