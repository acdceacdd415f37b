/**
 * Two members at once, each signed in in a container of Firefox: what each tab shows, observes and opens is of the member signed in there.
 */
import { expect } from "vitest";
import type { DrivenPage } from "../../../practice/browser/browser-driver.ts";
import { network, type Network } from "../../../practice/network/network.ts";
import { eventually } from "../../../practice/browser/within.ts";
import { nameOnBadge } from "../site/badge-truth.ts";
import { shortConversations } from "../support/conversations.ts";
import { inEachBrowser } from "../support/in-each-browser.ts";
import { keptAtLast, keptValue } from "../support/kept.ts";
import { exportedHistory, inOrder, observedIn } from "../support/observed.ts";
import { ask } from "../support/popup-tasks.ts";

const SITE = "https://www.linkedin.com";
const PATIENCE_MS = 30_000;
const NOW = Date.now();
const invented = network({ seed: 7, people: 60, years: 4, now: NOW });

/** One member with a conversation, in a place where nobody else is signed in. */
interface Member {
  readonly name: string;
  readonly network: Network;
  readonly talk: ReturnType<typeof talkBeside>;
  readonly open: (path: string) => Promise<DrivenPage>;
}

/** Whether anything passed between the member of this network and somebody. */
const isKnownIn = ({ people }: Network, who: string): boolean =>
  people.some(({ slug, interactions }) => slug === who && interactions.length > 0);

/** A conversation with somebody whom the other member does not know. */
const talkBeside = (of: Network, other: Network) =>
  shortConversations(of).find(({ facts }) => !isKnownIn(other, facts[0]?.who ?? ""))!;

interface Listed {
  readonly name: string;
  readonly owner: { readonly name?: string };
  readonly shown: boolean;
  readonly signedIn: boolean;
}

inEachBrowser(
  "two containers",
  { network: invented, history: false, strangers: false },
  (world) => {
    const listed = async (page: DrivenPage) => (await ask(page, "histories")) as readonly Listed[];

    world.test(
      "each member has a history, badges and a popup, at the same time and without a sign-out",
      async () => {
        const { browser, practice } = world;
        const inContainer = await browser.container();
        const home: Member = {
          name: practice.networks[1].viewer.name,
          network: practice.networks[1],
          talk: talkBeside(practice.networks[1], practice.networks[2]),
          open: (path) => browser.open(`${SITE}${path}`),
        };
        const work: Member = {
          name: practice.networks[2].viewer.name,
          network: practice.networks[2],
          talk: talkBeside(practice.networks[2], practice.networks[1]),
          open: (path) => inContainer(`${SITE}${path}?viewer=2`),
        };
        const own = await browser.openExtensionPage("src/welcome/index.html");
        const members = [home, work];

        // Both sign in, then both look at a conversation.
        for (const member of members) await member.open("/in/me/");
        await eventually(PATIENCE_MS, "both to be signed in", async () => {
          const kept = JSON.stringify(await keptValue(browser, "histories"));
          return members.every(({ network: { viewer } }) => kept.includes(`"slug:${viewer.slug}"`));
        });
        for (const [place, member] of members.entries()) {
          await member.open(`/messaging/thread/${member.talk.ref}/`);
          await keptAtLast(
            browser,
            `the conversation of ${member.name}`,
            ({ waiting, histories }) => waiting === 0 && histories > place,
          );
        }
        const both = await listed(own);
        expect(new Map(both.map(({ owner, signedIn }) => [owner.name, signedIn]))).toEqual(
          new Map(members.map(({ name }) => [name, true])),
        );
        for (const member of members) {
          const { name } = both.find(({ owner }) => owner.name === member.name)!;
          await ask(own, "showHistory", { name });
          const wanted = inOrder(member.talk.facts).join();
          await eventually(PATIENCE_MS, `the messages of ${member.name}`, async () => {
            const all = observedIn(await exportedHistory(browser), member.network);
            // The list of conversations says more, by name and day.
            const facts = all.filter(({ ref }) => ref !== undefined);
            return inOrder(facts).join() === wanted;
          });
        }

        // The one whom each talked to has a badge in their own tab alone, which opens the popup on their own history.
        for (const [member, other] of [
          [home, work],
          [work, home],
        ] as const) {
          const page = await member.open(`/in/${encodeURIComponent(member.talk.facts[0]!.who)}/`);
          const badge = await eventually(PATIENCE_MS, `the badge of ${member.name}`, async () =>
            (await page.shadowTexts()).roots.find((root) => nameOnBadge(root) !== undefined),
          );
          await page.clickIn(badge.rect);
          await eventually(PATIENCE_MS, "the popup on the person", async () =>
            (await browser.popupText())?.includes(nameOnBadge(badge) ?? ""),
          );
          expect((await listed(own)).find(({ shown }) => shown)?.owner.name).toBe(member.name);
          await browser.closePopup();

          const stranger = await other.open(
            `/in/${encodeURIComponent(member.talk.facts[0]!.who)}/`,
          );
          await stranger.waitFor("the person", () => document.querySelector("h1, h2") !== null);
          await new Promise((resolve) => setTimeout(resolve, 2000));
          const { roots } = await stranger.shadowTexts();
          expect(roots.filter((root) => nameOnBadge(root) !== undefined)).toEqual([]);
          await stranger.close();
        }

        // Nobody's page has changed who is signed in where.
        await browser.killBackground();
        expect((await listed(own)).map(({ signedIn }) => signedIn)).toEqual([true, true]);
      },
    );
  },
  ["firefox"],
);
