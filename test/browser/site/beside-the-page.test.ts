/**
 * The panel beside the page, Chromium's and Firefox's own, opened as a user opens it: it follows the tab in front. For somebody the user does not know, it says
 * who could introduce them; on a company's page, whom the user knows there.
 */
import { expect } from "vitest";
import type { Browser } from "webextension-polyfill";
import type { DrivenPage } from "../../../practice/browser/browser-driver.ts";
import { eventually } from "../../../practice/browser/within.ts";
import { network } from "../../../practice/network/network.ts";
import type { PersonCard, PersonDetails } from "../../../src/domain/directory/person-card.ts";
import type { TabTopic } from "../../../src/protocol/views.ts";
import { inEachBrowser, type World } from "../support/in-each-browser.ts";
import { ask, popup } from "../support/popup-tasks.ts";

declare const chrome: Browser;

const PATIENCE_MS = 30_000;
const invented = network({ seed: 7, people: 60, years: 5, now: Date.now() });

/** What the panel shows: the card that is open, those it names, and the people of a company. */
interface Shown {
  readonly card: string | undefined;
  readonly introducers: readonly { readonly name: string; readonly last: string }[];
  readonly company: string | undefined;
  readonly people: readonly string[];
}

/** A page of ours in a tab, with the panel open beside it. */
async function withPanel(world: World): Promise<DrivenPage> {
  const page = await popup(world);
  if ((await shown(page)) !== undefined) return page;
  await page.bringToFront();
  await page.click("[name=menu]");
  await page.click("[name=beside]");
  await eventually(PATIENCE_MS, "the panel", () => shown(page));
  return page;
}

/** What stands in the panel; `undefined` while there is none. The panel is no tab, but our other pages may look into it. */
const shown = (page: DrivenPage): Promise<Shown | undefined> =>
  page.evaluate(() => {
    const tabs = chrome.extension.getViews({ type: "tab" });
    const panel = chrome.extension
      .getViews()
      .find((one) => one.location.pathname.includes("/popup/") && !tabs.includes(one));
    if (panel === undefined) return undefined;
    const all = (selector: string): readonly Element[] => [
      ...panel.document.querySelectorAll(selector),
    ];
    return {
      card: all("dialog:has(.person-choices) h2")[0]?.textContent ?? undefined,
      introducers: all("dialog .introducers li").map((row) => ({
        name: row.querySelector("bdi")?.textContent ?? "",
        last: row.querySelector("p")?.textContent ?? "",
      })),
      company: all("#company-heading")[0]?.textContent ?? undefined,
      people: all(".company .person-name").map((one) => one.textContent ?? ""),
    };
  });

/** Presses a button in the panel. */
const pressInPanel = (page: DrivenPage, selector: string): Promise<void> =>
  page.evaluate((wanted) => {
    const tabs = chrome.extension.getViews({ type: "tab" });
    for (const view of chrome.extension.getViews())
      if (!tabs.includes(view)) view.document.querySelector<HTMLElement>(wanted)?.click();
  }, selector);

const cardOf = (page: DrivenPage, id: string): Promise<PersonCard> =>
  ask(page, "personCard", { id, atMost: 1 }) as Promise<PersonCard>;

/** What the tab in front is about. */
async function topic(page: DrivenPage): Promise<TabTopic> {
  const tabId = await page.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
    return tab?.id;
  });
  return (await ask(page, "topic", { tabId: tabId ?? -1 })) as TabTopic;
}

/** Visits profiles of people the user does not know until two people could introduce the two. */
async function introduced(world: World, page: DrivenPage) {
  // A page of one's own feed says who is signed in; a profile alone is no proof, and what it shows waits.
  const feed = await world.browser.open("https://www.linkedin.com/feed/");
  await eventually(
    PATIENCE_MS,
    "badges in the feed",
    async () => (await feed.shadowTexts()).roots.length,
  );
  for (const { slug, degree, interactions } of invented.people) {
    if (degree !== 2 || interactions.length > 0) continue;
    const site = await world.browser.open(
      `https://www.linkedin.com/in/${encodeURIComponent(slug)}/`,
    );
    const id = await eventually(PATIENCE_MS, `${slug} to be known`, async () => {
      const about = await topic(page);
      return about.what === "person" ? about.id : undefined;
    });
    const card = await cardOf(page, id);
    const panel = await eventually(PATIENCE_MS, `the card of ${card.name}`, async () => {
      const now = await shown(page);
      return now?.card === card.name ? now : undefined;
    });
    const words = await site.evaluate(() => document.body.textContent ?? "");
    const { introducers } = (await ask(page, "personDetails", { id })) as PersonDetails;
    if (introducers.length > 1) return { panel, introducers, words };
    await site.close();
  }
  throw new Error("nobody could introduce the user to anybody");
}

inEachBrowser("the panel beside the page", { network: invented }, (world) => {
  world.test("says who could introduce the user, the closest tie first", async () => {
    const page = await withPanel(world);
    const { panel, introducers, words } = await introduced(world, page);
    const cards = await Promise.all(introducers.map(({ id }) => cardOf(page, id)));
    for (const { name, tie } of cards) {
      expect(words).toContain(name);
      expect(tie.twoWay).toBe(true);
    }
    const strengths = cards.map(({ tie }) => tie.strength);
    expect(strengths).toEqual(strengths.toSorted((a, b) => b - a));
    const names = cards.map(({ name }) => name);
    expect(panel.introducers.map(({ name }) => name)).toEqual(names);
    for (const { last } of panel.introducers) expect(last).toMatch(/ ago|today|yesterday/);
    await pressInPanel(page, "dialog .introducers button");
    await eventually(
      PATIENCE_MS,
      "the card of the one who introduces",
      async () => (await shown(page))?.card === names[0],
    );
  });

  world.test("lists whom the user knows at a company, the warmest tie first", async () => {
    const page = await withPanel(world);
    const known = invented.people.filter(({ degree }) => degree === 1);
    const at = (company: string | undefined) => known.filter((one) => one.company === company);
    const [busiest] = known.toSorted((a, b) => at(b.company).length - at(a.company).length);
    const company = busiest?.company ?? "";
    const slug = company.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-");
    const site = await world.browser.open(`https://www.linkedin.com/company/${slug}/people/`);
    // As the site writes it there.
    const heading = await site.waitFor("a name", () => document.querySelector("h1")?.textContent);
    const panel = await eventually(PATIENCE_MS, `the people of ${company}`, async () => {
      const now = await shown(page);
      return (now?.people.length ?? 0) > 0 ? now : undefined;
    });
    expect(panel.company).toContain(heading);
    expect(panel.people.length).toBeGreaterThan(1);
    const names = at(company).map(({ name }) => name);
    for (const name of panel.people) expect(names).toContain(name);
    const table = { text: "", conditions: [], by: "name", descending: false, start: 0 };
    const { rows } = (await ask(page, "peopleTable", { ...table, atMost: 100 })) as {
      readonly rows: readonly { readonly id: string; readonly name: string }[];
    };
    const ids = panel.people.map((name) => rows.find((row) => row.name === name)?.id ?? "");
    const ties = await Promise.all(ids.map(async (id) => (await cardOf(page, id)).tie.strength));
    expect(ties).toEqual(ties.toSorted((a, b) => b - a));
  });
});
