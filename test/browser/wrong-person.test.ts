/**
 * The worst fault this program can have: a badge beside the wrong person. Looked for at every animation frame of many journeys from
 * profile to profile, with addresses, headings and bodies arriving at random moments.
 */
import { expect } from "vitest";
import { network } from "../../practice/network/network.ts";
import { random } from "../../practice/network/random.ts";
import { nameOnBadge, liesIn } from "./badge-truth.ts";
import { inEachBrowser } from "./support/in-each-browser.ts";

const NAVIGATIONS = 200;
/** In one recording; after the last of them everything may still arrive that is late. */
const STEPS = 20;
const NOW = Date.UTC(2026, 4, 20, 9);

inEachBrowser(
  "going from profile to profile",
  { network: network({ seed: 11, people: 120, years: 6, now: NOW }) },
  (world) => {
    for (const layout of ["current", "older"] as const) {
      world.test(
        `${NAVIGATIONS / 2} times in the ${layout} layout shows nobody else's badge at any frame`,
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
          for (let leg = 0; leg < NAVIGATIONS / 2 / STEPS; leg += 1) {
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
          expect(named).toBeGreaterThan(NAVIGATIONS / 10);
          expect(frames).toBeGreaterThan(NAVIGATIONS);
          expect(
            await page.evaluate(
              () => (window as unknown as { practiceAlarms?: string[] }).practiceAlarms,
            ),
          ).toEqual([]);
          await page.close();
        },
      );
    }
  },
);
