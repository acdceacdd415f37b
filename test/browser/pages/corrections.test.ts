/**
 * The user has the last word: what was deleted stays deleted, and where nothing is to be recorded, nothing is.
 */
import { expect } from "vitest";
import type { DrivenPage } from "../../../practice/browser/browser-driver.ts";
import { network } from "../../../practice/network/network.ts";
import { settled } from "../../../src/domain/interactions/history.ts";
import { observedSoFar, signIn } from "../support/acts.ts";
import { inEachBrowser, type World } from "../support/in-each-browser.ts";
import { exportedHistory, observedAtLast } from "../support/observed.ts";
import { fromMenu, openCard, popup, press, search } from "../support/popup-tasks.ts";

const invented = network({ seed: 7, people: 120, years: 5, now: Date.now() });
/** Longer than reading, asking and writing take. */
const SETTLED_MS = 2000;

/** People with whom the user has a conversation of two, and its id. */
const friends = invented.people.flatMap(({ name, slug, interactions }) => {
  const ref = interactions.findLast(
    ({ conversationId, groupSize = 1 }) => conversationId !== undefined && groupSize < 2,
  )?.conversationId;
  return ref === undefined ? [] : [{ name, slug, ref }];
});

type Friend = (typeof friends)[number];

async function thread({ browser }: World, { ref }: Friend): Promise<DrivenPage> {
  const page = await browser.open(`https://www.linkedin.com/messaging/thread/${ref}/`);
  await page.waitFor("messages", () => {
    const roots = [
      document,
      ...[...document.querySelectorAll("iframe")].map((one) => one.contentDocument),
    ];
    return roots.some((root) => root?.querySelector("[data-event-urn]"));
  });
  return page;
}

/** Opens the conversation and leaves it, long after it would have been read. */
async function lookAt(world: World, friend: Friend): Promise<void> {
  const page = await thread(world, friend);
  await new Promise((resolve) => setTimeout(resolve, SETTLED_MS));
  await page.close();
}

const isOf =
  ({ slug }: Friend) =>
  (fact: string): boolean =>
    fact.startsWith(`${slug} | message`);

/** Opens the conversation until something of it was observed. */
async function untilObserved(world: World, friend: Friend): Promise<void> {
  const page = await thread(world, friend);
  await observedAtLast(world.browser, invented, page, (facts) => facts.some(isOf(friend)));
  await page.close();
}

async function card(world: World, { name }: Friend): Promise<DrivenPage> {
  const page = await popup(world);
  await search(page, name);
  await openCard(page, name);
  return page;
}

/** Chooses something in the settings and waits until that is kept. */
async function setting(
  world: World,
  choose: (page: DrivenPage) => Promise<unknown>,
): Promise<void> {
  const page = await popup(world);
  await press(page, "menu");
  await press(page, "Settings", ".popover");
  await choose(page);
  await page.close();
}

inEachBrowser("the last word", { network: invented }, (world) => {
  world.test("is the user's: on what is wrong, on whom and when to record", async () => {
    const [wrong, hour, today, open, silent, archive] = friends;
    if (!wrong || !hour || !today || !open || !silent || !archive)
      throw new Error("too few friends");
    await signIn(world);

    await untilObserved(world, wrong);
    const held = async () => {
      const { people } = await exportedHistory(world.browser);
      const person = people.find(({ aliases }) => aliases.includes(`slug:${wrong.slug}`));
      return settled(person?.interactions ?? [], person?.removed ?? []);
    };
    const before = await held();
    const page = await card(world, wrong);
    const row = await page.waitFor("the newest interaction", () => {
      const item = document.querySelector("dialog .card-list .day li");
      const time = item?.querySelector("time");
      return time && { text: item?.textContent ?? "", at: time.dateTime, moment: time.title };
    });
    expect(row.text).toContain("seen on a page");
    expect(row.at).toBe(new Date(before.at(-1)?.from ?? 0).toISOString());
    expect(row.moment).toMatch(/\d:\d\d/);
    await press(page, "Not true", "dialog .card-list .day li");
    await page.waitFor("a way back", () =>
      [...document.querySelectorAll("dialog button")].some((one) => one.textContent === "Undo"),
    );
    await page.close();
    const after = await held();
    expect(after).toEqual(before.filter((one) => one !== before.at(-1)));
    await lookAt(world, wrong);
    expect(await held()).toEqual(after);

    for (const [words, friend] of [
      ["For an hour", hour],
      ["Today", today],
      ["Until I say", open],
    ] as const) {
      await setting(world, async (settings) => {
        await press(settings, words, "dialog");
        await settings.waitFor("the pause", () => document.body.innerText.includes("Paused"));
      });
      await lookAt(world, friend);
      expect((await observedSoFar(world)).filter(isOf(friend)), words).toEqual([]);
      await setting(world, async (settings) => {
        await press(settings, "Go on", "dialog");
        await settings.waitFor("its end", () => !document.body.innerText.includes("Paused"));
      });
      await untilObserved(world, friend);
    }

    const quiet = await card(world, silent);
    await fromMenu(quiet, "Stop recording or delete…");
    await press(quiet, "Record nothing more", "dialog");
    await quiet.waitFor("it to be kept", () =>
      [...document.querySelectorAll("dialog button")].some(
        (one) => one.textContent === "Record again",
      ),
    );
    await quiet.close();
    await lookAt(world, silent);
    expect((await observedSoFar(world)).filter(isOf(silent))).toEqual([]);

    await setting(world, async (settings) => {
      await settings.click('dialog [name="mode"][value="archive"]');
      await settings.waitFor(
        "the choice",
        () => document.querySelector<HTMLInputElement>('[name="mode"][value="archive"]')?.checked,
      );
    });
    await lookAt(world, archive);
    expect((await observedSoFar(world)).filter(isOf(archive))).toEqual([]);
  });
});
