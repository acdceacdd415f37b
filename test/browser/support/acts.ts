/**
 * What the user does on the pages of a test, and what Tielight observed of it.
 */
import type { DrivenPage } from "../../../practice/browser/browser-driver.ts";
import type { Fact } from "../../../practice/site/world/world.ts";
import { nameOnBadge } from "../site/badge-truth.ts";
import type { World } from "./in-each-browser.ts";
import { kept, signedInAtLast } from "./kept.ts";
import { exportedHistory, inOrder, observedAtLast, observedIn } from "./observed.ts";

const SITE = "https://www.linkedin.com";
/** What is done and what is observed of it lie this close together (ms), on a busy machine. */
export const NEAR_MS = 5000;

/** A fact of {@link inOrder}, taken apart. */
export interface Seen {
  readonly who: string;
  readonly kind: string;
  readonly direction: string;
  readonly from: number;
  readonly to: number;
  readonly ref: string;
}

/** Takes facts apart. */
export const parsed = (facts: readonly string[]): readonly Seen[] =>
  facts.map((fact) => {
    const [who = "", kind = "", direction = "", from, to, ref = ""] = fact.split(" | ");
    return { who, kind, direction, from: Number(from), to: Number(to), ref };
  });

/** What pages said until now. A history begins with the first thing that is observed. */
export async function observedSoFar({ browser, practice }: World): Promise<readonly string[]> {
  const { histories } = await kept(browser);
  if (histories === 0) return [];
  return inOrder(observedIn(await exportedHistory(browser), practice.networks[1]));
}

/** Opens a page and waits until it was read: until there are badges beside the people on it. */
export async function opened(world: World, path: string): Promise<DrivenPage> {
  const page = await world.browser.open(`${SITE}${path}`);
  await page.waitFor("people", () => document.querySelector('main a[href*="/in/"]') !== null);
  for (const patience = Date.now() + 30_000; Date.now() < patience;) {
    const { roots } = await page.shadowTexts();
    if (roots.some((root) => nameOnBadge(root) !== undefined)) return page;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`no badge on ${path}`);
}

/** Makes it certain who is signed in. */
export async function signIn(world: World): Promise<void> {
  const me = await world.browser.open(`${SITE}/in/me/`);
  await signedInAtLast(world.browser, world.practice.networks[1].viewer.slug);
  await me.close();
}

/** What the site knows to have been done, once it does. */
export async function doneOnSite(
  { practice }: World,
  page: DrivenPage,
  act: () => Promise<unknown>,
): Promise<Fact> {
  const { length } = practice.facts;
  await page.bringToFront();
  await act();
  for (const patience = Date.now() + 30_000; Date.now() < patience;) {
    const [fact] = practice.facts.slice(length);
    if (fact !== undefined) return fact;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("the site knows of nothing that was done");
}

/** What is new since `before`, once that is something. */
export async function newlyThere(
  world: World,
  page: DrivenPage,
  before: readonly string[],
): Promise<readonly Seen[]> {
  const isNew = (fact: string): boolean => !before.includes(fact);
  const facts = await observedAtLast(world.browser, world.practice.networks[1], page, (all) =>
    all.some(isNew),
  );
  return parsed(facts.filter(isNew));
}

/** The first button of a post of somebody that nobody reacted with, marked for a click by the mouse. */
export const markReaction = (page: DrivenPage): Promise<string> =>
  page.waitFor("a post to react to", () => {
    const menus = [...document.querySelectorAll("button[aria-expanded][aria-label]")];
    for (const menu of menus) {
      const before = menu.previousElementSibling;
      const button = before?.localName === "button" ? before : before?.querySelector("button");
      const post = menu.closest('[role="listitem"], [data-urn]');
      const text = button?.textContent?.trim();
      if (
        !button ||
        !post ||
        !text ||
        menu.closest('[componentkey^="replaceableComment_"], article[data-id]')
      )
        continue;
      const isFree = button.hasAttribute("aria-pressed")
        ? button.getAttribute("aria-pressed") === "false"
        : !(button.getAttribute("aria-label") ?? text).includes(text);
      if (!isFree || post.querySelector('a[href*="/in/"]') === null) continue;
      button.id = button.id || "practice-chosen";
      return `#${button.id}`;
    }
    return undefined;
  });
