import fc from "fast-check";
import { expect, test } from "vitest";
import { conversations } from "../../practice/site/world/conversations.ts";
import { LONG_CONVERSATION_MESSAGES, network } from "../../practice/network/network.ts";
import { secondAccount } from "../../practice/network/second-account.ts";
import {
  activityId,
  conversationId,
  conversationOfMessage,
  messageId,
  momentOfActivity,
  momentOfMessage,
} from "../../practice/network/site-ids.ts";

const NOW = Date.UTC(2026, 9, 20, 9, 30);
const made = network({ seed: 5, people: 400, years: 8, now: NOW });

test("the same options give the same network, another seed gives another one", () => {
  expect(network({ seed: 5, people: 400, years: 8, now: NOW })).toEqual(made);
  expect(network({ seed: 6, people: 400, years: 8, now: NOW }).people[0]).not.toEqual(
    made.people[0],
  );
});

test("a message id holds its moment and the id of its conversation", () => {
  fc.assert(
    fc.property(
      fc.uuid(),
      fc.integer({ min: 1e12, max: 9e12 }),
      fc.nat(200_000),
      (uuid, at, sequence) => {
        const conversation = conversationId(uuid);
        const id = messageId(conversation, at, sequence);
        expect(id).toMatch(/^2-[A-Za-z0-9+/]+=*$/);
        expect(momentOfMessage(id)).toBe(at);
        expect(conversationOfMessage(id)).toBe(conversation);
        expect(atob(conversation.slice(2))).toBe(`${uuid}_100`);
      },
    ),
  );
});

test("a post id has nineteen digits and holds its moment", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: Date.UTC(2012, 0), max: Date.UTC(2035, 0) }),
      fc.nat(0x3f_ffff),
      (at, low) => {
        const id = activityId(at, low);
        expect(id).toMatch(/^\d{19}$/);
        expect(momentOfActivity(id)).toBe(at);
      },
    ),
  );
});

test("posts and comments of a network carry ids of their own moments", () => {
  for (const { posts, interactions } of made.people) {
    for (const { id, at } of posts) expect(momentOfActivity(id)).toBe(at);
    for (const { commentId, at } of interactions) {
      if (commentId !== undefined) expect(momentOfActivity(commentId)).toBe(at);
    }
  }
});

test("everybody has an own address, member id and number", () => {
  const everybody = [made.viewer, ...made.people];
  expect(new Set(everybody.map(({ slug }) => slug)).size).toBe(everybody.length);
  expect(new Set(everybody.map(({ memberId }) => memberId)).size).toBe(everybody.length);
  for (const { memberId, slug } of everybody) {
    expect(memberId).toMatch(/^ACo[A-Za-z0-9_-]{36}$/);
    expect(slug).toBe(slug.normalize("NFC").toLowerCase());
    expect(decodeURIComponent(encodeURIComponent(slug))).toBe(slug);
  }
});

test("names repeat, and come in many scripts", () => {
  const names = made.people.map(({ name }) => name);
  expect(new Set(names).size).toBeLessThan(names.length);
  for (const script of ["Latin", "Han", "Arabic", "Hebrew", "Cyrillic", "Hangul"]) {
    expect(
      names.some((name) => new RegExp(`\\p{Script=${script}}`, "u").test(name)),
      script,
    ).toBe(true);
  }
  expect(names.some((name) => name.includes(","))).toBe(true);
  expect(made.people.some(({ slug }) => encodeURIComponent(slug) !== slug)).toBe(true);
});

test("interactions lie in the past, oldest first, and never before an invitation was sent", () => {
  for (const { interactions, connectedAt, degree } of made.people) {
    const moments = interactions.map(({ at }) => at);
    expect(moments).toEqual(moments.toSorted((one, other) => one - other));
    for (const at of moments) expect(at).toBeLessThan(NOW);
    expect(connectedAt !== undefined).toBe(degree === 1);
    expect(interactions.some(({ kind }) => kind === "connected")).toBe(degree === 1);
    if (degree === 1) expect(interactions[0]?.kind).toBe("invitation");
  }
});

test("every kind of story is told", () => {
  const stories = new Set(made.people.map(({ story }) => story));
  expect([...stories].toSorted()).toEqual([
    "audience",
    "dormant",
    "fading",
    "never",
    "recruiter",
    "strong",
  ]);
});

test("messages of one conversation have moments of their own, and one conversation is very long", () => {
  const lengths: number[] = [];
  for (const { messages, kind } of conversations(made).values()) {
    expect(new Set(messages.map(({ at, from }) => `${at}/${from}`)).size).toBe(messages.length);
    if (kind === "pair") lengths.push(messages.length);
  }
  expect(Math.max(...lengths)).toBe(LONG_CONVERSATION_MESSAGES);
});

test("a conversation of several counts a message of the viewer once", () => {
  const groups = [...conversations(made).values()].filter(({ kind }) => kind === "group");
  expect(groups.length).toBeGreaterThan(0);
  for (const { messages, members } of groups) {
    expect(members.size).toBeGreaterThan(1);
    const own = messages.filter(({ from }) => from === -1).map(({ at }) => at);
    expect(new Set(own).size).toBe(own.length);
  }
});

test("a second account knows the same people and shares no conversation with the first", () => {
  const second = secondAccount(made);
  expect(second.viewer.memberId).not.toBe(made.viewer.memberId);
  expect(second.people.map(({ slug }) => slug)).toEqual(made.people.map(({ slug }) => slug));
  const ids = (one: typeof made): string[] =>
    one.people.flatMap(({ interactions }) =>
      interactions.flatMap(({ conversationId: id }) => id ?? []),
    );
  const first = new Set(ids(made));
  const others = ids(second);
  expect(others.length).toBeGreaterThan(0);
  expect(others.filter((id) => first.has(id))).toEqual([]);
});
