/**
 * The worst fault this program can have: a badge beside the wrong person. Looked for at every animation frame of many journeys from
 * profile to profile, with addresses, headings and bodies arriving at random moments.
 */
import { expect } from "vitest";
import { eventually } from "../../../practice/browser/within.ts";
import { network, type Network } from "../../../practice/network/network.ts";
import { random } from "../../../practice/network/random.ts";
import { isFull, nameOnBadge, liesIn } from "./badge-truth.ts";
import { navigations } from "../../effort.ts";
import { inEachBrowser } from "../support/in-each-browser.ts";

/** In one recording; after the last of them everything may still arrive that is late. */
const STEPS = 20;
const NOW = Date.UTC(2026, 4, 20, 9);

/** Two people with one name, of whom the user has written with the first only. */
function namesakes({ people }: Network) {
  for (const one of people) {
    const other = people.find(({ name, slug }) => name === one.name && slug !== one.slug);
    if (other?.interactions.length === 0 && one.interactions.length > 9)
      return [one, other] as const;
  }
  throw new Error("the network has no such two people");
}

inEachBrowser(
  "going from profile to profile",
  { network: network({ seed: 11, people: 120, years: 6, now: NOW }) },
  (world) => {
    for (const layout of ["current", "older"] as const) {
      world.test(
        `${navigations} times in the ${layout} layout shows nobody else's badge at any frame`,
        async () => {
          const { browser, practice } = world;
          const people = practice.networks[1].people;
          const chance = random(layout === "current" ? 3 : 4);
          const first = chance.pick(people);
          const delays = "0-120,0-400,0-700";
          const page = await browser.open(
            `https://www.linkedin.com/in/${encodeURIComponent(first.slug)}/?layout=${layout}&delay=${delays}`,
          );
          await page.waitFor("the first profile", () => document.querySelector("h1, h2") !== null);
          let named = 0;
          let frames = 0;
          for (let leg = 0; leg < navigations / STEPS; leg += 1) {
            await page.startWatching();
            for (let step = 0; step < STEPS; step += 1) {
              const choice = chance.unit();
              const pause = chance.whole(20, 900);
              await page.evaluate(
                async (which, wait) => {
                  const links = [
                    ...document.querySelectorAll<HTMLAnchorElement>('a[href*="/in/"]'),
                  ].filter(
                    (link) =>
                      new URL(link.href).pathname !== location.pathname &&
                      !/overlay|details|activity|edit/.test(link.pathname) &&
                      link.textContent.trim() !== "",
                  );
                  if (which < 0.12) history.back();
                  else if (which < 0.18) history.forward();
                  else links[Math.floor(((which - 0.18) / 0.82) * links.length)]?.click();
                  await new Promise((resolve) => setTimeout(resolve, wait));
                },
                choice,
                pause,
              );
            }
            await new Promise((resolve) => setTimeout(resolve, 1500));
            const recording = await page.stopWatching();
            frames += recording.frames;
            named += recording.seen.filter(({ roots }) =>
              roots.some((root) => nameOnBadge(root) !== undefined),
            ).length;
            expect(liesIn(recording, practice.networks[1])).toEqual([]);
          }
          // A test that never saw a badge would prove nothing.
          expect(named).toBeGreaterThan(navigations / 5);
          expect(frames).toBeGreaterThan(2 * navigations);
          expect(
            await page.evaluate(
              () => (window as unknown as { practiceAlarms?: string[] }).practiceAlarms,
            ),
          ).toEqual([]);
          await page.close();
        },
      );

      world.test(
        `from somebody to a namesake in the ${layout} layout shows either their own badge, and never the other's`,
        async () => {
          const [one, other] = namesakes(world.practice.networks[1]);
          const path = ({ slug }: typeof one): string => `/in/${encodeURIComponent(slug)}/`;
          const page = await world.browser.open(
            `https://www.linkedin.com${path(one)}?layout=${layout}&delay=0-60,0-300,0-600`,
          );
          const labels = async (): Promise<readonly string[]> =>
            (await page.shadowTexts()).roots
              .filter((root) => nameOnBadge(root) === one.name && isFull(root))
              .map(({ label }) => label);
          const first = await eventually(
            30_000,
            "the first badge",
            async () => (await labels())[0],
          );
          await page.startWatching();
          await page.evaluate((to) => {
            const link = document.createElement("a");
            link.href = to;
            document.body.append(link);
            link.click();
            link.remove();
          }, path(other));
          await eventually(30_000, "the namesake's own badge", async () =>
            (await labels()).some((label) => label !== first),
          );
          const { seen } = await page.stopWatching();
          const there = seen.filter(({ url }) => new URL(url).pathname === path(other));
          expect(
            there.flatMap(({ roots }) => roots.filter(({ label }) => label === first)),
          ).toEqual([]);
          await page.close();
        },
      );
    }
  },
);
