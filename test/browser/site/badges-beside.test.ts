/**
 * Badges as part of a page: beside whom they stand, in which dress, and what the page around makes of them.
 */
import { expect } from "vitest";
import type { Browser } from "webextension-polyfill";
import type { DrivenPage } from "../../../practice/browser/browser-driver.ts";
import type { ClosedRoot } from "../../../practice/browser/sight.ts";
import { eventually } from "../../../practice/browser/within.ts";
import { isFull, isSpoken, nameOnBadge } from "./badge-truth.ts";
import { opened } from "../support/acts.ts";
import { inEachBrowser, type World } from "../support/in-each-browser.ts";
import { chooseSettings } from "../support/settings.ts";

declare const chrome: Browser;

const PATIENCE_MS = 30_000;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const LAYOUTS = ["current", "older"] as const;

const rootsOf = async (page: DrivenPage): Promise<readonly ClosedRoot[]> =>
  (await page.shadowTexts()).roots;

const namesOn = async (page: DrivenPage): Promise<readonly string[]> =>
  (await rootsOf(page)).flatMap((root) => nameOnBadge(root) ?? []).toSorted();

/** The names on badges once they have been the same for a while. */
const namesAtRest = (page: DrivenPage, least: number): Promise<readonly string[]> =>
  eventually(PATIENCE_MS, `${least} badges at rest`, async () => {
    const before = await namesOn(page);
    await pause(700);
    const now = await namesOn(page);
    return now.length >= least && now.join() === before.join() ? now : undefined;
  });

const everybody = ({ browser }: World, wanted: boolean): Promise<void> =>
  chooseSettings(browser, { showStrangers: wanted });

inEachBrowser("badges beside people", { strangers: false }, (world) => {
  world.test(
    "stand beside nobody the user has no tie with, until the user wants that",
    async () => {
      const { people } = world.practice.networks[1];
      const tied = new Set(
        people
          .filter(({ degree, interactions }) => degree === 1 || interactions.length > 0)
          .map(({ name }) => name),
      );
      const path = "/search/results/people/?keywords=&virtual=off&count=30";
      const page = await opened(world, path);
      const before = await namesAtRest(page, 1);
      expect(before.filter((name) => !tied.has(name))).toEqual([]);
      await everybody(world, true);
      const all = await eventually(PATIENCE_MS, "strangers to have badges", async () => {
        const now = await namesAtRest(page, 1);
        return now.length > before.length ? now : undefined;
      });
      expect(all.some((name) => !tied.has(name))).toBe(true);
      await everybody(world, false);
      await eventually(
        PATIENCE_MS,
        "strangers to have none again",
        async () => (await namesOn(page)).join() === before.join(),
      );
    },
  );

  for (const layout of LAYOUTS) {
    world.test(`are no part of a name the ${layout} page has for screen readers`, async () => {
      for (const path of ["/mynetwork/invite-connect/connections/", "/feed/", profile(world)]) {
        const page = await opened(world, `${path}?layout=${layout}`);
        await namesAtRest(page, 1);
        const roots = await rootsOf(page);
        const badges = roots.filter((root) => nameOnBadge(root) !== undefined);
        for (const { inName, silent, label } of badges) {
          const spoken = roots.filter((root) => isSpoken(root) && root.label === label);
          expect({ label, silent, isSpokenFor: spoken.length > 0 }).toEqual({
            label,
            silent: inName,
            isSpokenFor: inName,
          });
        }
        expect(roots.filter((root) => isSpoken(root) && root.inName)).toEqual([]);
        expect(roots.filter((root) => isSpoken(root) && root.silent)).toEqual([]);
        await page.close();
      }
    });

    world.test(`follow the theme of the ${layout} page while it is open`, async () => {
      const page = await opened(world, `/mynetwork/invite-connect/connections/?layout=${layout}`);
      const themes = async () =>
        [
          ...new Set(
            (await rootsOf(page)).flatMap((root) =>
              nameOnBadge(root) === undefined ? [] : [root.theme],
            ),
          ),
        ].join();
      expect(await themes()).toBe("light");
      const dress = (colours: Record<string, string>) =>
        page.evaluate((chosen) => {
          for (const [key, value] of Object.entries(chosen))
            document.documentElement.style.setProperty(key, value);
        }, colours);
      await dress({ "--ground": "#101415", "--paper": "#1c2123" });
      await eventually(PATIENCE_MS, "dark badges", async () => (await themes()) === "dark");
      await dress({ "--ground": "#f0f0f0", "--paper": "#ffffff" });
      await eventually(PATIENCE_MS, "light badges", async () => (await themes()) === "light");
    });

    world.test(`keep the card of the ${layout} site closed that opens over names`, async () => {
      const page = await opened(world, `/feed/?layout=${layout}`);
      await namesAtRest(page, 1);
      const siteCards = () =>
        page.evaluate(
          () =>
            document.querySelectorAll("[data-floating-ui-portal] a, #artdeco-hoverable-outlet a")
              .length,
        );
      const badge = (await rootsOf(page)).find(
        (root) => nameOnBadge(root) !== undefined && root.rect.y > 60 && root.rect.y < 800,
      )!;
      const { x, y, height } = badge.rect;
      await page.moveTo(x + 20, y + height / 2);
      await eventually(PATIENCE_MS, "the glance card", async () =>
        (await rootsOf(page)).some(({ rect }) => rect.width === 280),
      );
      await pause(900);
      expect(await siteCards()).toBe(0);
      // Over the name itself the site does as it always did, for a pointer that comes from elsewhere.
      await page.moveTo(5, 5);
      await page.moveTo(x - 12, y + height / 2);
      await eventually(PATIENCE_MS, "the site's own card", siteCards);
    });
  }

  world.test(
    "open by a command of the keyboard: the profile shown, or the row with the focus",
    async () => {
      const command = () =>
        world.browser.evaluateInBackground(async () => {
          const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
          await chrome.tabs.sendMessage(tab?.id ?? -1, { tell: "open-in-front" });
        });
      const onProfile = await opened(world, profile(world));
      const full = (await rootsOf(onProfile)).find(
        (root) => nameOnBadge(root) !== undefined && isFull(root),
      )!;
      await command();
      await eventually(PATIENCE_MS, "the popup of the profile", async () =>
        (await world.browser.popupText())?.includes(nameOnBadge(full) ?? ""),
      );
      await world.browser.closePopup();

      const list = await opened(world, "/mynetwork/invite-connect/connections/");
      await namesAtRest(list, 3);
      const name = (await rootsOf(list)).flatMap((root) => nameOnBadge(root) ?? [])[1] ?? "";
      await list.evaluate((wanted) => {
        const links = [...document.querySelectorAll<HTMLElement>('main a[href*="/in/"]')];
        links.find((link) => link.textContent?.includes(wanted))?.focus();
      }, name);
      await pause(1100);
      await command();
      await eventually(PATIENCE_MS, "the popup of the row", async () =>
        (await world.browser.popupText())?.includes(name),
      );
      await world.browser.closePopup();
    },
  );
});

function profile({ practice }: World): string {
  const person = practice.networks[1].people.find(
    ({ degree, interactions }) => degree === 1 && interactions.length > 5,
  );
  return `/in/${encodeURIComponent(person?.slug ?? "")}/`;
}
