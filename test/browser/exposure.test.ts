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

/** The pages a user goes through, and what the site is asked for meanwhile. */
async function requestsOn(
  practice: Practice,
  open: (path: string) => Promise<DrivenPage>,
): Promise<readonly string[]> {
  const [person] = practice.networks[1].people;
  practice.clearRequests();
  for (const path of [
    "/feed/",
    `/in/${encodeURIComponent(person?.slug ?? "")}/`,
    "/mynetwork/invite-connect/connections/",
  ]) {
    const page = await open(path);
    await page.waitFor("people", () => document.querySelector('a[href*="/in/"]') !== null);
    await page.waitFor("the page and the frame in it to be complete", () => {
      const frames = [...document.querySelectorAll("iframe")].map((one) => one.contentDocument);
      return (
        document.body.dataset["rehydrated"] !== undefined &&
        [document, ...frames].every((one) => one?.readyState === "complete")
      );
    });
    // What it then asks for by itself, it asks for one after another.
    let count = -1;
    for (let quiet = 0; quiet < 4; quiet = count === practice.requests.length ? quiet + 1 : 0) {
      count = practice.requests.length;
      await new Promise((resolve) => setTimeout(resolve, 350));
    }
    await page.close();
  }
  // Whether a style sheet is asked for twice is up to the browser's cache, not to anybody's script.
  return practice.requests
    .filter(({ path }) => !path.startsWith("/static/"))
    .map(({ method, path }) => `${method} ${path}`)
    .sort();
}

inEachBrowser("the site", {}, (world) => {
  const open = (path: string) => world.browser.open(`https://www.linkedin.com${path}`);

  world.test("is asked for exactly the same with and without Tielight", async () => {
    const withTielight = await requestsOn(world.practice, open);
    const bare = await startBrowser(world.browser.name, {
      extension: "test/browser/support/silent-extension",
      proxyPort: world.practice.proxyPort,
    });
    try {
      const without = await requestsOn(world.practice, (path) =>
        bare.open(`https://www.linkedin.com${path}`),
      );
      expect(withTielight).toEqual(without);
      expect(without.length).toBeGreaterThan(3);
    } finally {
      await bare.close();
    }
  });

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
