import { expect, test } from "vitest";
import { network } from "../../practice/network/network.ts";
import { momentOfActivity, momentOfMessage } from "../../practice/network/site-ids.ts";
import { answer } from "../../practice/site/world/answer.ts";
import { classNames, renamedStyles } from "../../practice/site/styles/class-names.ts";
import type { Layout, Page, Settings } from "../../practice/site/page.ts";
import { postKey } from "../../practice/site/post-key.ts";
import { route } from "../../practice/site/routes.ts";
import { chosen, DEFAULT_DELAYS, delays } from "../../practice/site/settings.ts";
import { filled, words } from "../../practice/site/words/words.ts";
import { world } from "../../practice/site/world/world.ts";

const NOW = Date.UTC(2026, 9, 20, 9, 30);
const made = network({ seed: 5, people: 300, years: 6, now: NOW });
const settings: Settings = {
  seed: 5,
  viewer: 1,
  lang: "en",
  layout: "current",
  delays: DEFAULT_DELAYS,
  between: "either",
  reuse: "either",
  count: undefined,
  virtual: true,
  frame: true,
  frameUrl: "stays",
  ids: "exact",
  probe: false,
};
const here = world(made);

function page(path: string, layout: Layout = "current"): Page {
  const wanted = route(path);
  const found =
    wanted &&
    answer({ world: here, settings: { ...settings, layout }, route: wanted, path, now: NOW });
  if (!found) throw new Error(`no page for ${path}`);
  return found;
}

const [first] = made.people;
const post = made.people.flatMap(({ posts }) => posts)[0];

test.each([
  ["/feed/", "feed"],
  [`/in/${encodeURIComponent(first?.slug ?? "")}/`, "profile"],
  [`/in/${first?.memberId}`, "profile"],
  [`/in/${encodeURIComponent(first?.slug ?? "")}/overlay/contact-info/`, "profile"],
  ["/mynetwork/invite-connect/connections/", "connections"],
  ["/mynetwork/invitation-manager/received/", "received"],
  ["/mynetwork/invitation-manager/sent/", "sent"],
  ["/mynetwork/grow/", "grow"],
  ["/mynetwork/network-manager/people-follow/followers/", "followers"],
  ["/mynetwork/network-manager/people-follow/following/", "following"],
  ["/search/results/people/?keywords=a&page=2", "search"],
  [`/feed/update/urn:li:activity:${post?.id}/`, "post"],
  ["/messaging/", "messaging"],
  ["/company/plumtree-bank/", "company"],
  ["/company/plumtree-bank/about/", "company"],
  ["/company/plumtree-bank/people/", "company"],
  ["/notifications/", "notifications"],
])("the address %s leads to the surface %s", (path, surface) => {
  expect(page(path).surface).toBe(surface);
  expect(page(path, "older").viewer.memberId).toBe(made.viewer.memberId);
});

test("a thread shows what the network knows: the same moments and directions", () => {
  const person = made.people.find(
    ({ interactions }) => interactions.filter(({ kind }) => kind === "message").length > 2,
  );
  const messages = person?.interactions.filter(
    ({ conversationId, groupSize }) => conversationId !== undefined && groupSize === undefined,
  );
  const [some] = messages ?? [];
  const shown = page(`/messaging/thread/${some?.conversationId}/`);
  if (shown.surface !== "messaging" || !shown.thread) throw new Error("no thread");
  const expected = (messages ?? []).slice(-20).map(({ at, direction }) => ({ at, direction }));
  const seen = shown.thread.messages.map(({ id, sender }) => ({
    at: momentOfMessage(id),
    direction: sender?.memberId === made.viewer.memberId ? "out" : "in",
  }));
  expect(seen).toEqual(expected);
});

test("comments of the network stand under their posts", () => {
  const fact = made.people
    .flatMap(({ interactions }) => interactions)
    .find(({ kind, direction }) => kind === "comment" && direction === "out");
  const shown = page(`/feed/update/urn:li:activity:${fact?.postId}/`);
  if (shown.surface !== "post") throw new Error("no post");
  const own = shown.post.shown.filter(({ author }) => author.relation === "self");
  expect(own.map(({ id }) => momentOfActivity(id))).toContain(fact?.at);
});

test("the list of conversations names neither ids nor profiles of sponsors", () => {
  const shown = page("/messaging/");
  if (shown.surface !== "messaging") throw new Error("no messaging");
  expect(shown.conversations.length).toBe(20);
  for (const { kind, people } of shown.conversations) {
    expect(people.length > 0).toBe(kind !== "sponsored" && kind !== "hidden");
  }
});

test("the key of a post holds its id in zigzag form", () => {
  const bytes = Uint8Array.from(
    atob(postKey("7462209188935329881").replaceAll("-", "+").replaceAll("_", "/")),
    (letter) => letter.charCodeAt(0),
  );
  expect([bytes[0], bytes[1], bytes[2]]).toEqual([10, bytes.length - 2, 8]);
  let value = 0n;
  for (const [place, byte] of bytes.slice(3).entries())
    value |= BigInt(byte & 127) << BigInt(7 * place);
  expect(value >> 1n).toBe(7462209188935329881n);
});

test("class names differ from seed to seed, and styles follow them", () => {
  const one = classNames("current", 1);
  expect(one("card")).toMatch(/^_[0-9a-f]{8}$/);
  expect(one("card")).not.toBe(classNames("current", 2)("card"));
  expect(renamedStyles(".card { margin: .5em; }", one)).toBe(`.${one("card")} { margin: .5em; }`);
  const older = classNames("older", 1);
  expect(older("app-link msg-thread")).toMatch(/^[A-Za-z]{30,40} msg-thread$/);
});

test("an address chooses settings for its page", () => {
  const some = chosen(
    settings,
    new URLSearchParams("layout=older&delay=0-5,10-20,30&lang=iw&viewer=2"),
  );
  expect(some.layout).toBe("older");
  expect(some.viewer).toBe(2);
  expect(some.lang).toBe("iw");
  expect(some.delays).toEqual({ url: [0, 5], heading: [10, 20], body: [30, 30] });
  expect(delays("200", DEFAULT_DELAYS)).toEqual({
    url: [0, 0],
    heading: [200, 200],
    body: [200, 200],
  });
  expect(delays("soon", DEFAULT_DELAYS)).toEqual(DEFAULT_DELAYS);
});

test("every language fills the same gaps as English", () => {
  const english = words("en");
  const gaps = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).toSorted();
  const keys = Object.keys(english).filter((key): key is keyof typeof english => key in english);
  for (const lang of [
    "de",
    "fr",
    "es",
    "pt",
    "it",
    "nl",
    "pl",
    "tr",
    "ja",
    "zh",
    "ar",
    "he",
    "iw",
  ]) {
    const own = words(lang);
    expect(own.message, lang).not.toBe(english.connectedOn);
    expect(own.connectedOn, lang).not.toBe(english.connectedOn);
    for (const key of keys) expect(gaps(own[key]), `${lang} ${key}`).toEqual(gaps(english[key]));
  }
  expect(filled("{a} and {b}", { a: 1 })).toBe("1 and {b}");
});
