/**
 * Views that are open at the same time say the same: the popup, the page and the badges on the site follow what another one changed.
 */
import { expect } from "vitest";
import type { DrivenPage } from "../../../practice/browser/browser-driver.ts";
import { nameOnBadge } from "../site/badge-truth.ts";
import { opened } from "../support/acts.ts";
import { inEachBrowser } from "../support/in-each-browser.ts";
import { ask, popup } from "../support/popup-tasks.ts";

/** They follow within a second; a busy machine needs longer. */
const FOLLOWS_MS = 4000;

/** Waits until something is so, and no longer than views may take. */
async function follows(what: string, isSo: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + FOLLOWS_MS; ; await new Promise((go) => setTimeout(go, 50))) {
    if (await isSo()) return;
    if (Date.now() > end) throw new Error(`after ${FOLLOWS_MS / 1000} s not so: ${what}`);
  }
}

inEachBrowser("views that are open", { strangers: false }, (world) => {
  world.test("follow what another one changed, and the badges on the site do, too", async () => {
    const { browser, practice } = world;
    const friends = practice.networks[1].people.filter(
      ({ degree, interactions }) => degree === 1 && interactions.length > 3,
    );
    const [friend, other] = friends;
    if (friend === undefined || other === undefined) throw new Error("too few friends");
    const acting = await popup(world);
    const { name: history } = (
      (await ask(acting, "histories")) as readonly { readonly name: string }[]
    )[0] ?? { name: "" };
    const idOf = async (name: string): Promise<string> => {
      const found = (await ask(acting, "people", {
        text: name,
        late: false,
        bands: [],
        twoWay: false,
        order: "name",
        start: 0,
        atMost: 10,
      })) as { readonly rows: readonly { readonly id: string; readonly name: string }[] };
      return found.rows.find((row) => row.name === name)?.id ?? "";
    };
    const [id, otherId] = [await idOf(friend.name), await idOf(other.name)];
    const act = (question: string, about: object) => ask(acting, question, about, history);

    const site = await opened(world, `/in/${encodeURIComponent(friend.slug)}/`);
    const card = await browser.openExtensionPage(`src/popup/index.html#person=${id}`);
    await card.waitFor("the card", () => document.querySelector("dialog .person-choices") !== null);
    const page = await browser.openExtensionPage(`src/dashboard/index.html#people/all/${id}`);
    await page.waitFor("the person", () => document.querySelector(".drawer .drawer-tie") !== null);

    const badge = async (): Promise<string | undefined> => {
      const { roots } = await site.shadowTexts();
      return roots.find((root) => nameOnBadge(root) === friend.name)?.label;
    };
    const text = (of: DrivenPage, place: string): Promise<string> =>
      of.evaluate((selector) => {
        const element = document.querySelector(selector);
        const typed = [...(element?.querySelectorAll<HTMLInputElement>("textarea, input") ?? [])];
        return [element?.textContent, ...typed.map(({ value }) => value)].join(" ");
      }, place);
    /** Until each of these views is another one than before, and says this. */
    const all = async (words: RegExp, places: readonly (readonly [DrivenPage, string])[]) => {
      for (const [of, place] of places) {
        await of.bringToFront();
        await follows(`${words} in ${place}`, async () => words.test(await text(of, place)));
      }
    };
    await site.bringToFront();
    const before = await badge();
    expect(before).toContain(friend.name);

    await act("choose", { id, made: { choices: { inTouchElsewhere: { value: Date.now() } } } });
    await site.bringToFront();
    await follows("the badge is another one", async () => (await badge()) !== before);
    expect(await badge()).toMatch(/today/i);
    await all(/today/i, [
      [card, "dialog"],
      [page, ".drawer"],
    ]);

    await act("choose", { id, made: { notes: { n1: "Sails in winter." } } });
    await all(/Sails in winter/, [[card, "dialog"]]);
    await act("choose", { id, made: { tags: { lighthouse: true } } });
    await all(/lighthouse/, [
      [card, "dialog"],
      [page, "main.wide-section"],
    ]);

    await act("changeSettings", { hidden: true });
    await site.bringToFront();
    await follows("no badge", async () => (await badge()) === undefined);
    await follows("the switch of the popup is on", () =>
      card.evaluate(() => document.querySelector("[name=hide][aria-pressed=true]") !== null),
    );
    await act("changeSettings", { hidden: false });
    await site.bringToFront();
    await follows("the badge again", async () => (await badge()) !== undefined);

    // The handle leads to the one whom two became.
    const alone = await text(card, "dialog");
    await act("mergePeople", { id, other: otherId });
    await card.bringToFront();
    await follows("another card", async () => (await text(card, "dialog")) !== alone);

    await act("deletePeople", { ids: [id] });
    await site.bringToFront();
    await follows("no badge", async () => (await badge()) === undefined);
    await card.bringToFront();
    await follows("the card says that the person is gone", () =>
      card.evaluate(
        () =>
          document.querySelector("dialog .person-choices") === null &&
          document.querySelector("dialog .notice.danger") !== null,
      ),
    );
    await page.bringToFront();
    await follows("no person beside the table", () =>
      page.evaluate(() => document.querySelector(".drawer .drawer-tie") === null),
    );
  });
});
