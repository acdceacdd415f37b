/**
 * What the site can learn of Tielight: that some element was added, and nothing else.
 */
import { expect } from "vitest";
import { startBrowser } from "../../practice/browser/start-browser.ts";
import type { DrivenPage } from "../../practice/browser/browser-driver.ts";
import type { Practice } from "../../practice/serve.ts";
import { nameOnBadge } from "./badge-truth.ts";
import { inEachBrowser } from "./support/in-each-browser.ts";

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

/** The pages a user goes through. */
async function session(
  practice: Practice,
  open: (path: string) => Promise<DrivenPage>,
): Promise<Session> {
  const { people } = practice.networks[1];
  const [person] = people;
  const said = people.flatMap(({ interactions }) => interactions);
  const thread = said.find(({ conversationId }) => conversationId !== undefined)?.conversationId;
  const post = said.find(({ kind }) => kind === "comment")?.postId;
  practice.clearRequests();
  const pages: (readonly string[])[] = [];
  for (const path of [
    "/feed/",
    `/in/${encodeURIComponent(person?.slug ?? "")}/`,
    "/mynetwork/invite-connect/connections/",
    `/messaging/thread/${thread}/`,
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
        expect(without.requests.length).toBeGreaterThan(5);
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
