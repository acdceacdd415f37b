/**
 * What the user does on the site, and what is remembered of it: reactions, comments, invitations sent.
 */
import { expect } from "vitest";
import type { DrivenPage } from "../../practice/browser/browser-driver.ts";
import { network } from "../../practice/network/network.ts";
import { inEachBrowser, type World } from "./support/in-each-browser.ts";
import { exportedHistory, inOrder, newlyNoticed, noticedIn } from "./support/noticed.ts";

const SITE = "https://www.linkedin.com";
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const SETTLED_MS = 1500;
/** What is done and what is noticed of it lie this close together. */
const NEAR_MS = 3000;

const invented = network({ seed: 7, people: 120, years: 5, now: Date.now() });

interface Seen {
  readonly who: string;
  readonly kind: string;
  readonly direction: string;
  readonly from: number;
  readonly to: number;
  readonly ref: string;
}

const parsed = (facts: readonly string[]): readonly Seen[] =>
  facts.map((fact) => {
    const [who = "", kind = "", direction = "", from, to, ref = ""] = fact.split(" | ");
    return { who, kind, direction, from: Number(from), to: Number(to), ref };
  });

async function noticedDuring(world: World, act: () => Promise<unknown>): Promise<readonly Seen[]> {
  const before = inOrder(noticedIn(await exportedHistory(world.browser), invented));
  await act();
  await pause(SETTLED_MS);
  return parsed(await newlyNoticed(world.browser, invented, before));
}

/** The first button of a post of somebody that nobody reacted with, marked for a click by the mouse. */
const markReaction = (page: DrivenPage): Promise<string> =>
  page.waitFor("a post to react to", () => {
    const menus = [...document.querySelectorAll("button[aria-expanded][aria-label]")];
    for (const menu of menus) {
      const before = menu.previousElementSibling;
      const button = before?.localName === "button" ? before : before?.querySelector("button");
      const post = menu.closest('[role="listitem"], [data-urn]');
      const text = button?.textContent?.trim();
      if (
        !button ||
        !post ||
        !text ||
        menu.closest('[componentkey^="replaceableComment_"], article[data-id]')
      )
        continue;
      const isFree = button.hasAttribute("aria-pressed")
        ? button.getAttribute("aria-pressed") === "false"
        : !(button.getAttribute("aria-label") ?? text).includes(text);
      if (!isFree || post.querySelector('a[href*="/in/"]') === null) continue;
      button.id = button.id || "practice-chosen";
      return `#${button.id}`;
    }
    return undefined;
  });

inEachBrowser("what the user does", { network: invented, history: false }, (world) => {
  for (const layout of ["current", "older"] as const) {
    world.test(
      `a reaction in the ${layout} layout is remembered, and forgotten when it is taken back`,
      async () => {
        const me = await world.browser.open(`${SITE}/in/me/`);
        await pause(SETTLED_MS);
        await me.close();
        const page = await world.browser.open(`${SITE}/feed/?layout=${layout}`);
        await pause(SETTLED_MS);
        const since = world.practice.facts.length;
        const button = await markReaction(page);
        const found = await noticedDuring(world, async () => {
          await page.bringToFront();
          await page.click(button);
          await pause(SETTLED_MS);
        });
        const [truth, ...more] = world.practice.facts.slice(since);
        expect(more).toEqual([]);
        expect(truth?.what).toBe("reaction");
        expect(found.map(({ who, kind, direction, ref }) => [who, kind, direction, ref])).toEqual(
          (truth?.people ?? []).map((who) => [who, "reaction", "out", `activity:${truth?.ref}`]),
        );
        for (const { from, to } of found) {
          expect(from).toBe(to);
          expect(Math.abs(from - (truth?.at ?? 0))).toBeLessThan(NEAR_MS);
        }
        expect(found.length).toBe(1);
        await page.bringToFront();
        await page.click(button);
        await pause(SETTLED_MS);
        expect(world.practice.facts.at(-1)?.what).toBe("reaction undone");
        const left = noticedIn(await exportedHistory(world.browser), invented);
        expect(left.filter(({ ref }) => ref === `activity:${truth?.ref}`)).toEqual([]);
      },
    );
  }

  world.test("a comment is remembered for whoever wrote the post, by its own id", async () => {
    const author = invented.people.find(({ posts, degree }) => posts.length > 0 && degree === 1);
    const post = author?.posts[0]?.id ?? "";
    const page = await world.browser.open(`${SITE}/feed/update/urn:li:activity:${post}/`);
    await pause(SETTLED_MS);
    const since = world.practice.facts.length;
    const found = await noticedDuring(world, async () => {
      await page.bringToFront();
      await page.click('[role="textbox"]');
      await page.type("Well said");
      await page.click('form button[type="submit"]');
      await pause(SETTLED_MS);
    });
    const [truth] = world.practice.facts.slice(since);
    expect(truth).toMatchObject({ what: "comment", people: [author?.slug] });
    const at = Number(BigInt(truth?.ref ?? "0") >> 22n);
    expect(found).toEqual([
      { who: author?.slug, kind: "comment", direction: "out", from: at, to: at, ref: truth?.ref },
    ]);
  });

  world.test(
    "an invitation sent from a profile is remembered when the page says that it waits",
    async () => {
      const person = world.practice.networks[1].people.find(
        ({ degree, slug }) =>
          degree === 2 && !world.practice.facts.some(({ people }) => people.includes(slug)),
      );
      let found: readonly Seen[] = [];
      for (const one of world.practice.networks[1].people.filter(({ degree }) => degree === 2)) {
        const page = await world.browser.open(
          `${SITE}/in/${encodeURIComponent(one.slug)}/?layout=current`,
        );
        await pause(SETTLED_MS);
        const isOpen = await page.evaluate(
          () => document.querySelector('main a[href*="custom-invite"]') !== null,
        );
        if (!isOpen) {
          await page.close();
          continue;
        }
        const since = world.practice.facts.length;
        found = await noticedDuring(world, async () => {
          await page.bringToFront();
          await page.click('main a[href*="custom-invite"]');
          await page.click('dialog button[type="submit"]');
          await pause(SETTLED_MS);
        });
        const [truth] = world.practice.facts.slice(since);
        if (truth === undefined) continue;
        expect(found.map(({ who, kind, direction }) => [who, kind, direction])).toEqual([
          [truth.people[0], "invitation", "out"],
        ]);
        expect(Math.abs((found[0]?.from ?? 0) - truth.at)).toBeLessThan(NEAR_MS);
        break;
      }
      expect(person).toBeDefined();
      expect(found).toHaveLength(1);
    },
  );
});
