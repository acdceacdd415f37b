/**
 * The panel beside the page, Chromium's and Firefox's own, opened as a user opens it: it follows the tab in front. For somebody the user does not know, it says
 * who could introduce them; on a company's page, whom the user knows there.
 */
import { expect } from "vitest";
import type { Browser } from "webextension-polyfill";
import type { DrivenPage } from "../../../practice/browser/browser-driver.ts";
import { eventually } from "../../../practice/browser/within.ts";
import { network } from "../../../practice/network/network.ts";
import type { PersonCard } from "../../../src/domain/directory/person-card.ts";
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

/** Everybody of the history by name; a name that several people have is left out. */
async function idsByName(page: DrivenPage): Promise<ReadonlyMap<string, string>> {
  const asked = { text: "", conditions: [], by: "name", descending: false, start: 0, atMost: 100 };
  const { rows } = (await ask(page, "peopleTable", asked)) as {
    readonly rows: readonly { readonly id: string; readonly name: string }[];
  };
  const isOnly = (name: string) => rows.filter((row) => row.name === name).length === 1;
  return new Map(rows.flatMap(({ id, name }) => (isOnly(name) ? [[name, id]] : [])));
}

/** Visits profiles of people the user does not know, until one names two mutual connections whom the user talks with. */
async function introduced(world: World, page: DrivenPage) {
  // A page of one's own feed says who is signed in; a profile alone is no proof, and what it shows waits.
  const feed = await world.browser.open("https://www.linkedin.com/feed/");
  await eventually(
    PATIENCE_MS,
    "badges in the feed",
    async () => (await feed.shadowTexts()).roots.length,
  );
  const ids = await idsByName(page);
  for (const { slug, degree, interactions } of invented.people) {
    if (degree !== 2 || interactions.length > 0) continue;
    const site = await world.browser.open(
      `https://www.linkedin.com/in/${encodeURIComponent(slug)}/`,
    );
    const line = await site.waitFor("who is known in common", () =>
      document.body.innerText.split("\n").find((one) => /mutual connection|Experience/.test(one)),
    );
    const named = [...ids].flatMap(([name, id]) => (line.includes(name) ? [id] : []));
    const cards = await Promise.all(named.map((id) => cardOf(page, id)));
    if (cards.length === 2 && cards.every(({ tie }) => tie.twoWay)) return cards;
    await site.close();
  }
  throw new Error("nobody could introduce the user to anybody");
}

inEachBrowser("the panel beside the page", { network: invented }, (world) => {
  world.test("says who could introduce the user, the closest tie first", async () => {
    const page = await withPanel(world);
    const cards = await introduced(world, page);
    const names = cards
      .toSorted((one, other) => other.tie.strength - one.tie.strength)
      .map(({ name }) => name);
    const { introducers } = await eventually(PATIENCE_MS, `${names.join(", ")}`, async () => {
      const panel = await shown(page);
      return panel?.introducers.length === 2 ? panel : undefined;
    });
    expect(introducers.map(({ name }) => name)).toEqual(names);
    // Each with the last exchange.
    for (const { last } of introducers) expect(last).toMatch(/ ago|today|yesterday/);
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
    const ids = await idsByName(page);
    const shownIds = panel.people.map((name) => ids.get(name) ?? "");
    const ties = await Promise.all(
      shownIds.map(async (id) => (await cardOf(page, id)).tie.strength),
    );
    expect(ties).toEqual(ties.toSorted((a, b) => b - a));
  });
});
