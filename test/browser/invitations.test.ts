/**
 * Invitations in both layouts of the site: such that wait, and what becomes of them while the user looks on.
 */
import { expect } from "vitest";
import type { DrivenPage } from "../../practice/browser/browser-driver.ts";
import { network } from "../../practice/network/network.ts";
import { inEachBrowser, type World } from "./support/in-each-browser.ts";
import { keptAtLast } from "./support/kept.ts";
import { exportedHistory, noticedIn, type Noticed } from "./support/noticed.ts";

const SITE = "https://www.linkedin.com/mynetwork/invitation-manager";
/** What is done and what is noticed of it lie this close together. */
const NEAR_MS = 3000;
const PATIENCE_MS = 60_000;
/** How much longer a page is looked at each time before the history is. */
const LOOK_MS = 500;

const invented = network({ seed: 7, people: 120, years: 5, now: Date.now() });

type Answer = "ignore" | "accept" | "withdraw";

/** Who is in a row that waits for an answer: two buttons in one received, one in one sent. */
const waitingRows = (page: DrivenPage, buttons: number): Promise<readonly string[]> =>
  page.waitFor(
    "rows that wait",
    (wanted) =>
      [...document.querySelectorAll('main li, main [role="listitem"]')].flatMap((row) => {
        const link = row.querySelector<HTMLAnchorElement>('a[href^="/in/"]');
        const slug = decodeURIComponent(link?.pathname.split("/")[2] ?? "");
        return row.querySelectorAll("button").length === wanted && slug !== "" ? [slug] : [];
      }),
    buttons,
  );

/** Presses a button in somebody's row, and waits until the row has none any more. */
async function answer(page: DrivenPage, slug: string, what: Answer): Promise<void> {
  await page.bringToFront();
  const button = await page.waitFor(
    `${slug}'s row`,
    (who, place) => {
      const row = [...document.querySelectorAll('main li, main [role="listitem"]')].find((one) => {
        const link = one.querySelector<HTMLAnchorElement>('a[href^="/in/"]');
        return decodeURIComponent(link?.pathname ?? "").split("/")[2] === who;
      });
      const found = row?.querySelectorAll("button")[place];
      if (!row || !found) return undefined;
      row.classList.add("practice-answered");
      found.id = `practice-answer-${place}`;
      return `.practice-answered #${found.id}`;
    },
    slug,
    what === "accept" ? 1 : 0,
  );
  await page.click(button);
  await page.waitFor(
    `${slug}'s row to be answered`,
    (chosen) => document.querySelector(chosen) === null,
    button,
  );
}

/** Looks at the page, then at what is noticed, longer each time, until that is as wished. */
async function noticedAtLast(
  world: World,
  page: DrivenPage,
  what: string,
  isReached: (facts: readonly Noticed[]) => boolean,
): Promise<readonly Noticed[]> {
  const end = Date.now() + PATIENCE_MS;
  for (let looks = 1; Date.now() < end; looks += 1) {
    // In a tab behind another one nothing is read.
    await page.bringToFront();
    await new Promise((resolve) => setTimeout(resolve, looks * LOOK_MS));
    const facts = noticedIn(await exportedHistory(world.browser), invented);
    if (isReached(facts)) return facts;
  }
  throw new Error(`waited ${PATIENCE_MS / 1000} s for ${what}`);
}

/** Opens a page of invitations, and waits until those that wait on it are noticed. */
async function whereAllAreNoticed(world: World, list: "received" | "sent") {
  const me = await world.browser.open("https://www.linkedin.com/in/me/");
  await keptAtLast(world.browser, "a history", ({ histories }) => histories === 1);
  await me.close();
  const page = await world.browser.open(`${SITE}/${list}/`);
  const isSent = list === "sent";
  const rows = await waitingRows(page, isSent ? 1 : 2);
  const isOne = ({ kind, direction }: Noticed) =>
    kind === "invitation" && direction === (isSent ? "out" : "in");
  const before = await noticedAtLast(world, page, "the invitations to be noticed", (facts) =>
    rows.every((slug) => facts.some((fact) => isOne(fact) && fact.who === slug)),
  );
  expect(rows.length).toBeGreaterThan(3);
  return { page, rows, before, isOne };
}

for (const layout of ["current", "older"] as const) {
  const options = { network: invented, history: false, practice: { layout } };
  inEachBrowser(`invitations in the ${layout} layout`, options, (world) => {
    world.test(
      "wait; one accepted connects, and of one ignored only that it waited is left",
      async () => {
        const { page, rows, before } = await whereAllAreNoticed(world, "received");
        const [ignored = "", accepted = ""] = rows;
        await answer(page, ignored, "ignore");
        await answer(page, accepted, "accept");
        const isConnected = ({ who, kind }: Noticed) => who === accepted && kind === "connected";
        const after = await noticedAtLast(world, page, "the connection", (facts) =>
          facts.some(isConnected),
        );
        const [refusal, truth, ...more] = world.practice.facts;
        expect(more).toEqual([]);
        expect(refusal).toMatchObject({ what: "ignored", people: [ignored] });
        expect(truth).toMatchObject({ what: "connected", people: [accepted] });
        const connected = after.filter(({ kind }) => kind === "connected");
        expect(connected.map(({ who, direction }) => [who, direction])).toEqual([
          [accepted, "both"],
        ]);
        expect(Math.abs((connected[0]?.from ?? 0) - (truth?.at ?? 0))).toBeLessThan(NEAR_MS);
        const ofIgnored = (facts: readonly Noticed[]) =>
          facts
            .filter(({ who }) => who === ignored)
            .map(({ kind, direction }) => [kind, direction]);
        expect(ofIgnored(before)).toEqual([["invitation", "in"]]);
        expect(ofIgnored(after)).toEqual([["invitation", "in"]]);
      },
    );

    world.test("withdrawn count no more", async () => {
      const { page, rows, before, isOne } = await whereAllAreNoticed(world, "sent");
      const [withdrawn = ""] = rows;
      const since = world.practice.facts.length;
      await answer(page, withdrawn, "withdraw");
      const after = await noticedAtLast(
        world,
        page,
        "the invitation to be taken back",
        (facts) => !facts.some((fact) => isOne(fact) && fact.who === withdrawn),
      );
      expect(world.practice.facts.slice(since)).toMatchObject([
        { what: "withdrawn", people: [withdrawn] },
      ]);
      const sentTo = (facts: readonly Noticed[]) =>
        facts
          .filter(isOne)
          .map(({ who }) => who)
          .sort();
      expect(sentTo(after)).toEqual(sentTo(before).filter((who) => who !== withdrawn));
    });
  });
}
