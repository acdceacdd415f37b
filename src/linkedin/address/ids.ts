/**
 * Moments hidden in the site's ids: the same in every language and time zone. An id that does not decode has none.
 */
import type { Alias } from "../../domain/person/person.ts";
import { memberAlias } from "./aliases.ts";

/** What the id of a message says. */
export interface MessageId {
  /** When the message was sent (ms). */
  readonly at: number;
  /** The conversation, as the archive writes it (`2-…==`). */
  readonly conversation: string;
  /** Whose mailbox the message is in: the viewer, never the sender. */
  readonly owner: Alias;
  /** The message's own id, `2-…`. */
  readonly id: string;
}

/** Before the site existed, and long after: a moment outside was decoded from something else. */
const EARLIEST = Date.UTC(2003, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);

/**
 * The id of a message, `urn:li:msg_message:(urn:li:fsd_profile:ACo…,2-…)`. The part after `2-` is base64 of
 * `<ms>b<n>-<n>&<uuid>_<nnn>` (measured June 2024 and later); what follows `&` is the conversation.
 */
export function messageId(urn: string): MessageId | undefined {
  const match =
    /^urn:li:msg_message:\(urn:li:fsd_profile:([A-Za-z0-9_-]+),(2-[A-Za-z0-9+/_=-]+)\)$/.exec(
      urn.trim(),
    );
  const owner = memberAlias(match?.[1] ?? "");
  const id = match?.[2];
  if (owner === undefined || id === undefined) return undefined;
  const inner = /^(\d{13})b\d+-\d+&([0-9a-f-]{36}_\d{1,4})$/i.exec(fromBase64(id.slice(2)) ?? "");
  const at = moment(Number(inner?.[1]));
  const conversation = inner?.[2];
  if (at === undefined || conversation === undefined) return undefined;
  return { at, conversation: `2-${btoa(conversation)}`, owner, id };
}

/** When a post, share or comment was made: the upper bits of its 19-digit id (measured on 144 rows of archives). */
export function postMoment(id: string): number | undefined {
  if (!/^\d{15,20}$/.test(id)) return undefined;
  return moment(Number(BigInt(id) >> 22n));
}

/** A post, in the archive's words. */
export interface PostId {
  /** `activity:7148…`, `ugcPost:7148…` or `share:7148…`. */
  readonly post: string;
  readonly at?: number;
}

/** A comment under a post. */
export interface CommentId extends PostId {
  /** The comment's own digits, the form archives refer to it by. */
  readonly comment: string;
}

/** The post an attribute or address names. */
export function postId(text: string): PostId | undefined {
  const match = /(?:urn:li:)?(activity|ugcPost|share)(?::|%3A|-)(\d{15,20})(?!\d)/i.exec(text);
  const kind = POST_KINDS[(match?.[1] ?? "").toLowerCase()];
  const id = match?.[2];
  return kind === undefined || id === undefined
    ? undefined
    : withMoment({ post: `${kind}:${id}` }, id);
}

const POST_KINDS: Readonly<Record<string, string>> = {
  activity: "activity",
  ugcpost: "ugcPost",
  share: "share",
};

/** The comment an attribute names: `urn:li:comment:(activity:1,2)`, in `data-id` (older) or `componentkey` (newer). */
export function commentId(text: string): CommentId | undefined {
  const match =
    /urn:li:comment:\(((?:urn:li:)?(?:activity|ugcPost|share):\d{15,20}),(\d{15,20})\)/.exec(text);
  const post = match?.[1];
  const comment = match?.[2];
  if (post === undefined || comment === undefined) return undefined;
  return withMoment({ post: post.replace(/^urn:li:/, ""), comment }, comment);
}

/**
 * The post behind a key of the newer layout's feed, `<base64>-replaceableCommentTools…`: a protocol buffer whose field
 * 1 is an activity and field 2 a post or share, holding the id as a zigzag number (measured on eight posts, 2026).
 */
export function postOfKey(componentKey: string): PostId | undefined {
  const end = componentKey.indexOf("-replaceableCommentTools");
  const bytes = end <= 0 ? undefined : fromBase64(componentKey.slice(0, end));
  if (bytes === undefined) return undefined;
  const [outer] = fields(bytes);
  if (outer === undefined || (outer.field !== 1 && outer.field !== 2)) return undefined;
  const zigzag = typeof outer.value === "bigint" ? outer.value : firstNumber(outer.value);
  if (zigzag === undefined) return undefined;
  const id = String(zigzag >> 1n);
  const at = postMoment(id);
  // A number that is no moment was not an id: the key has another meaning.
  return at === undefined
    ? undefined
    : { post: `${outer.field === 1 ? "activity" : "ugcPost"}:${id}`, at };
}

function withMoment<T extends PostId>(id: T, digits: string): T {
  const at = postMoment(digits);
  return at === undefined ? id : { ...id, at };
}

function moment(at: number): number | undefined {
  return at >= EARLIEST && at < LATEST ? at : undefined;
}

/** Bytes of base64 in either alphabet, one character each; `undefined` when it is not base64. */
function fromBase64(text: string): string | undefined {
  try {
    return atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  } catch {
    return undefined;
  }
}

interface IdField {
  readonly field: number;
  readonly value: bigint | string;
}

function firstNumber(bytes: string): bigint | undefined {
  const value = fields(bytes)[0]?.value;
  return typeof value === "bigint" ? value : undefined;
}

/** Fields of a protocol buffer: numbers and byte strings, as far as they can be read. */
function fields(bytes: string): readonly IdField[] {
  const found: IdField[] = [];
  let at = 0;
  const number = (): bigint | undefined => {
    let value = 0n;
    for (let shift = 0n; shift < 64n; shift += 7n) {
      const byte = at < bytes.length ? bytes.charCodeAt(at) : undefined;
      if (byte === undefined) return undefined;
      at += 1;
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
    return undefined;
  };
  while (at < bytes.length) {
    const key = number();
    const value = number();
    if (key === undefined || value === undefined) return found;
    const field = Number(key >> 3n);
    if ((key & 7n) === 0n) {
      found.push({ field, value });
    } else if ((key & 7n) === 2n && value <= BigInt(bytes.length - at)) {
      found.push({ field, value: bytes.slice(at, at + Number(value)) });
      at += Number(value);
    } else {
      return found;
    }
  }
  return found;
}
