import fc from "fast-check";
import { expect, test } from "vitest";
import {
  commentId,
  messageId,
  postId,
  postMoment,
  postOfKey,
} from "../../../src/linkedin/address/ids.ts";

const OWNER = "ACoAAANora00000000000000000000000000009";
const CONVERSATION = "00000000-0000-4000-8000-000000000001_100";

const urnOf = (inner: string, owner = OWNER): string =>
  `urn:li:msg_message:(urn:li:fsd_profile:${owner},2-${btoa(inner)})`;

test("a message's id gives its moment, its conversation as the archive writes it, and whose mailbox it is in", () => {
  const urn = urnOf(`1719027556789b12345-0&${CONVERSATION}`);
  expect(messageId(urn)).toEqual({
    at: Date.UTC(2024, 5, 22, 3, 39, 16, 789),
    conversation: "2-MDAwMDAwMDAtMDAwMC00MDAwLTgwMDAtMDAwMDAwMDAwMDAxXzEwMA==",
    owner: `member:${OWNER}`,
    id: `2-${btoa(`1719027556789b12345-0&${CONVERSATION}`)}`,
  });
});

test("an id that does not decode says nothing", () => {
  const broken = [
    "",
    "urn:li:msg_message:",
    urnOf(""),
    urnOf(`17190275b12345-0&${CONVERSATION}`),
    urnOf(`0000000000001b12345-0&${CONVERSATION}`),
    urnOf(`1719027556789b12345-0&not-a-conversation`),
    urnOf(`1719027556789b12345-0&${CONVERSATION}`, "someone"),
    `urn:li:msg_message:(urn:li:fsd_profile:${OWNER},2-%%%)`,
    `urn:li:msg_message:(urn:li:fsd_profile:${OWNER},temporary)`,
  ];
  expect(broken.filter((urn) => messageId(urn) !== undefined)).toEqual([]);
});

test("a post's moment is the upper part of its id", () => {
  const at = Date.UTC(2024, 0, 5, 13, 22, 10, 123);
  const id = String((BigInt(at) << 22n) | 12345n);
  expect(postMoment(id)).toBe(at);
  expect(postId(`urn:li:activity:${id}`)).toEqual({ post: `activity:${id}`, at });
  expect(postId(`https://www.linkedin.com/feed/update/urn%3Ali%3AugcPost%3A${id}/`)).toEqual({
    post: `ugcPost:${id}`,
    at,
  });
  expect(postId(`https://www.linkedin.com/posts/alex_word-activity-${id}-AbCd`)).toEqual({
    post: `activity:${id}`,
    at,
  });
  expect(
    commentId(`replaceableComment_urn:li:comment:(activity:7140000000000000000,${id})`),
  ).toEqual({
    post: "activity:7140000000000000000",
    comment: id,
    at,
  });
  expect(commentId(`urn:li:comment:(urn:li:ugcPost:7140000000000000000,${id})`)).toEqual({
    post: "ugcPost:7140000000000000000",
    comment: id,
    at,
  });
});

test("ids of before 2003 or after 2100 are no moments", () => {
  expect(postMoment("100000000000000")).toBeUndefined();
  expect(postMoment("99999999999999999999")).toBeUndefined();
  expect(postMoment("5")).toBeUndefined();
  expect(postId("urn:li:activity:100000000000000")).toEqual({ post: "activity:100000000000000" });
  expect(postId("urn:li:member:7140000000000000000")).toBeUndefined();
  expect(commentId("urn:li:activity:7140000000000000000")).toBeUndefined();
});

/** A key of the newer layout around an id. */
const keyOf = (field: number, id: bigint, nested: boolean): string => {
  const number = (value: bigint): number[] =>
    value < 128n ? [Number(value)] : [Number(value & 127n) | 128, ...number(value >> 7n)];
  const inner = number(id << 1n);
  const bytes = nested ? [field * 8 + 2, inner.length + 1, 8, ...inner] : [field * 8, ...inner];
  const base64 = btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
  return `${base64}-replaceableCommentTools-FeedType_MAIN_FEED_RELEVANCE`;
};

test("a key of the newer layout's feed gives its post, whatever the id", () => {
  const moments = fc.integer({ min: Date.UTC(2012, 0, 1), max: Date.UTC(2040, 0, 1) });
  fc.assert(
    fc.property(
      moments,
      fc.bigInt({ min: 0n, max: (1n << 22n) - 1n }),
      fc.boolean(),
      (at, low, nested) => {
        const id = (BigInt(at) << 22n) | low;
        expect(postOfKey(keyOf(1, id, nested))).toEqual({ post: `activity:${id}`, at });
        expect(postOfKey(keyOf(2, id, nested))).toEqual({ post: `ugcPost:${id}`, at });
      },
    ),
  );
});

test("a key of an advertisement, or of something else, gives nothing", () => {
  expect(postOfKey(keyOf(6, 7140000000000000000n, true))).toBeUndefined();
  expect(postOfKey(keyOf(1, 12n, true))).toBeUndefined();
  expect(postOfKey("-replaceableCommentTools")).toBeUndefined();
  expect(postOfKey("expandedAbc")).toBeUndefined();
});

test("no text makes decoding throw", () => {
  const readAll = (text: string): void => {
    messageId(text);
    messageId(`urn:li:msg_message:(urn:li:fsd_profile:${OWNER},2-${text})`);
    postId(text);
    commentId(text);
    postOfKey(`${text}-replaceableCommentTools`);
  };
  expect(() => fc.assert(fc.property(fc.string({ unit: "binary" }), readAll))).not.toThrow();
});
