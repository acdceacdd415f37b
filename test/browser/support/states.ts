import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DrivenPage } from "../../../practice/browser/browser-driver.ts";

/** Something one of our own pages can look like, and how a user gets there. */
export interface State {
  readonly name: string;
  readonly path: string;
  /** Begins when the page has loaded. */
  readonly reach: (page: DrivenPage) => Promise<void>;
}

/** Choices of the card's menu by their place in it, the last first: the made-up language has other words. */
const [DELETE, MERGE] = [1, 2];

const POPUP = "src/popup/index.html";
const HISTORY = "src/dashboard/index.html";
const WELCOME = "src/welcome/index.html";
const SAFE = "src/safe/index.html";

/** Waits until something is in the page. */
export async function present(page: DrivenPage, selector: string): Promise<void> {
  await page.waitFor(
    `"${selector}"`,
    (wanted) => document.querySelector(wanted) !== null,
    selector,
  );
}

async function week(page: DrivenPage): Promise<void> {
  await present(page, ".actions");
}

async function people(page: DrivenPage): Promise<void> {
  await page.click("[name=menu]");
  await page.click("[name=everybody]");
  await present(page, ".chunk .person");
}

async function card(page: DrivenPage): Promise<void> {
  await page.click(".person-name");
  await present(page, "dialog .card-foot");
  await present(page, "dialog .person-choices");
}

/** Opens what the menu of the card leads to. */
async function panel(page: DrivenPage, fromLast: number): Promise<void> {
  await page.click("dialog [name=person-menu]");
  await present(page, "dialog .popover");
  await page.evaluate((place) => {
    const choices = [...document.querySelectorAll<HTMLElement>("dialog .popover .menu-choice")];
    choices.at(-place)?.click();
  }, fromLast);
  await present(page, "dialog .panel");
}

/** Goes from the table, or the list in its place, to the page of the first person. */
async function personPage(page: DrivenPage): Promise<void> {
  await present(page, "tbody th button, .line-name");
  await page.click("tbody th button, .line-name");
  await present(page, ".drawer .button.main");
  await page.click(".drawer .button.main");
}

/** Unfolds what can be unfolded in the dialog that is open. */
async function unfolded(page: DrivenPage): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("dialog details"))
      details.setAttribute("open", "");
  });
}

/** The states of a history that most people see, one or more of each page. */
export const USUAL_SCREENS: readonly string[] = [
  "week",
  "menu",
  "everybody-filters",
  "everybody-nobody-found",
  "balance",
  "card",
  "settings",
  "history",
  "page-week",
  "people",
  "changes",
  "network",
  "person-page",
  "page-settings",
];

/** What there is before the user chose how far Tielight may go. */
export const beforeTheChoice: readonly State[] = [
  { name: "welcome", path: WELCOME, reach: (page) => present(page, "button[name=mode]") },
  {
    name: "safe",
    path: SAFE,
    async reach(page) {
      await present(page, ".stage-badges span:not([class])");
      await page.click("[name=spy]");
      await present(page, ".spied");
    },
  },
  { name: "popup-before-the-choice", path: POPUP, reach: (page) => present(page, "a.button.main") },
  {
    name: "history-before-the-choice",
    path: HISTORY,
    reach: (page) => present(page, "input[name=given]"),
  },
];

/** What there is with an empty history. */
export const withoutHistory: readonly State[] = [
  {
    name: "welcome-after-the-choice",
    path: WELCOME,
    reach: (page) => present(page, "button[name=mode][aria-pressed=true]"),
  },
  { name: "popup-empty", path: POPUP, reach: (page) => present(page, "a.button.main") },
  { name: "history-empty", path: HISTORY, reach: (page) => present(page, "input[name=given]") },
  {
    name: "popup-archive-requested",
    path: POPUP,
    async reach(page) {
      await page.click("[name=requested]");
      await present(page, "[name=not-requested]");
    },
  },
  {
    name: "history-archive-requested",
    path: HISTORY,
    reach: (page) => present(page, "[name=not-requested]"),
  },
  // Last: from here on there are invented people.
  {
    name: "popup-invented-people",
    path: POPUP,
    async reach(page) {
      await page.waitFor(
        "the steps, or invented people",
        () => document.querySelector("[name=try-sample], [name=remove-sample]") !== null,
      );
      if (await page.evaluate(() => document.querySelector("[name=remove-sample]") === null))
        await page.click("[name=try-sample]");
      await present(page, "[name=remove-sample]");
      await week(page);
    },
  },
];

