/**
 * Whose history it is: what is observed before that is certain waits, and two accounts in one browser never mix.
 */
import { expect } from "vitest";
import type { Browser } from "webextension-polyfill";
import { network } from "../../../practice/network/network.ts";
import { shortConversations } from "../support/conversations.ts";
import { inEachBrowser, type World } from "../support/in-each-browser.ts";
import { kept, keptAtLast, signedInAtLast } from "../support/kept.ts";
import { exportedHistory, inOrder, observedIn } from "../support/observed.ts";

declare const chrome: Browser;

const SITE = "https://www.linkedin.com";
const NOW = Date.now();
const invented = network({ seed: 7, people: 60, years: 4, now: NOW });

async function look(world: World, path: string): Promise<void> {
  const page = await world.browser.open(`${SITE}${path}`);
  await page.waitFor(
    "the page",
    () => document.querySelector("main h1, main h2, [data-event-urn], [role=listitem]") !== null,
  );
}

async function closeAll(world: World): Promise<void> {
  for (const page of await world.browser.pages())
    if ((await page.url()).startsWith(SITE)) await page.close();
}

inEachBrowser("accounts", { network: invented, history: false }, (world) => {
  world.test(
    "what is observed before it is certain whose it is waits, and arrives once",
    async () => {
      const { ref, facts } = shortConversations(invented)[0]!;
      // The feed names the member by slug, a thread by member id: that both are one nobody can know yet.
      await look(world, "/feed/");
      await keptAtLast(world.browser, "a history", ({ histories }) => histories === 1);
      await closeAll(world);
      await look(world, `/messaging/thread/${ref}/`);
      await keptAtLast(
        world.browser,
        "the messages to wait",
        ({ waiting }) => waiting >= facts.length,
      );
      await closeAll(world);
      await world.browser.killBackground();
      await look(world, "/in/me/");
      await keptAtLast(
        world.browser,
        "them to arrive",
        ({ waiting, held }) => waiting === 0 && held >= facts.length,
      );
      const history = await exportedHistory(world.browser);
      expect(inOrder(observedIn(history, invented).filter((fact) => fact.ref === ref))).toEqual(
        inOrder(facts),
      );
    },
  );

  world.test(
    "a second member's history is apart from the first's, and the popup says whose it shows",
    async () => {
      const { networks } = world.practice;
      const [mine, theirs] = [networks[1], networks[2]];
      await look(world, "/in/me/");
      await keptAtLast(world.browser, "all to arrive", ({ waiting }) => waiting === 0);
      await closeAll(world);
      const { held: heldBefore } = await kept(world.browser);
      const first = await exportedHistory(world.browser);
      const before = inOrder(observedIn(first, mine));
      expect(before.length).toBeGreaterThan(0);

      const { ref, facts } = shortConversations(theirs)[0]!;
      await look(world, "/in/me/?viewer=2");
      // In a tab behind another one nothing is read.
      await signedInAtLast(world.browser, theirs.viewer.slug);
      await look(world, `/messaging/thread/${ref}/?viewer=2`);
      await keptAtLast(
        world.browser,
        "the second history",
        ({ waiting, held }) => waiting === 0 && held >= heldBefore + facts.length,
      );
      const second = await exportedHistory(world.browser);
      expect(second.owner.aliases).toContain(`slug:${theirs.viewer.slug}`);
      expect(second.owner.aliases).not.toContain(`slug:${mine.viewer.slug}`);
      expect(inOrder(observedIn(second, theirs))).toEqual(inOrder(facts));

      const popup = await world.browser.openExtensionPage("src/popup/index.html");
      const choices = await popup.waitFor("the choice of histories", () =>
        [...document.querySelectorAll<HTMLOptionElement>('select[name="history"] option')].map(
          ({ textContent, selected }) => `${selected ? "→ " : ""}${textContent}`,
        ),
      );
      // Each name keeps its own direction.
      const called = choices.map((choice) => choice.replaceAll(/[\u2068\u2069]/g, ""));
      expect(called.toSorted()).toEqual(
        [`→ ${theirs.viewer.name} (signed in)`, mine.viewer.name].toSorted(),
      );
      await popup.evaluate((name) => {
        const list = document.querySelector<HTMLSelectElement>('select[name="history"]');
        const option = [...(list?.options ?? [])].find(({ textContent }) =>
          textContent?.includes(name),
        );
        if (list && option) list.value = option.value;
        list?.dispatchEvent(new Event("change", { bubbles: true }));
      }, mine.viewer.name);
      await popup.waitFor(
        "the first history",
        (name) =>
          document
            .querySelector<HTMLSelectElement>('select[name="history"]')
            ?.selectedOptions[0]?.textContent?.includes(name),
        mine.viewer.name,
      );
      await popup.close();
      expect(inOrder(observedIn(await exportedHistory(world.browser), mine))).toEqual(before);

      // Who is signed in has not changed by looking, and neither has where things go.
      await look(world, `/messaging/thread/${ref}/?viewer=2`);
      expect(inOrder(observedIn(await exportedHistory(world.browser), mine))).toEqual(before);
    },
  );

  world.test(
    "Firefox says of each tab in which container it is, without a permission",
    async () => {
      const page = await world.browser.openExtensionPage("src/popup/index.html");
      const told = await page.evaluate(async () => {
        const { permissions } = chrome.runtime.getManifest();
        const tab = await chrome.tabs.getCurrent();
        return { permissions, container: tab?.cookieStoreId };
      });
      expect(told.permissions).not.toContain("cookies");
      expect(told.container).toBe(world.browser.name === "firefox" ? "firefox-default" : undefined);
    },
  );
});
