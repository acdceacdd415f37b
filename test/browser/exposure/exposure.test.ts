/**
 * What the site can learn of Tielight: that some element was added, and nothing else.
 */
import { expect } from "vitest";
import { startBrowser } from "../../../practice/browser/start-browser.ts";
import type { DrivenPage } from "../../../practice/browser/browser-driver.ts";
import type { Network } from "../../../practice/network/network.ts";
import type { Practice } from "../../../practice/serve.ts";
import { nameOnBadge } from "../site/badge-truth.ts";
import { inEachBrowser } from "../support/in-each-browser.ts";

const alarms = (page: DrivenPage): Promise<unknown> =>
  page.evaluate(() => (window as unknown as { practiceAlarms?: readonly string[] }).practiceAlarms);

async function badgeCount(page: DrivenPage): Promise<number> {
  const patience = Date.now() + 15_000;
  for (;;) {
    const { roots } = await page.shadowTexts();
    const count = roots.filter((root) => nameOnBadge(root) !== undefined).length;
    if (count > 0 || Date.now() > patience) return count;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/**
 * Every node of a page, a line each, without badges: to a page those are elements without attributes and without content. Ids the
 * older layout counts up while it draws are left out.
 */
const nodesOf = (page: DrivenPage): Promise<readonly string[]> =>
  page.evaluate(() => {
    const lines: string[] = [];
    const add = (node: Node, depth: number): void => {
      const indent = " ".repeat(depth);
      if (node instanceof Element) {
        const isBare = node.attributes.length === 0 && node.childNodes.length === 0;
        if (isBare && /^(?:span|div)$/.test(node.localName) && node.shadowRoot === null) return;
        const attributes = [...node.attributes]
          .filter(({ name }) => name !== "nonce")
          .map(({ name, value }) => `${name}=${value.replace(/\bember\d+/g, "ember")}`)
          .sort();
        lines.push(`${indent}<${[node.localName, ...attributes].join(" ")}>`);
      } else if (!(node instanceof ShadowRoot || node instanceof Document))
        lines.push(`${indent}${node.nodeName} ${node.nodeValue ?? ""}`);
      for (const child of node.childNodes) add(child, depth + 1);
      if (node instanceof Element && node.shadowRoot !== null) add(node.shadowRoot, depth + 1);
    };
    add(document, 0);
    return lines;
  });

interface Session {
  /** What the site is asked for. */
  readonly requests: readonly string[];
  /** The nodes of every page, when it has come to rest. */
  readonly pages: readonly (readonly string[])[];
}

/** More messages than this (there are conversations of a thousand) take long to scroll through and show nothing else. */
const MOST_MESSAGES = 400;

/** The conversation of two with the most messages up to {@link MOST_MESSAGES}. */
function longestThread({ people }: Network): { readonly id: string; readonly messages: number } {
  const counts = new Map<string, number>();
  for (const { conversationId: id, groupSize } of people.flatMap((one) => one.interactions))
    if (id !== undefined && groupSize === undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
  const [[id, messages] = ["", 0]] = [...counts]
    .filter(([, count]) => count <= MOST_MESSAGES)
    .toSorted((one, other) => other[1] - one[1]);
  return { id, messages };
}

/** Down the feed until there are no more posts, and back up. */
async function scrollFeed(page: DrivenPage, posts: number): Promise<void> {
  await page
    .waitFor(
      `all ${posts} posts`,
      (all) => {
        window.scrollTo(0, document.documentElement.scrollHeight);
        return document.querySelectorAll('[componentkey*="FeedType_MAIN"]').length >= all;
      },
      posts,
    )
    .catch(async (cause: unknown) => {
      const state = await page.evaluate(() => ({
        posts: document.querySelectorAll('[componentkey*="FeedType_MAIN"]').length,
        visibility: document.visibilityState,
        asked: performance.getEntriesByType("resource").map(({ name }) => name),
      }));
      throw new Error(`the feed ended with ${JSON.stringify(state)}`, { cause });
    });
  await page.evaluate(() => window.scrollTo(0, 0));
}

/** Up a thread until its first message is there. */
async function scrollThread(page: DrivenPage, messages: number): Promise<void> {
  await page.waitFor(
    `all ${messages} messages`,
    (all) => {
      const shown = document.querySelectorAll("[data-event-urn]");
      const scroller = shown[0]?.closest('[tabindex="0"]');
      if (scroller) scroller.scrollTop = 0;
      return shown.length >= all;
    },
    messages,
  );
}

/** The pages a user goes through, the feed and a thread from end to end. */
async function session(
  practice: Practice,
  open: (path: string) => Promise<DrivenPage>,
): Promise<Session> {
  const { people, viewer } = practice.networks[1];
  const [person] = people;
  const said = people.flatMap(({ interactions }) => interactions);
  const written = [viewer, ...people].reduce((sum, one) => sum + one.posts.length, 0);
  // Before every seventh post, from the fourth on, the feed has a promoted one.
  const posts = written + Math.floor((written + 3) / 7);
  const longest = longestThread(practice.networks[1]);
  const post = said.find(({ kind }) => kind === "comment")?.postId;
  practice.clearRequests();
  const pages: (readonly string[])[] = [];
  // Most of the feed at once: what is left makes it grow often enough.
  const feed = "/feed/?virtual=off&count=130";
  for (const path of [
    feed,
    `/in/${encodeURIComponent(person?.slug ?? "")}/`,
    "/mynetwork/invite-connect/connections/",
    `/messaging/thread/${longest.id}/`,
    `/feed/update/urn:li:activity:${post}/?layout=older`,
  ]) {
    const page = await open(path);
    await page.waitFor("people", () => document.querySelector('a[href*="/in/"]') !== null);
    await page.waitFor("the page and the frame in it to be complete", () => {
      const frames = [...document.querySelectorAll("iframe")].map((one) => one.contentDocument);
      return (
        (document.body.dataset["rehydrated"] !== undefined ||
          document.querySelector("[data-sdui-screen]") === null) &&
        [document, ...frames].every((one) => one?.readyState === "complete")
      );
    });
    if (path === feed) await scrollFeed(page, posts);
    if (path.includes(longest.id)) await scrollThread(page, longest.messages);
    // What it then asks for by itself, it asks for one after another.
    let count = -1;
    for (let quiet = 0; quiet < 4; quiet = count === practice.requests.length ? quiet + 1 : 0) {
      count = practice.requests.length;
      await new Promise((resolve) => setTimeout(resolve, 350));
    }
    pages.push(await nodesOf(page));
    await page.close();
  }
  // Whether a style sheet is asked for twice is up to the browser's cache, not to anybody's script.
  const requests = practice.requests
    .filter(({ path }) => !path.startsWith("/static/"))
    .map(({ method, path }) => `${method} ${path}`)
    .sort();
  return { requests, pages };
}

/** The site's clock stands still, so that a page says the same whenever it is opened. */
const NOW = Date.now();

inEachBrowser("the site", { practice: { clock: () => NOW } }, (world) => {
  const open = (path: string) => world.browser.open(`https://www.linkedin.com${path}`);

  world.test(
    "is asked for exactly the same, and is the same node by node but for badges",
    async () => {
      const withTielight = await session(world.practice, open);
      const bare = await startBrowser(world.browser.name, {
        extension: "test/browser/support/silent-extension",
        proxyPort: world.practice.proxyPort,
      });
      try {
        const without = await session(world.practice, (path) =>
          bare.open(`https://www.linkedin.com${path}`),
        );
        expect(withTielight.requests).toEqual(without.requests);
        const asked = (what: string) =>
          without.requests.filter((one) => decodeURIComponent(one).includes(what)).length;
        expect(asked("/feed/?start=")).toBeGreaterThan(3);
        expect(asked("/?before=")).toBeGreaterThan(0);
        for (const [place, nodes] of without.pages.entries()) {
          expect(nodes.length).toBeGreaterThan(100);
          expect(withTielight.pages[place]).toEqual(nodes);
        }
      } finally {
        await bare.close();
      }
    },
  );

  world.test(
    "finds no file, no global, no message channel and no address of Tielight by the known probes",
    async () => {
      const origin = world.browser.extensionOrigin;
      const page = await open(`/practice/probe?ids=${encodeURIComponent(new URL(origin).host)}`);
      const report = await page.waitFor(
        "the probes to finish",
        () => (window as unknown as { probeReport?: unknown }).probeReport,
      );
      expect(report).toMatchObject({
        readable: [],
        addresses: [],
        attributes: [],
        globals: [],
        loads: [],
        replaced: [],
        runtime: false,
        styleSheets: 0,
        adoptedStyleSheets: 0,
      });
      expect((report as { tried: number }).tried).toBeGreaterThan(5);
    },
  );

  world.test("keeps its React tree whole with badges on every page", async () => {
    const [person] = world.practice.networks[1].people;
    for (const path of [
      "/feed/",
      `/in/${encodeURIComponent(person?.slug ?? "")}/`,
      "/mynetwork/invite-connect/connections/",
    ]) {
      const page = await open(`${path}?probe=1`);
      expect(await badgeCount(page), path).toBeGreaterThan(0);
      expect(await alarms(page), path).toEqual([]);
      await page.close();
    }
  });
});
