/**
 * The tasks of popup and page among thousands of people, with every click and key counted: few lead to one person, a note, a message, a view, a tag on many.
 * `npm run test:long -- many` counts them among 30,000.
 */
import { expect } from "vitest";
import Papa from "papaparse";
import type { DrivenPage } from "../../../practice/browser/browser-driver.ts";
import { eventually } from "../../../practice/browser/within.ts";
import type { Condition } from "../../../src/domain/directory/people-table.ts";
import { fillBy } from "../../bench/large-history.ts";
import { manyPeople } from "../../effort.ts";
import { inEachBrowser } from "../support/in-each-browser.ts";
import { ask, popup, stored } from "../support/popup-tasks.ts";
import { present } from "../support/states.ts";

/** Few enough that a restore takes seconds, and enough for a rhythm (of each person). */
const INTERACTIONS = 6;

/** How long (ms) the whole history or an act on many people may take on a busy machine. */
const PATIENCE_MS = 240_000;

/** Words that may stand in the window of a week: a third of what once stood there. */
const WORDS = 183;

/** Somebody from the middle, known by a number that stands in the name. */
const WANTED = String(Math.floor(manyPeople / 2) + 1);

/** A page with all clicks and keys that its user made counted. */
const counting = (page: DrivenPage) => {
  const made = { clicks: 0, keys: 0 };
  return {
    made,
    async click(selector: string): Promise<void> {
      made.clicks += 1;
      await page.click(selector);
    },
    async type(words: string): Promise<void> {
      made.keys += words.length;
      await page.type(words);
    },
    async press(key: string): Promise<void> {
      made.keys += 1;
      await page.press(key);
    },
    /** Chooses from a list: one click opens it, and one is on the choice. */
    async choose(label: string, value: string): Promise<void> {
      made.clicks += 2;
      await page.waitFor(
        `the choice "${label}"`,
        (name, wanted) => {
          const list = document.querySelector<HTMLSelectElement>(`select[aria-label="${name}"]`);
          if (!list) return false;
          list.value = wanted;
          list.dispatchEvent(new Event("change", { bubbles: true }));
          return list.value !== wanted;
        },
        label,
        value,
      );
    },
  };
};

/** The number that the page says for so many people. */
const inWords = (count: number): string => new Intl.NumberFormat("en").format(count);

/** How many people the page says there are, once it says what the background finds with these words and conditions. */
async function counted(
  page: DrivenPage,
  text: string,
  conditions: readonly Condition[],
): Promise<number> {
  const asked = { text, conditions, by: "name", descending: false };
  const { length } = (await ask(page, "tableIds", asked)) as readonly string[];
  const words = length === 1 ? "1 person" : `${inWords(length)} people`;
  await eventually(PATIENCE_MS, `"${words}"`, () =>
    page.evaluate(
      (wanted) => document.querySelector(".people-count [role=status]")?.textContent === wanted,
      words,
    ),
  );
  return length;
}

/** What the page says how many people there are. */
const saidCount = (page: DrivenPage): Promise<string> =>
  page.waitFor(
    "a count",
    () => document.querySelector(".people-count [role=status]")?.textContent ?? "",
  );

const chips = (page: DrivenPage): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll(".chip button:first-child")].map((one) => one.textContent ?? ""),
  );

/** Waits until these conditions are shown, in this order: two of them may find the same people. */
const shownChips = (page: DrivenPage, wanted: readonly string[]): Promise<unknown> =>
  eventually(
    PATIENCE_MS,
    `the conditions "${wanted.join('", "')}"`,
    async () => (await chips(page)).join() === wanted.join(),
  );

const tagFocused = (page: DrivenPage): Promise<boolean> =>
  page.waitFor(
    "the tag to have the focus",
    () => document.activeElement?.getAttribute("name") === "bulk-tag",
  );

