/**
 * Every surface in every layout it has: each person the page is about has one badge, nobody else has one, and the page is as it was.
 */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import type { DrivenPage } from "../../../practice/browser/browser-driver.ts";
import { network } from "../../../practice/network/network.ts";
import type { Page } from "../../../practice/site/page.ts";
import { lies, liesOnProfile, nameOnBadge } from "./badge-truth.ts";
import { badgePlaces } from "../support/badge-places.ts";
import { farTexts } from "../support/far-names.ts";
import { inEachBrowser, type World } from "../support/in-each-browser.ts";
import { expectedNames, namedRows } from "../support/people-expected.ts";
import { chooseSettings } from "../support/settings.ts";
import { everyLook, pictures } from "../../effort.ts";

const OUT = fileURLToPath(new URL("../../out/surfaces", import.meta.url));
const SITE = "https://www.linkedin.com";
const LAYOUTS = ["current", "older"] as const;
type Layout = (typeof LAYOUTS)[number];

/** Posts and their ids come from the moment of the network: on most days it is the same, so that a page holds the same people. */
const NOW = everyLook ? Date.now() : Date.UTC(2026, 10, 30, 9);
const invented = network({ seed: 7, people: 300, years: 8, now: NOW });

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function badgeNames(page: DrivenPage): Promise<readonly string[]> {
  const { roots } = await page.shadowTexts();
  return roots.flatMap((root) => nameOnBadge(root) ?? []).toSorted();
}

/** A name so far (CSS pixels) from the window need not have a badge; it gets one when it comes near. */
const NEAR = 350;

/** Names with a badge, and those among the expected ones that are far from the window and have none. */
async function namesReached(
  page: DrivenPage,
  expected: readonly string[],
): Promise<readonly string[]> {
  const far = [...(await page.evaluate(farTexts, NEAR))];
  const shown = await badgeNames(page);
  const missing = [...expected];
  for (const name of shown) if (missing.includes(name)) missing.splice(missing.indexOf(name), 1);
  const farAndMissing = missing.filter((name) => {
    const place = far.indexOf(name);
    if (place >= 0) far.splice(place, 1);
    return place >= 0;
  });
  return [...shown, ...farAndMissing].toSorted();
}

/** Waits until these have badges, as far as they are near the window, and some more to see whether others come. */
async function settled(page: DrivenPage, expected: readonly string[]): Promise<readonly string[]> {
  const end = Date.now() + 15_000;
  while (Date.now() < end && (await namesReached(page, expected)).join() !== expected.join())
    await pause(150);
  await pause(500);
  return namesReached(page, expected);
}

/** What the site draws the page of this address from. */
const told = (page: DrivenPage, path: string, layout: Layout, count = 12): Promise<Page> =>
  page.evaluate(
    async (asked, drawn, most) => {
      const query = `path=${encodeURIComponent(asked)}&layout=${drawn}&count=${most}`;
      return (await (await fetch(`/flagship-web/page?${query}`)).json()) as Page;
    },
    path,
    layout,
    count,
  );

/** How many rows a list has when it has stopped growing: older ones grow until the window is full. */
async function rowsDrawn(page: DrivenPage): Promise<number> {
  let before = 0;
  for (;;) {
    const rows = await page.evaluate(
      () => document.querySelectorAll('main ul[role="list"] > li').length,
    );
    if (rows === before) return rows || 12;
    before = rows;
    await pause(700);
  }
}

const openIn = (world: World, path: string, layout: Layout, more = ""): Promise<DrivenPage> =>
  world.browser.open(
    `${SITE}${path}${path.includes("?") ? "&" : "?"}layout=${layout}&virtual=off&count=12${more}`,
  );

async function expectTruth(world: World, page: DrivenPage): Promise<void> {
  const sight = await page.shadowTexts();
  const [known] = [world.practice.networks[1]];
  expect([...lies(sight, known), ...liesOnProfile(sight, known)]).toEqual([]);
  // A compact badge is no stop for the keyboard.
  const badges = sight.roots.filter(({ label }) => label.startsWith("Tielight"));
  expect(badges.filter(({ controls }) => controls.length > 0).length).toBeLessThanOrEqual(1);
  const alarms = await page.evaluate(
    () => (window as unknown as { practiceAlarms?: string[] }).practiceAlarms,
  );
  expect(alarms).toEqual([]);
}