/** Marks people of the week as written to, until so many are left. */
async function doneBut(page: DrivenPage, left: number): Promise<void> {
  await page.waitFor(
    "the week",
    () => document.querySelector(".actions, .week-head.full") !== null,
  );
  await page.waitFor(
    `${left} people to write to`,
    (wanted) => {
      const open = document.querySelectorAll<HTMLElement>(".week [name=done]");
      if (open.length > wanted) open[0]?.click();
      return open.length <= wanted;
    },
    left,
  );
}

/** A file of this name that holds nothing Tielight reads. */
async function giveFile(page: DrivenPage, name: string): Promise<void> {
  await present(page, "input[name=given]");
  const folder = await mkdtemp(join(tmpdir(), "tielight-given-"));
  try {
    const file = join(folder, name);
    await writeFile(file, "neither an archive nor a backup");
    await page.upload("input[name=given]", file);
    await present(page, ".notice.danger");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What a week becomes, one state after the other, and what is said of files that are none of ours. */
export const weekByWeek: readonly State[] = [
  { name: "week-of-one", path: POPUP, reach: (page) => doneBut(page, 1) },
  { name: "week-full", path: POPUP, reach: (page) => doneBut(page, 0) },
  { name: "page-week-full", path: `${HISTORY}#week`, reach: (page) => present(page, ".rail") },
  { name: "given-picture", path: HISTORY, reach: (page) => giveFile(page, "holiday.jpg") },
  {
    name: "given-broken-archive",
    path: HISTORY,
    reach: (page) => giveFile(page, "Basic_LinkedInDataExport_11-30-2026.zip"),
  },
  {
    name: "given-broken-backup",
    path: HISTORY,
    reach: (page) => giveFile(page, "tielight-2026-11-30.jsonl"),
  },
];

/** What there is with a history in which somebody is to be suggested. */
export const withHistory: readonly State[] = [
  { name: "week", path: POPUP, reach: week },
  {
    name: "week-opener",
    path: POPUP,
    async reach(page) {
      await week(page);
      await page.click("[name=more]");
      await page.click(".popover hr + .menu-choice");
      await present(page, ".segments");
      await page.click("[name=own-words]");
      await present(page, "[name=template]");
    },
  },
  {
    name: "week-snooze",
    path: POPUP,
    async reach(page) {
      await week(page);
      await page.click("[name=more]");
      await present(page, ".popover [type=date]");
    },
  },
  {
    name: "week-outcome",
    path: POPUP,
    async reach(page) {
      await page.waitFor("the week", () => document.querySelector(".actions, .outcome") !== null);
      if (await page.evaluate(() => document.querySelector(".outcome") === null))
        await page.click("[name=done]");
      await present(page, ".outcome");
    },
  },
  {
    name: "hello",
    path: POPUP,
    async reach(page) {
      await week(page);
      await page.click("[name=hello]");
      await present(page, ".hello .person");
    },
  },
  {
    name: "menu",
    path: POPUP,
    async reach(page) {
      await week(page);
      await page.click("[name=menu]");
      await present(page, ".menu-foot");
    },
  },
  {
    name: "everybody",
    path: POPUP,
    async reach(page) {
      await week(page);
      await people(page);
    },
  },
  {
    name: "everybody-filters",
    path: POPUP,
    async reach(page) {
      await week(page);
      await people(page);
      await page.click("[name=filters]");
      await present(page, ".filter-panel");
    },
  },
  {
    name: "everybody-nobody-found",
    path: POPUP,
    async reach(page) {
      await week(page);
      await page.click("[name=search]");
      await page.type("nobody is called that");
      await present(page, ".empty");
    },
  },
  {
    name: "balance",
    path: POPUP,
    async reach(page) {
      await week(page);
      await page.click("[name=balance]");
      await present(page, ".band-table");
    },
  },
  {
    name: "card",
    path: POPUP,
    async reach(page) {
      await week(page);
      await card(page);
    },
  },
  {
    name: "card-menu",
    path: POPUP,
    async reach(page) {
      await week(page);
      await card(page);
      await page.click("dialog [name=person-menu]");
      await present(page, "dialog .popover");
    },
  },
  {
    name: "card-log",
    path: POPUP,
    async reach(page) {
      await week(page);
      await card(page);
      await page.click("dialog [name=log]");
      await present(page, "dialog .log-form");
    },
  },
  {
    name: "card-legend",
    path: POPUP,
    async reach(page) {
      await week(page);
      await card(page);
      await page.click("dialog [name=legend]");
      await present(page, "dialog .legend");
    },
  },
  {
    name: "card-unfolded",
    path: POPUP,
    async reach(page) {
      await week(page);
      await card(page);
      await unfolded(page);
    },
  },
  {
    name: "card-merge",
    path: POPUP,
    async reach(page) {
      await week(page);
      await card(page);
      await panel(page, MERGE);
      await page.click("dialog [name=merge]");
      await present(page, "dialog [name=merge-search]");
      await page.evaluate(() => {
        const field = document.querySelector<HTMLInputElement>("dialog [name=merge-search]");
        if (!field) return;
        field.value = "a";
        field.dispatchEvent(new Event("input", { bubbles: true }));
      });
      await present(page, "dialog .offered button");
      await page.click("dialog .offered button");
      await present(page, "dialog .sides");
    },
  },
  {
    name: "card-erase",
    path: POPUP,
    async reach(page) {
      await week(page);
      await card(page);
      await panel(page, DELETE);
      await page.click("dialog .button.danger");
      await present(page, "dialog [role=alert]");
    },
  },
  {
    name: "settings",
    path: POPUP,
    async reach(page) {
      await week(page);
      await page.click("[name=menu]");
      await page.click("[name=settings]");
      await present(page, "dialog [name=theme]");
    },
  },
  {
    name: "history",
    path: HISTORY,
    async reach(page) {
      await present(page, "button[name=export]:not(:disabled)");
      await page.click("button[name=backtest]");
      await page.waitFor("a verdict", () => document.querySelector("p.lead[role=status]") !== null);
      await page.click("[name=backup-sealed]");
      await present(page, "[name=passphrase]");
    },
  },
  { name: "page-week", path: `${HISTORY}#week`, reach: (page) => present(page, ".suggest") },
  {
    name: "people",
    path: `${HISTORY}#people`,
    reach: (page) => present(page, "tbody th button, .line"),
  },
  {
    name: "people-selected",
    path: `${HISTORY}#people`,
    async reach(page) {
      await present(page, "tbody th button");
      await page.click("tbody th button");
      await present(page, ".drawer .drawer-tie");
      await page.click("[name=select-all]");
      await page.click("[name=act-tag]");
      await present(page, "[name=bulk-tag]");
    },
  },
  {
    name: "network",
    path: `${HISTORY}#network`,
    reach: (page) => present(page, ".pictures[aria-busy=false] canvas[data-drawn]"),
  },
  {
    name: "network-tables",
    path: `${HISTORY}#network`,
    async reach(page) {
      await present(page, ".pictures[aria-busy=false] canvas[data-drawn]");
      await page.evaluate(() => {
        for (const details of document.querySelectorAll(
          ":is(.picture-map, .picture-companies) .picture-table",
        ))
          details.setAttribute("open", "");
      });
      await present(page, ".picture-map .numbers .link");
    },
  },
  {
    name: "changes",
    path: `${HISTORY}#changes`,
    reach: (page) => present(page, ".change, .empty"),
  },
  {
    name: "person-page",
    path: `${HISTORY}#people`,
    async reach(page) {
      await personPage(page);
      await present(page, ".person-columns");
    },
  },
  {
    name: "page-settings",
    path: `${HISTORY}#settings`,
    reach: (page) => present(page, "[name=toolbar-number]"),
  },
  {
    name: "page-rules",
    path: `${HISTORY}#settings/rules`,
    async reach(page) {
      await present(page, "[name=rule-add], [name=rule-keep]");
      if (await page.evaluate(() => document.querySelector("[name=rule-keep]") === null))
        await page.click("[name=rule-add]");
      await present(page, "[name=rule-keep]");
    },
  },
  {
    name: "page-delete-many",
    path: `${HISTORY}#settings/delete`,
    async reach(page) {
      await present(page, "[name=delete-by]");
      await page.evaluate(() => {
        const by = document.querySelector<HTMLSelectElement>("[name=delete-by]");
        if (by === null) return;
        by.value = "quiet";
        by.dispatchEvent(new Event("change", { bubbles: true }));
      });
      await present(page, "[name=delete-look]");
      await page.click("[name=delete-look]");
      await present(page, "#settings-delete [role=alert], #settings-delete p[role=status]");
    },
  },
  {
    name: "people-export",
    path: `${HISTORY}#people`,
    async reach(page) {
      await present(page, "tbody th button, .line");
      await page.click("[name=export-view]");
      await present(page, "dialog pre");
    },
  },
];
