/**
 * A page of the site that takes over the script of Tielight on it reaches what that script reaches. In Chrome that is no storage at all; in
 * Firefox it can clear and write `storage.local`, on which nothing hangs.
 */
import { expect } from "vitest";
import type { Browser } from "webextension-polyfill";
import type { DrivenPage } from "../../../practice/browser/browser-driver.ts";
import { eventually } from "../../../practice/browser/within.ts";
import { nameOnBadge } from "../site/badge-truth.ts";
import { opened } from "../support/acts.ts";
import { inEachBrowser } from "../support/in-each-browser.ts";
import { kept } from "../support/kept.ts";
import { exportedHistory } from "../support/observed.ts";
import { ask, popup, suggested } from "../support/popup-tasks.ts";

declare const chrome: Browser;

/** What the storage held, and what became of clearing and writing it. */
interface Attempt {
  readonly area: string;
  readonly read: string;
  readonly cleared: string;
  readonly written: string;
}

/**
 * Clears each storage in the world of the script on the site, and writes these values there.
 *
 * @param asking a page of ours, which may start scripts on the site
 */
const forge = (asking: DrivenPage, values: object): Promise<readonly Attempt[]> =>
  asking.evaluate(async (forged) => {
    const attempt = async (lies: object): Promise<Attempt[]> => {
      const outcome = async (work: () => Promise<unknown>): Promise<string> => {
        try {
          return JSON.stringify((await work()) ?? "done");
        } catch {
          return "refused";
        }
      };
      const attempts: Attempt[] = [];
      for (const area of ["local", "session"] as const)
        attempts.push({
          area,
          read: await outcome(() => chrome.storage[area].get(null)),
          cleared: await outcome(() => chrome.storage[area].clear()),
          written: await outcome(() => chrome.storage[area].set({ ...lies })),
        });
      return attempts;
    };
    const [tab] = await chrome.tabs.query({ url: "https://www.linkedin.com/*" });
    const [ran] = await chrome.scripting.executeScript({
      target: { tabId: tab?.id ?? -1 },
      func: attempt,
      args: [forged],
    });
    return ran?.result as Attempt[];
  }, values);

/** What is kept in our own storage areas, but for the number of writes, which rises when the popup notes whom it showed. */
const stored = (page: DrivenPage): Promise<unknown> =>
  page.evaluate(async () =>
    JSON.parse(
      JSON.stringify(
        [await chrome.storage.local.get(null), await chrome.storage.session.get(null)],
        (key, value: unknown) => (key === "revision" ? undefined : value),
      ),
    ),
  );

inEachBrowser("what a page of the site writes into storage", {}, (world) => {
  world.test(
    "is refused in Chrome, and changes nothing that is kept or said in Firefox",
    async () => {
      const { browser, practice } = world;
      const [person] = practice.networks[1].people;
      const profile = `/in/${encodeURIComponent(person?.slug ?? "")}/`;
      const site = await opened(world, profile);
      const before = await popup(world);
      const said = async (page: DrivenPage) => ({
        suggested: await suggested(page),
        overview: await ask(page, "overview"),
        settings: await ask(page, "settings"),
        histories: await ask(page, "histories"),
        reports: await ask(page, "readerReport"),
      });
      const [true_, held, inStorage] = [
        await said(before),
        await kept(browser),
        await stored(before),
      ];
      const exported = await exportedHistory(browser);
      const [{ name } = { name: "" }] = true_.histories as readonly { readonly name: string }[];

      const forged = {
        [`witness-${name}`]: { people: 30_000, interactions: 900_000, revision: 1_000_000 },
        "witness-history-00000000-0000-4000-8000-000000000000": {
          people: 30_000,
          interactions: 900_000,
          revision: 1_000_000,
        },
        witness: { people: 30_000, histories: 7 },
        histories: { histories: [], certain: true, madeAt: [] },
        settings: { mode: "archive", hidden: true, showStrangers: false },
        mode: "archive",
        hidden: true,
        pause: { since: 0 },
        theme: { not: "a theme" },
        "reader-health": { health: { feed: [] }, structures: {} },
        askedPerson: null,
        personWindow: "none",
        openTabsServed: "yes",
        held: ["history-00000000-0000-4000-8000-000000000000", 7],
        place: "place-00000000-0000-4000-8000-000000000000",
        cutOff: true,
        diskFull: true,
      };
      const attempts = await forge(before, forged);
      const refused = { read: "refused", cleared: "refused", written: "refused" };
      const done = { read: expect.any(String), cleared: '"done"', written: '"done"' };
      expect(attempts).toEqual([
        { area: "local", ...(browser.name === "chromium" ? refused : done) },
        { area: "session", ...refused },
      ]);
      // In Firefox the script did write: what follows is not about a storage that stayed as it was.
      if (browser.name === "chromium") expect(await stored(before)).toEqual(inStorage);
      else expect(JSON.stringify(await stored(before))).toContain('"mode":"archive"');
      await before.close();

      for (const isEnded of [false, true]) {
        if (isEnded) expect(await browser.killBackground()).toBe(true);
        const page = await popup(world);
        expect(await said(page)).toEqual(true_);
        expect(await page.evaluate(() => document.querySelectorAll(".notice.danger").length)).toBe(
          0,
        );
        await page.close();
      }
      expect(await kept(browser)).toEqual(held);
      expect(await exportedHistory(browser)).toEqual(exported);
      // The script is still allowed on the site, and says what it said.
      await site.close();
      const again = await opened(world, profile);
      const { roots } = await again.shadowTexts();
      expect(roots.map(nameOnBadge)).toContain(person?.name);
    },
  );
});

