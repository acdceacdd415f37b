/**
 * Moments are the same in whatever language the site speaks, and wherever on earth its pages are looked at.
 */
import { expect } from "vitest";
import { network } from "../../../practice/network/network.ts";
import { nameOnBadge } from "./badge-truth.ts";
import { everyLook } from "../../effort.ts";
import { signIn } from "../support/acts.ts";
import { shortConversations } from "../support/conversations.ts";
import { inEachBrowser } from "../support/in-each-browser.ts";
import { kept, keptAtLast } from "../support/kept.ts";
import { exportedHistory, inOrder, observedIn } from "../support/observed.ts";

const SITE = "https://www.linkedin.com";
const DAY_MS = 86_400_000;
const invented = network({ seed: 7, people: 240, years: 5, now: Date.now() });

/**
 * Every language the practice site speaks, half of them on either side of Greenwich, each half in one browser. `npm run test:long` has both
 * halves in both.
 */
const ZONES = [
  {
    browser: "chromium",
    timeZone: "America/Los_Angeles",
    languages: ["en", "de", "nl", "pl", "tr", "fr", "es"],
  },
  {
    browser: "firefox",
    timeZone: "Pacific/Auckland",
    languages: ["pt", "it", "ja", "zh", "ar", "iw", "en"],
  },
] as const;

for (const { browser, timeZone, languages } of ZONES) {
  inEachBrowser(
    `by the clocks of ${timeZone}`,
    { network: invented, history: false, browser: { timeZone } },
    (world) => {
      world.test("messages are remembered to the millisecond in every language", async () => {
        const conversations = shortConversations(invented).slice(0, languages.length);
        expect(conversations).toHaveLength(languages.length);
        await signIn(world);
        for (const [place, language] of languages.entries()) {
          const { ref, facts } = conversations[place]!;
          const { held } = await kept(world.browser);
          const page = await world.browser.open(
            `${SITE}/messaging/thread/${ref}/?lang=${language}`,
          );
          await keptAtLast(
            world.browser,
            `the messages of the thread in ${language}`,
            // The list beside it may have told the day of the last one before: that is settled now.
            (now) => now.waiting === 0 && now.held >= held + facts.length - 1,
          );
          await page.close();
        }
        const found = observedIn(await exportedHistory(world.browser), invented);
        // What the list of conversations beside it tells names no conversation.
        const inThreads = found.filter(({ kind, ref }) => kind === "message" && ref !== undefined);
        expect(inOrder(inThreads)).toEqual(inOrder(conversations.flatMap(({ facts }) => facts)));
      });

      world.test(
        "messages whose ids say nothing are remembered by the day above them",
        async () => {
          const conversations = shortConversations(invented).slice(
            languages.length,
            2 * languages.length,
          );
          expect(conversations).toHaveLength(languages.length);
          await signIn(world);
          const now = Date.now();
          for (const [place, language] of languages.entries()) {
            const { ref, facts } = conversations[place]!;
            const { held } = await kept(world.browser);
            const page = await world.browser.open(
              `${SITE}/messaging/thread/${ref}/?ids=opaque&lang=${language}`,
            );
            const days = await page.evaluate(
              (moments) =>
                moments.map((at) => ({
                  from: new Date(at).setHours(0, 0, 0, 0),
                  to: new Date(at).setHours(24, 0, 0, 0) - 1,
                })),
              facts.map(({ from }) => from),
            );
            // What was sent today may still fail, and everything of one day and direction is one fact.
            const told = new Set(
              inOrder(
                facts
                  .map(({ who, kind, direction }, index) => ({
                    who,
                    kind,
                    direction,
                    ...days[index]!,
                  }))
                  .filter(({ direction, to }) => direction === "in" || to < now),
              ),
            );
            await keptAtLast(
              world.browser,
              `the days of the thread in ${language}`,
              (state) => state.waiting === 0 && state.held >= held + told.size,
            );
            await page.close();
            const found = observedIn(await exportedHistory(world.browser), invented).filter(
              ({ who, kind }) => kind === "message" && who === facts[0]?.who,
            );
            expect(inOrder(found), language).toEqual([...told].sort());
          }
        },
      );

      world.test("the day of a connection is the archive's, in every language", async () => {
        for (const language of languages) {
          const page = await world.browser.open(
            `${SITE}/mynetwork/invite-connect/connections/?layout=current&lang=${language}`,
          );
          await page.waitFor(
            "connections",
            () => document.querySelectorAll('main a[href*="/in/"]').length > 5,
          );
          for (let isRead = false; !isRead;) {
            const { roots } = await page.shadowTexts();
            isRead = roots.some((root) => nameOnBadge(root) !== undefined);
          }
          await keptAtLast(
            world.browser,
            "what was read to arrive",
            ({ waiting }) => waiting === 0,
          );
          await page.close();
        }
        const found = observedIn(await exportedHistory(world.browser), invented).filter(
          ({ kind }) => kind === "connected",
        );
        expect(found.length).toBeGreaterThan(5);
        const truth = found.map(({ who }) => {
          const at = invented.people.find(({ slug }) => slug === who)?.connectedAt ?? Number.NaN;
          const from = Math.floor(at / DAY_MS) * DAY_MS;
          return {
            who,
            kind: "connected",
            direction: "both",
            from,
            to: from + DAY_MS - 1,
          } as const;
        });
        expect(inOrder(found)).toEqual(inOrder(truth));
      });
    },
    everyLook ? ["chromium", "firefox"] : [browser],
  );
}