/** Waits until the page says what became of an act on many. */
const said = (page: DrivenPage, words: string): Promise<unknown> =>
  eventually(PATIENCE_MS, `"${words}"`, () =>
    page.evaluate(
      (wanted) => document.querySelector(".bulk-said")?.textContent?.includes(wanted) === true,
      words,
    ),
  );

inEachBrowser(`among ${manyPeople} people`, { history: false }, (world) => {
  let filling: Promise<void> | undefined;
  /** The history comes in once for all tests. */
  const filled = (): Promise<void> => {
    const fill = async (): Promise<void> => {
      const page = await world.browser.openExtensionPage("src/dashboard/index.html");
      await fillBy((question, about) => ask(page, question, about), {
        people: manyPeople,
        interactions: INTERACTIONS,
      });
      await page.close();
    };
    filling ??= fill();
    return filling;
  };
  const ownPage = async (section: string): Promise<DrivenPage> => {
    await filled();
    const page = await world.browser.openExtensionPage(`src/dashboard/index.html#${section}`);
    await page.setViewport(1440, 900);
    await page.prefer({ colourScheme: "light", reducedMotion: true });
    return page;
  };
  const ownPopup = async (): Promise<DrivenPage> => {
    await filled();
    const page = await popup(world);
    await page.setViewport(400, 600);
    await page.bringToFront();
    return page;
  };

  world.test("every suggestion of the week is seen without scrolling, in few words", async () => {
    const page = await ownPopup();
    const { rows, below, seen, all } = await page.evaluate(() => {
      const shown = [...document.querySelectorAll(".week .person, .hello-line, .popup-foot")];
      const words = (text: string | null): number => (text ?? "").trim().split(/\s+/).length;
      return {
        rows: document.querySelectorAll(".week .person").length,
        below: shown.filter((row) => row.getBoundingClientRect().bottom > window.innerHeight)
          .length,
        seen: words(document.body.innerText),
        // With what is folded up.
        all: words(document.body.textContent),
      };
    });
    expect({ rows, below }).toEqual({ rows: 4, below: 0 });
    expect(seen).toBeLessThan(WORDS);
    expect(all).toBeLessThan(2 * WORDS);
  });

  world.test("one click leads from the popup to a copied message in its window", async () => {
    const page = await ownPopup();
    const user = counting(page);
    const before = await world.browser.pages();
    await user.click("[name=write]");
    await eventually(30_000, "the window of the message", async () =>
      (await world.browser.pages()).length > before.length ? true : undefined,
    );
    await page.bringToFront();
    await present(page, ".sent-question");
    expect(user.made).toEqual({ clicks: 1, keys: 0 });
  });

  world.test("few keys lead to one person of all, and one more to a note", async () => {
    const page = await ownPopup();
    const user = counting(page);
    await user.type(WANTED);
    await user.press("Enter");
    await page.waitFor(
      "the card",
      (number) =>
        document
          .querySelector("dialog:has(.person-choices) h2")
          ?.textContent?.split(" ")
          .includes(number),
      WANTED,
    );
    expect(user.made).toEqual({ clicks: 0, keys: WANTED.length + 1 });
    await user.press("n");
    await page.waitFor(
      "the note to have the focus",
      () => document.activeElement?.getAttribute("name") === "note",
    );
    await page.type("met at the lighthouse");
    await stored(page);
    await page.reload();
    await present(page, ".actions");
    await page.type("lighthouse");
    const found = await page.waitFor("the person with the note", () => {
      const rows = [...document.querySelectorAll(".chunk .person")];
      return rows.length === 1 && rows[0]?.textContent;
    });
    expect(found).toContain(WANTED);
  });

  world.test(
    "everybody at a company who talked and was silent for six months is tagged and exported in less than ten clicks",
    async () => {
      const page = await ownPage("people");
      const user = counting(page);
      const company = await page.waitFor(
        "companies",
        () => document.querySelector<HTMLOptionElement>("#offered-company option")?.value,
      );
      await user.click("[name=filter-company]");
      await user.type(company);
      await user.press("Enter");
      await user.choose("Silent for at least", "183");
      await user.choose("More", "two-way");
      const found = await counted(page, "", [
        { of: "company", is: company },
        { of: "silent", is: 183 },
        { of: "two-way" },
      ]);
      expect(found).toBeGreaterThan(0);
      const held = ["Silent for at least 6 months", "Two-way"];
      await shownChips(page, [`At ${company}`, ...held]);
      await user.click("[name=select-all]");
      await user.click("[name=act-tag]");
      await tagFocused(page);
      await user.type("reunion");
      await user.press("Enter");
      await said(page, `Done for ${found}`);
      await user.click("[name=act-export]");
      await present(page, "dialog pre");
      const file = await world.browser.downloadOf(() => user.click("[name=export-save]"));
      expect(user.made.clicks).toBeLessThan(10);
      const { data } = Papa.parse<Record<string, string>>(
        file.bytes.toString("utf8").replace("\uFEFF", ""),
        { header: true, skipEmptyLines: true },
      );
      expect(data).toHaveLength(found);
      for (const row of data) {
        expect(row).toMatchObject({ company, tags: "reunion" });
        const last = Date.parse(row["last_exchange"]?.split("/").at(-1) ?? "");
        expect(Date.now() - last).toBeGreaterThan(182 * 86_400_000);
      }
    },
  );

  world.test("a tag on hundreds of people is undone as one", async () => {
    const page = await ownPage("people");
    await page.click("[name=search]");
    await page.type("elif infirm");
    // A sixtieth and more of all: 500 of 30,000.
    const found = await counted(page, "elif infirm", []);
    expect(found).toBeGreaterThanOrEqual(manyPeople / 60);
    await page.click("[name=select-all]");
    await page.click("[name=act-tag]");
    await tagFocused(page);
    await page.type("harbour");
    await page.press("Enter");
    await said(page, `Done for ${inWords(found)} people`);
    const tagged = async (): Promise<number> => {
      const conditions = [{ of: "tag", is: "harbour" }];
      const table = { text: "", conditions, by: "name", descending: false };
      return ((await ask(page, "tableIds", table)) as readonly string[]).length;
    };
    expect(await tagged()).toBe(found);
    await page.click("[name=bulk-undo]");
    await said(page, "Undone");
    expect(await tagged()).toBe(0);
  });

  world.test(
    "a rectangle on the map is a view of the people inside, after a reload, too",
    async () => {
      const page = await ownPage("network");
      await eventually(PATIENCE_MS, "the map", () =>
        page.evaluate(
          () => document.querySelector(".pictures[aria-busy=false] canvas[data-drawn]") !== null,
        ),
      );
      const { x, y, width, height } = await page.evaluate(() => {
        const area = document.querySelector(".tie-map");
        area?.scrollIntoView({ block: "center" });
        const {
          x: left = 0,
          y: top = 0,
          width: wide = 0,
          height: high = 0,
        } = area?.getBoundingClientRect() ?? {};
        return { x: left, y: top, width: wide, height: high };
      });
      await page.dragOver({
        x: x + width * 0.5,
        y: y + height * 0.3,
        width: width * 0.2,
        height: height * 0.2,
      });
      const words = await page.waitFor(
        "people inside",
        () => document.querySelector("[name=show-selected]")?.textContent,
      );
      await page.click("[name=show-selected]");
      await present(page, ".chip");
      const held = await chips(page);
      expect(held).toHaveLength(2);
      const found = await saidCount(page);
      expect(words).toBe(`Show these ${found}`);
      expect(found).not.toBe(`${inWords(manyPeople)} people`);
      const address = await page.url();
      await page.reload();
      expect(await saidCount(page)).toBe(found);
      await shownChips(page, held);
      expect(await page.url()).toBe(address);
    },
  );
});
