/**
 * A normal week in the popup of 400 × 600 pixels: everything in view, few words, few clicks.
 */
import { expect } from "vitest";
import { network } from "../../../practice/network/network.ts";
import type { DrivenPage } from "../../../practice/browser/browser-driver.ts";
import { smallTargets } from "../support/faults.ts";
import { inEachBrowser } from "../support/in-each-browser.ts";
import {
  ask,
  fill,
  first,
  openCard,
  popup,
  press,
  search,
  stored,
} from "../support/popup-tasks.ts";

const invented = network({ seed: 7, people: 300, years: 8, now: Date.now() });

/** Words of a whole week before the rows had one reason each: counted in the same history. */
const WORDS_BEFORE = 549;

/** Buttons that say the same without saying about whom. */
const unnamed = (page: DrivenPage): Promise<readonly string[]> =>
  page.evaluate(() => {
    const labels = [...document.querySelectorAll("[data-row] button")].map(
      (one) => one.ariaLabel || (one.textContent ?? ""),
    );
    return labels.filter((label, at) => labels.indexOf(label) !== at);
  });

inEachBrowser("the popup in its own size", { network: invented }, (world) => {
  world.test("shows a week with two reminders whole, in a fifth of the words", async () => {
    const page = await popup(world);
    await page.setViewport(400, 600);
    const found = (await ask(page, "people", {
      text: "",
      late: true,
      bands: [],
      twoWay: true,
      order: "strength",
      start: 0,
      atMost: 2,
    })) as { readonly rows: readonly { readonly id: string }[] };
    const history = ((await ask(page, "overview")) as { readonly history: string }).history;
    for (const { id } of found.rows)
      await ask(
        page,
        "choose",
        { id, made: { reminders: { "in-time": Date.now() - 86_400_000 } } },
        history,
      );
    await page.reload();
    await page.waitFor("both", () => document.querySelectorAll(".due .person").length === 2);
    const seen = await page.evaluate(() => {
      const rows = [...document.querySelectorAll(".person, .hello-line, .popup-foot")];
      return {
        suggestions: document.querySelectorAll(".week .person").length,
        below: rows.filter((row) => row.getBoundingClientRect().bottom > window.innerHeight).length,
        height: document.documentElement.scrollHeight,
        words: document.body.innerText.trim().split(/\s+/).length,
      };
    });
    expect(seen).toMatchObject({ suggestions: 4, below: 0, height: 600 });
    expect(seen.words).toBeLessThan(WORDS_BEFORE / 3);
    expect(await smallTargets(page, 24)).toEqual([]);
    expect(await unnamed(page)).toEqual([]);
  });

  world.test("leads by one click to a copied message in the message window", async () => {
    const page = await popup(world);
    await page.bringToFront();
    const before = await world.browser.pages();
    await page.click("[name=write]");
    for (let tries = 0; tries < 100; tries += 1) {
      if ((await world.browser.pages()).length > before.length) break;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    await page.bringToFront();
    const question = await page.waitFor(
      "the question whether it was sent",
      () => document.querySelector(".sent-question")?.textContent,
    );
    expect(question).toContain("Sent to");
    await page.reload();
    await press(page, "not-sent");
    await page.waitFor("no question", () => document.querySelector(".sent-question") === null);
    expect(await smallTargets(page, 24)).toEqual([]);
  });

  world.test("keeps a note in two clicks, and shows it in the row", async () => {
    const page = await popup(world);
    const name = await first(page);
    await openCard(page, name);
    expect(await smallTargets(page, 24)).toEqual([]);
    await page.click("dialog [name=note]");
    await page.type("met at the lighthouse");
    // Nothing is left or pressed: it is stored while one types.
    await stored(page);
    await page.reload();
    await page.waitFor("the note", () =>
      document.querySelector(".week .person-about")?.textContent?.includes("met at the lighthouse"),
    );
  });

  world.test("takes few keys to a person, and one more to a note", async () => {
    const page = await popup(world);
    const known = invented.people.filter(
      ({ degree, interactions, name: one }) =>
        degree === 1 && interactions.length > 5 && /^\p{L}+ \p{L}+$/u.test(one),
    );
    const wanted = known[Math.floor(known.length / 2)]?.name ?? "";
    const first = async (text: string): Promise<string | undefined> => {
      const asked = { text, late: false, bands: [], twoWay: false, order: "strength", start: 0 };
      const found = await ask(page, "people", { ...asked, atMost: 1 });
      return (found as { readonly rows: readonly { readonly name: string }[] }).rows[0]?.name;
    };
    // The beginnings of both names, as short as they find the person first.
    let words = "";
    for (let letters = 1; letters < 9 && (await first(words)) !== wanted; letters += 1)
      words = wanted
        .split(" ")
        .map((name) => name.slice(0, letters))
        .join(" ");
    await page.type(words);
    await page.press("Enter");
    const keys = words.length + 1;
    await page.waitFor(
      "the card",
      (name) => document.querySelector("dialog:has(.person-choices) h2")?.textContent === name,
      wanted,
    );
    // It was a click on a tab, one into the field, the whole name, and a click on the row.
    expect(keys).toBeLessThanOrEqual(8);
    await page.press("n");
    await page.waitFor(
      "the note to have the focus",
      () => document.activeElement?.getAttribute("name") === "note",
    );
  });

  world.test("shows the words of a note where the person is looked for", async () => {
    const page = await popup(world);
    await search(page, "lighthouse");
    await page.waitFor("the note", () =>
      document.querySelector(".chunk .person-about")?.textContent?.includes("lighthouse"),
    );
  });

  world.test("hides names here and badges on the site by one switch", async () => {
    const page = await popup(world);
    await page.click("[name=hide]");
    const blurred = () =>
      page.evaluate(() => {
        const names = [...document.querySelectorAll(".person-name, .person-about[dir]")];
        return (
          names.length > 0 && names.every((one) => getComputedStyle(one).filter.includes("blur"))
        );
      });
    await page.waitFor("the names to be hidden", () =>
      document.documentElement.classList.contains("names-hidden"),
    );
    expect(await blurred()).toBe(true);
    const person = invented.people.find(({ degree }) => degree === 1);
    const site = await world.browser.open(
      `https://www.linkedin.com/in/${encodeURIComponent(person?.slug ?? "")}/`,
    );
    await site.waitFor("the profile", () => document.querySelector("h1, h2") !== null);
    await page.bringToFront();
    await page.click("[name=hide]");
    await page.waitFor(
      "the names to be shown",
      () => !document.documentElement.classList.contains("names-hidden"),
    );
    expect(await blurred()).toBe(false);
    await site.bringToFront();
    for (let tries = 0; tries < 150; tries += 1) {
      if ((await site.shadowTexts()).roots.length > 0) break;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect((await site.shadowTexts()).roots.length).toBeGreaterThan(0);
    await page.bringToFront();
    await page.click("[name=hide]");
    await site.bringToFront();
    for (let tries = 0; tries < 150; tries += 1) {
      if ((await site.shadowTexts()).roots.length === 0) break;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect((await site.shadowTexts()).roots).toEqual([]);
    await page.bringToFront();
    await page.click("[name=hide]");
  });

  world.test("takes a tag away again", async () => {
    const page = await popup(world);
    await openCard(page, await first(page));
    await fill(page, "Tags", "sailing");
    await page.waitFor("the chip", () => document.querySelector("dialog .tags li") !== null);
    await page.click("dialog .tags button");
    await page.waitFor("no chip", () => document.querySelector("dialog .tags li") === null);
  });
});