async function expectTidy(page: DrivenPage): Promise<void> {
  const places = await page.evaluate(badgePlaces);
  expect(places.cut).toEqual([]);
  expect(places.copiesClean).toBe(true);
  expect(places.badges).toBeGreaterThan(0);
}

/** Pictures of a page as it is and in a dark dress, to be looked at when somebody wants to. */
async function takePictures(world: World, page: DrivenPage, name: string): Promise<void> {
  if (!pictures) return;
  await mkdir(OUT, { recursive: true });
  const file = (theme: string) => join(OUT, `${name}-${theme}-${world.browser.name}.png`);
  await page.screenshot(file("light"));
  await page.prefer({ colourScheme: "dark", reducedMotion: true });
  await page.evaluate(() => {
    const dark = {
      "--ink": "#e6ecea",
      "--quiet": "#a3b0b0",
      "--paper": "#1c2123",
      "--ground": "#101415",
      "--edge": "#364044",
      "--accent": "#79cbb9",
    };
    for (const root of [
      document,
      ...[...document.querySelectorAll("iframe")].map((frame) => frame.contentDocument),
    ])
      for (const [key, value] of Object.entries(dark))
        root?.documentElement.style.setProperty(key, value);
  });
  for (const mode of ["popup", "badges"] as const) await chooseSettings(world.browser, { mode });
  await pause(800);
  await page.screenshot(file("dark"));
}

function known(place = 0): { readonly slug: string; readonly memberId: string } {
  const people = invented.people.filter(
    ({ degree, interactions, posts }) =>
      degree === 1 && interactions.length > 4 && posts.length > 0,
  );
  const person = people[place];
  if (person === undefined) throw new Error("the network has too few people");
  return person;
}

const company = (): string =>
  (invented.people[0]?.company ?? "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-");

/** Every surface with the layouts it has. */
const SURFACES: readonly (readonly [string, () => string, readonly Layout[]])[] = [
  ["profile", () => `/in/${encodeURIComponent(known().slug)}/`, LAYOUTS],
  ["people-search", () => "/search/results/people/?keywords=a", LAYOUTS],
  ["connections", () => "/mynetwork/invite-connect/connections/", LAYOUTS],
  ["followers", () => "/mynetwork/network-manager/people-follow/followers/", LAYOUTS],
  ["following", () => "/mynetwork/network-manager/people-follow/following/", LAYOUTS],
  ["invitations-received", () => "/mynetwork/invitation-manager/received/", LAYOUTS],
  ["invitations-sent", () => "/mynetwork/invitation-manager/sent/", LAYOUTS],
  ["network", () => "/mynetwork/grow/", ["current"]],
  ["feed", () => "/feed/", LAYOUTS],
  ["post", () => `/feed/update/urn:li:activity:${busyPost()}/`, LAYOUTS],
  ["company-people", () => `/company/${company()}/people/`, ["older"]],
];

/** A post several people wrote under. */
function busyPost(): string {
  const counts = new Map<string, number>();
  for (const { interactions } of invented.people)
    for (const { postId, kind } of interactions)
      if (postId !== undefined && kind === "comment")
        counts.set(postId, (counts.get(postId) ?? 0) + 1);
  const own = new Set(invented.people.flatMap(({ posts }) => posts.map(({ id }) => id)));
  const [busiest] = [...counts].filter(([id]) => own.has(id)).toSorted((a, b) => b[1] - a[1]);
  return busiest?.[0] ?? known().slug;
}

async function pairOf(page: DrivenPage): Promise<{ readonly id: string; readonly name: string }> {
  const list = await told(page, "/messaging/", "older");
  if (list.surface !== "messaging") throw new Error("no list of conversations");
  const pair = list.conversations.find(({ kind }) => kind === "pair");
  if (pair === undefined) throw new Error("no conversation of two");
  return { id: pair.id, name: pair.title };
}

