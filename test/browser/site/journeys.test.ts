/**
 * Random journeys over all surfaces: lists that use their rows again while they are scrolled, pages of results, in-app links, steps back
 * and forward, pages shown in the site's frame. Looked at in every animation frame for a badge beside the wrong person, and for two.
 */
import { expect } from "vitest";
import { network } from "../../../practice/network/network.ts";
import { random } from "../../../practice/network/random.ts";
import { doubles, liesIn, nameOnBadge } from "./badge-truth.ts";
import { inEachBrowser } from "../support/in-each-browser.ts";
import { chosenSeed, journeyStates } from "../../effort.ts";

const NOW = Date.UTC(2026, 4, 20, 9);
/** Steps of a journey between two looks at what was recorded. */
const STEPS = 14;
/** Different page states that have to be seen in each layout. */
const LEAST_STATES = journeyStates;
/** A busy machine shows fewer states in a leg; after so many legs something else is wrong. */
const MOST_LEGS = 40;

const invented = network({ seed: 11, people: 200, years: 6, now: NOW });

/** Addresses of every surface, several of each that has many. */
function addresses(): readonly string[] {
  const some = invented.people.filter((_, index) => index % 20 === 3);
  const conversations = invented.people
    .flatMap(({ interactions }) => interactions.find(({ kind }) => kind === "message") ?? [])
    .flatMap(({ conversationId }) => conversationId ?? [])
    .slice(0, 4);
  return [
    ...some.map(({ slug }) => `/in/${encodeURIComponent(slug)}/`),
    ...[1, 2, 3, 4].map((page) => `/search/results/people/?keywords=&page=${page}`),
    "/mynetwork/invite-connect/connections/",
    "/mynetwork/network-manager/people-follow/followers/",
    "/mynetwork/network-manager/people-follow/following/",
    "/mynetwork/invitation-manager/received/",
    "/mynetwork/invitation-manager/sent/",
    "/feed/",
    ...some
      .slice(0, 3)
      .flatMap(({ posts: [post] }) => (post ? [`/feed/update/urn:li:activity:${post.id}/`] : [])),
    ...conversations.map((id) => `/messaging/thread/${id}/`),
    `/company/${(some[0]?.company ?? "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-")}/people/`,
  ];
}

/** Runs in the page: one step of a journey. */
async function step(choice: number, where: number, path: string, waitMs: number): Promise<void> {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const inner = document.querySelector<HTMLIFrameElement>("iframe[src='/preload/']");
  const shown = inner?.checkVisibility({ opacityProperty: true }) ? inner.contentDocument : null;
  if (choice < 0.48) {
    const lists = [...(shown ?? document).querySelectorAll("section div")].filter(
      ({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + 200 && clientHeight > 200,
    );
    for (let turn = 0; turn < 12; turn += 1) {
      (lists[0] ?? window).scrollBy({ top: (where - 0.3) * 700, behavior: "instant" });
      await frame();
      await frame();
    }
  } else if (choice < 0.54) {
    const pages = [
      ...(shown ?? document).querySelectorAll<HTMLElement>('button[aria-label^="Page"]'),
    ];
    pages[Math.floor(where * pages.length)]?.click();
  } else if (choice < 0.62) {
    // Not out of the document: back only over what a link of this journey led to.
    const journey = window as unknown as { depth?: number };
    if ((journey.depth ?? 0) > 0) {
      journey.depth = (journey.depth ?? 0) - 1;
      history.back();
    }
  } else if (choice < 0.67) history.forward();
  else if (choice < 0.74) {
    const links = document.querySelectorAll<HTMLAnchorElement>('main a[href*="/in/"]');
    links[Math.floor(where * links.length)]?.click();
  } else {
    const link = document.createElement("a");
    link.href = path;
    document.body.append(link);
    link.click();
    link.remove();
    const journey = window as unknown as { depth?: number };
    journey.depth = (journey.depth ?? 0) + 1;
  }
  await new Promise((resolve) => setTimeout(resolve, waitMs));
}

inEachBrowser("journeys over all surfaces", { network: invented }, (world) => {
  for (const layout of ["current", "older", "mixed"] as const) {
    world.test(
      `in the ${layout} layout show no wrong badge and none twice at any frame`,
      async () => {
        const { browser, practice } = world;
        const chance = random(layout.length + (chosenSeed ?? 40));
        const paths = addresses();
        const page = await browser.open(
          `https://www.linkedin.com/mynetwork/invite-connect/connections/?layout=${layout}&delay=0-60,0-250,0-400`,
        );
        await page.waitFor("the first rows", () => document.querySelector("main a") !== null);
        const states = new Set<string>();
        let named = 0;
        let frames = 0;
        for (let leg = 0; leg < MOST_LEGS && states.size < LEAST_STATES; leg += 1) {
          await page.startWatching();
          for (let turn = 0; turn < STEPS; turn += 1)
            await page.evaluate(
              step,
              chance.unit(),
              chance.unit(),
              chance.pick(paths),
              chance.whole(20, 300),
            );
          await new Promise((resolve) => setTimeout(resolve, 700));
          const recording = await page.stopWatching();
          frames += recording.frames;
          for (const sight of recording.seen) {
            states.add(
              JSON.stringify([
                sight.url,
                sight.headings,
                sight.roots.map(({ rect, label }) => [rect, label]),
              ]),
            );
            named += sight.roots.filter((root) => nameOnBadge(root) !== undefined).length;
          }
          expect(liesIn(recording, practice.networks[1])).toEqual([]);
          expect(recording.seen.flatMap(doubles)).toEqual([]);
        }
        console.log(
          `${browser.name}, ${layout}: ${states.size} states in ${frames} frames, ${named} badges seen`,
        );
        // A journey that saw few pages or few badges would prove nothing.
        expect(states.size).toBeGreaterThanOrEqual(LEAST_STATES);
        expect(named).toBeGreaterThan(LEAST_STATES);
        expect(
          await page.evaluate(
            () => (window as unknown as { practiceAlarms?: string[] }).practiceAlarms,
          ),
        ).toEqual([]);
        await page.close();
      },
    );
  }
});
