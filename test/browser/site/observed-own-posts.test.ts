/**
 * What others do with the user's own posts: reactions, from the lists the user opens; comments and mentions, as they stand there.
 */
import { expect } from "vitest";
import type { DrivenPage } from "../../../practice/browser/browser-driver.ts";
import { network } from "../../../practice/network/network.ts";
import { inEachBrowser, type World } from "../support/in-each-browser.ts";
import { kept, keptAtLast, signedInAtLast } from "../support/kept.ts";
import { exportedHistory, observedIn, type Observed } from "../support/observed.ts";

const SITE = "https://www.linkedin.com";
/** Longer than it takes to read what was opened. On a machine that is slower still nothing fails, for nothing is to be found there. */
const READ_MS = 500;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const invented = network({ seed: 7, people: 240, years: 5, now: Date.now() });

const postAddress = (post: string, layout: string): string =>
  `${SITE}/feed/update/urn:li:activity:${post}/?layout=${layout}`;

/** What others did under a post of the viewer's, once for each of them and each thing they did. */
function done(post: string, kind: "reaction" | "comment"): readonly string[] {
  const all = invented.people.flatMap(({ slug, interactions }) =>
    interactions.flatMap((one) =>
      one.postId === post && one.kind === kind && one.direction === "in"
        ? [kind === "comment" ? `${slug} ${one.commentId}` : slug]
        : [],
    ),
  );
  return [...new Set(all)].sort();
}

/** Own posts that several people reacted to, one for each layout. */
const reactedTo = invented.viewer.posts
  .map(({ id }) => id)
  .filter((id) => done(id, "reaction").length > 1 && done(id, "comment").length > 0);

/** Opens the list of reactors at a number of reactions, and waits until somebody is in it. */
async function openList(page: DrivenPage, at: "post" | "comment"): Promise<void> {
  const count = await page.waitFor(
    `the number of reactions of a ${at}`,
    (where) => {
      const inComment = '[data-id^="urn:li:comment:"], [componentkey^="replaceableComment_"]';
      const posts = '[data-reaction-details], main a[href*="/feed/update/"]';
      const comments = `[data-id^="urn:li:comment:"] [data-reaction-details],
        [componentkey^="replaceableComment_"] button:last-of-type:not([aria-label])`;
      const found = [...document.querySelectorAll(where === "post" ? posts : comments)].find(
        (one) => where === "comment" || one.closest(inComment) === null,
      );
      if (found === undefined) return undefined;
      found.id = `practice-count-${where}`;
      return `#${found.id}`;
    },
    at,
  );
  await page.bringToFront();
  await page.click(count);
  await page.waitFor(
    `the list of who reacted to the ${at}`,
    () =>
      document.querySelector(
        '[data-sdui-screen$="ReactorsList"] a, .social-details-reactors-modal li a',
      ) !== null,
  );
}

async function closeList(page: DrivenPage): Promise<void> {
  await page.click("[role=dialog] .artdeco-modal__dismiss, dialog header button");
  await page.waitFor(
    "the list to be closed",
    () => document.querySelector("[role=dialog], dialog") === null,
  );
}

const reactionsIn = (facts: readonly Observed[]): readonly Observed[] =>
  facts.filter(({ kind, direction }) => kind === "reaction" && direction === "in");

async function remembered(world: World): Promise<readonly Observed[]> {
  // It begins with the first thing that is observed.
  if ((await kept(world.browser)).histories === 0) return [];
  return observedIn(await exportedHistory(world.browser), invented);
}

inEachBrowser("the user's own posts", { network: invented, history: false }, (world) => {
  for (const [place, layout] of (["current", "older"] as const).entries()) {
    world.test(
      `in the ${layout} layout: who reacted is remembered from the post's own list, once, and from no other`,
      async () => {
        const own = reactedTo[place] ?? "";
        const other = invented.people.find(({ posts }) => posts.length > place)?.posts[place];
        const me = await world.browser.open(`${SITE}/in/me/`);
        await signedInAtLast(world.browser, invented.viewer.slug);
        await me.close();
        const before = reactionsIn(await remembered(world)).length;

        const theirs = await world.browser.open(postAddress(other?.id ?? "", layout));
        await openList(theirs, "post");
        await pause(READ_MS);
        await theirs.close();

        const page = await world.browser.open(postAddress(own, layout));
        const comments = await page.waitFor(
          "comments",
          () =>
            document.querySelectorAll(
              '[data-id^="urn:li:comment:"] [data-reaction-details], [componentkey^="replaceableComment_"] button:last-of-type:not([aria-label])',
            ).length,
        );
        expect(comments).toBeGreaterThan(0);
        await openList(page, "comment");
        await pause(READ_MS);
        await closeList(page);
        const opened = Date.now();
        const expected = done(own, "reaction");
        expect(expected.length).toBeGreaterThan(1);
        await openList(page, "post");
        const facts = await observedAtLast(world, page, before + expected.length);
        const looked = Date.now();
        const found = reactionsIn(facts).filter(({ ref }) => ref === `activity:${own}`);
        expect(found.map(({ who }) => who).sort()).toEqual(expected);
        expect(reactionsIn(facts).length).toBe(before + expected.length);
        for (const { from, to } of found) {
          expect(from).toBe(Number(BigInt(own) >> 22n));
          expect(to).toBeGreaterThanOrEqual(opened);
          expect(to).toBeLessThanOrEqual(looked);
        }
        expect(
          facts
            .filter(({ kind, direction }) => kind === "comment" && direction === "in")
            .map(({ who, ref }) => `${who} ${ref}`),
        ).toEqual(expect.arrayContaining([...done(own, "comment")]));
        await page.close();

        const again = await world.browser.open(postAddress(own, layout));
        await openList(again, "post");
        await pause(READ_MS);
        await keptAtLast(world.browser, "what was read to arrive", ({ waiting }) => waiting === 0);
        const later = await exportedHistory(world.browser);
        expect(reactionsIn(observedIn(later, invented))).toEqual(reactionsIn(facts));
        const stored = later.people.flatMap(({ interactions }) =>
          interactions.filter(({ kind, ref }) => kind === "reaction" && ref === `activity:${own}`),
        );
        expect(stored).toHaveLength(expected.length);
      },
    );
  }
});

/** Looks at the page, then at what is remembered, until so many reactions of others are. */
async function observedAtLast(
  world: World,
  page: DrivenPage,
  wanted: number,
): Promise<readonly Observed[]> {
  const end = Date.now() + 60_000;
  while (Date.now() < end) {
    // In a tab behind another one nothing is read.
    await page.bringToFront();
    await page.evaluate(() =>
      new Promise((resolve) => requestAnimationFrame(resolve)).then(() => 1),
    );
    const facts = await remembered(world);
    if (reactionsIn(facts).length >= wanted) return facts;
  }
  throw new Error(`waited a minute for ${wanted} reactions`);
}