inEachBrowser("everything that was erased", {}, (world) => {
  world.test(
    "is in no storage of the browser any more, whatever is looked at afterwards",
    async () => {
      const { browser, practice } = world;
      const [person] = practice.networks[1].people;
      const site = await opened(world, `/in/${encodeURIComponent(person?.slug ?? "")}/`);
      const page = await popup(world);
      await ask(page, "keepValue", { key: "tone", value: "warm" });
      await ask(page, "changeSettings", { showRails: true });
      await page.evaluate(() => chrome.storage.local.set({ theme: "dark" }));
      /** Everything that this extension has in the browser. */
      const everything = (of: DrivenPage) =>
        of.evaluate(async () => ({
          databases: (await indexedDB.databases()).map(({ name }) => name ?? ""),
          local: Object.keys(await chrome.storage.local.get(null)),
          session: Object.keys(await chrome.storage.session.get(null)),
          page: [...Object.keys(localStorage), ...Object.keys(sessionStorage)],
          caches: await caches.keys(),
          alarms: (await chrome.alarms.getAll()).map(({ name }) => name),
          icon: await chrome.action.getBadgeText({}),
        }));
      const before = await everything(page);
      expect(before.databases.filter((name) => name.startsWith("history-"))).toHaveLength(1);
      expect(before.databases).toContain("tielight");
      expect(before.local).toContain("theme");
      await page.close();

      const history = await browser.openExtensionPage("src/dashboard/index.html#settings");
      await history.click("[name=erase-everything]");
      await history.click("[name=sure]");
      const nothing = {
        databases: [],
        local: [],
        session: [],
        page: [],
        caches: [],
        alarms: [],
        icon: "",
      };
      await history.waitFor("the end", () => document.querySelector("[name=sure]") === null);
      await eventually(
        10_000,
        "nothing to be left",
        async () => (await everything(history)).databases.length === 0,
      );
      expect(await everything(history)).toEqual(nothing);

      // A tab that was open says and records nothing any more, and to look makes nothing.
      await site.reload();
      await site.waitFor("the person", () => document.querySelector("h1, h2") !== null);
      await new Promise((resolve) => setTimeout(resolve, 2000));
      expect((await site.shadowTexts()).roots).toEqual([]);
      const anew = await browser.openExtensionPage("src/popup/index.html");
      await anew.waitFor(
        "the way to begin",
        () => document.querySelector("a.button.main") !== null,
      );
      expect(await everything(anew)).toEqual(nothing);
      await browser.killBackground();
      await anew.reload();
      await anew.waitFor(
        "the way to begin",
        () => document.querySelector("a.button.main") !== null,
      );
      const left = await everything(anew);
      // Each run of the extension notes for itself that open tabs were looked after.
      expect({ ...left, session: left.session.filter((key) => key !== "openTabsServed") }).toEqual(
        nothing,
      );
    },
  );
});