/** Opens the list of conversations in the small window, and waits until the site has drawn it. */
async function openOverlay(page: DrivenPage, layout: Layout): Promise<void> {
  const around = layout === "current" ? "#interop-outlet >>> " : "";
  const isOpen = (): boolean => {
    const root = document.querySelector("#interop-outlet")?.shadowRoot ?? document;
    return root.querySelector('#msg-overlay button[aria-expanded="true"]') !== null;
  };
  // Who presses while the page is still being put together, and sees nothing happen, presses again.
  for (let tries = 0; tries < 5 && !(await page.evaluate(isOpen)); tries += 1) {
    await page.click(`${around}#msg-overlay button[aria-expanded]`);
    await pause(500);
  }
  await page.waitFor("the conversations in the small window", () => {
    const root = document.querySelector("#interop-outlet")?.shadowRoot ?? document;
    return root.querySelector("#msg-overlay li h3") !== null;
  });
}

inEachBrowser("the surfaces of the site", { network: invented }, (world) => {
  for (const [name, path, layouts] of SURFACES) {
    for (const layout of layouts) {
      world.test(
        `${name} in the ${layout} layout has one badge for each person it is about`,
        async () => {
          const page = await openIn(world, path(), layout);
          const expected = expectedNames(
            await told(page, path(), layout, await rowsDrawn(page)),
            invented,
          );
          expect(expected.length).toBeGreaterThan(0);
          expect(await settled(page, expected)).toEqual(expected);
          await expectTruth(world, page);
          await expectTidy(page);
          await takePictures(world, page, `${name}-${layout}`);
        },
      );
    }
  }

  world.test("messaging has badges in its list and over the open conversation", async () => {
    const first = await openIn(world, "/feed/", "older");
    const { id } = await pairOf(first);
    const path = `/messaging/thread/${id}/`;
    const page = await openIn(world, path, "older");
    const expected = expectedNames(await told(page, path, "older"), invented);
    expect(expected.length).toBeGreaterThan(3);
    expect(await settled(page, expected)).toEqual(expected);
    await expectTruth(world, page);
    await expectTidy(page);
    await takePictures(world, page, "messaging-older");
  });

  world.test("messaging in the frame of a current page has the same badges", async () => {
    const page = await openIn(world, "/mynetwork/grow/", "current");
    const { id } = await pairOf(page);
    const path = `/messaging/thread/${id}/`;
    const around = expectedNames(await told(page, "/mynetwork/grow/", "current"), invented);
    expect(await settled(page, around)).toEqual(around);
    await page.evaluate((href) => {
      const link = document.createElement("a");
      link.href = href;
      document.body.append(link);
      link.click();
      link.remove();
    }, path);
    const expected = expectedNames(await told(page, path, "older"), invented);
    expect(await settled(page, expected)).toEqual(expected);
    await expectTruth(world, page);
    await takePictures(world, page, "messaging-in-the-frame");
  });

  for (const layout of LAYOUTS) {
    world.test(`the messages over a ${layout} page have badges in list and window`, async () => {
      const path = "/mynetwork/invitation-manager/sent/";
      const page = await openIn(world, path, layout);
      await openOverlay(page, layout);
      const list = await told(page, "/messaging/", "older");
      if (list.surface !== "messaging") throw new Error("no list of conversations");
      const rows = namedRows(list.conversations, invented).map((person) => person.name);
      const body = expectedNames(await told(page, path, layout, await rowsDrawn(page)), invented);
      const before = [...rows, ...body].toSorted();
      expect(await settled(page, before)).toEqual(before);
      const pair = await pairOf(page);
      await page.evaluate((title) => {
        const root = document.querySelector("#interop-outlet")?.shadowRoot ?? document;
        const rowsOfList = [...root.querySelectorAll("#msg-overlay li")];
        const row = rowsOfList.find((one) => one.querySelector("h3")?.textContent === title);
        row?.querySelector<HTMLElement>("[tabindex='0']")?.click();
      }, pair.name);
      const after = [...before, pair.name].toSorted();
      expect(await settled(page, after)).toEqual(after);
      await expectTruth(world, page);
      await expectTidy(page);
      await takePictures(world, page, `overlay-${layout}`);
    });

    world.test(
      `the card a ${layout} page shows on hover has a badge, and none stays behind`,
      async () => {
        const page = await openIn(world, "/feed/", layout);
        const before = expectedNames(await told(page, "/feed/", layout), invented);
        expect(await settled(page, before)).toEqual(before);
        await page.evaluate(() => {
          document
            .querySelector(
              '[aria-haspopup="dialog"] a[href*="/in/"], main a[href*="/in/"]:has(span[dir])',
            )
            ?.scrollIntoView({ block: "center" });
        });
        await pause(800);
        const count = (await badgeNames(page)).length;
        const hovered = await page.evaluate(() => {
          const link = document.querySelector(
            '[aria-haspopup="dialog"] a[href*="/in/"], main a[href*="/in/"]:has(span[dir])',
          );
          link?.dispatchEvent(new MouseEvent("mouseover", { bubbles: true }));
          return link !== null;
        });
        expect(hovered).toBe(true);
        await page.waitFor(
          "the card",
          () =>
            document.querySelector("[data-floating-ui-portal] a, #artdeco-hoverable-outlet a") !==
            null,
        );
        await pause(1200);
        expect(await badgeNames(page)).toHaveLength(count + 1);
        await expectTruth(world, page);
        await takePictures(world, page, `hover-card-${layout}`);
      },
    );

    world.test(
      `people beside the ${layout} page get badges on request, in the open tab`,
      async () => {
        const [, address] = SURFACES[0]!;
        const page = await openIn(world, address(), layout);
        const alone = expectedNames(await told(page, address(), layout), invented);
        expect(alone).toHaveLength(1);
        expect(await settled(page, alone)).toEqual(alone);
        const choose = (wanted: boolean) => chooseSettings(world.browser, { showRails: wanted });
        await choose(true);
        await pause(1500);
        expect((await badgeNames(page)).length).toBeGreaterThan(4);
        await expectTruth(world, page);
        await takePictures(world, page, `rails-${layout}`);
        await choose(false);
        expect(await settled(page, alone)).toEqual(alone);
      },
    );
  }

  world.test("a page that takes badges away is left alone after a few tries", async () => {
    const page = await openIn(world, "/mynetwork/invite-connect/connections/", "current");
    const expected = expectedNames(
      await told(page, "/mynetwork/invite-connect/connections/", "current"),
      invented,
    );
    expect(await settled(page, expected)).toEqual(expected);
    await page.evaluate(() => {
      const fighter = window as unknown as { taken: number };
      fighter.taken = 0;
      const take = (): void => {
        for (const span of document.querySelectorAll('[role="listitem"] span'))
          if (span.attributes.length === 0 && span.childNodes.length === 0) {
            span.remove();
            fighter.taken += 1;
          }
      };
      new MutationObserver(take).observe(document.body, { childList: true, subtree: true });
      take();
    });
    await pause(4000);
    const taken = () => page.evaluate(() => (window as unknown as { taken: number }).taken);
    const after = await taken();
    expect(after).toBeGreaterThanOrEqual(expected.length);
    // A badge in a link is two elements: its words for screen readers stand behind the link.
    expect(after).toBeLessThanOrEqual(expected.length * 2 * 5);
    await pause(1500);
    expect(await taken()).toBe(after);
    expect(await badgeNames(page)).toEqual([]);
    expect(await world.browser.problems()).toEqual([]);
  });

  world.test("right-to-left pages have their badges after the names", async () => {
    for (const layout of LAYOUTS) {
      const page = await openIn(world, "/search/results/people/?keywords=", layout, "&lang=ar");
      await page.waitFor(
        "rows",
        () => document.querySelectorAll('main a[href*="/in/"]').length > 5,
      );
      await pause(2500);
      expect((await badgeNames(page)).length).toBeGreaterThan(8);
      await expectTruth(world, page);
      await expectTidy(page);
      await takePictures(world, page, `right-to-left-${layout}`);
    }
  });
});
