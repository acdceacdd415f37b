/** What a user does in the popup, and what a test may ask behind it. */
import type { Browser } from "webextension-polyfill";
import type { DrivenPage } from "../../../practice/browser/browser-driver.ts";
import type { World } from "./in-each-browser.ts";
import { present } from "./states.ts";

declare const chrome: Browser;

const DAY_MS = 86_400_000;

/** The popup as a page in a tab, once it shows the week. */
export async function popup(world: World): Promise<DrivenPage> {
  const page = await world.browser.openExtensionPage("src/popup/index.html");
  await page.setViewport(400, 700);
  await page.prefer({ colourScheme: "light", reducedMotion: true });
  await page.waitFor("the week", () => document.querySelector(".actions, .outcome") !== null);
  return page;
}

/** Names of the people something can be done about this week, in their order. */
export const suggested = (page: DrivenPage): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll(".person:has(.actions) .person-name")].map(
      (name) => name.textContent ?? "",
    ),
  );

/** Opens the popup again and again until this person is suggested in it, or no longer is. */
export async function untilSuggested(page: DrivenPage, name: string, is: boolean): Promise<void> {
  for (const end = Date.now() + 20_000; ; await new Promise((go) => setTimeout(go, 200))) {
    await page.reload();
    await page.waitFor("the week", () => document.querySelector(".actions, .outcome") !== null);
    if ((await suggested(page)).includes(name) === is) return;
    if (Date.now() > end) throw new Error(`${name} is ${is ? "not" : "still"} suggested`);
  }
}

/** The first of them. */
export async function first(page: DrivenPage): Promise<string> {
  const [name] = await suggested(page);
  if (name === undefined) throw new Error("nobody is suggested");
  return name;
}

/** Presses the button that says this or has this name, in the row or dialog with these words; everywhere without any. */
export async function press(page: DrivenPage, words: string, within = "body"): Promise<void> {
  await page.waitFor(
    `a button "${words}"`,
    (label, place) => {
      const button = [...document.querySelectorAll<HTMLButtonElement>(`${place} button`)].find(
        (one) =>
          ((one.textContent?.trim() || one.ariaLabel) === label || one.name === label) &&
          one.checkVisibility(),
      );
      button?.scrollIntoView({ block: "center" });
      button?.click();
      return button !== undefined;
    },
    words,
    within,
  );
}

/** Waits until something came of a suggestion that is said with these words. */
export const outcome = (page: DrivenPage, words: string): Promise<boolean> =>
  page.waitFor(
    `an outcome with "${words}"`,
    (wanted) =>
      [...document.querySelectorAll(".outcome")].some((one) => one.textContent?.includes(wanted)),
    words,
  );

/** Asks the background as our own pages do. */
export const ask = (
  page: DrivenPage,
  question: string,
  about?: object,
  /** The history that is written to; needed by questions that write. */
  history?: string,
): Promise<unknown> =>
  page.evaluate(
    async (name, what, named) => {
      const reply: unknown = await chrome.runtime.sendMessage({
        ask: name,
        about: what,
        history: named,
      });
      if (typeof reply !== "object" || reply === null || !("answer" in reply)) return undefined;
      return reply.answer;
    },
    question,
    about,
    history,
  );

/** From now on the background's clock is this many days ahead; 0 puts it right. */
export const clockAhead = (world: World, days: number): Promise<void> =>
  world.browser.evaluateInBackground((ms) => {
    // In Firefox this runs beside the background's page, whose dates are not these.
    const { Date: clock } =
      (globalThis as { readonly window?: typeof globalThis }).window ?? globalThis;
    // A date made of nothing still knows the machine's clock.
    clock.now = () => new clock().getTime() + ms;
  }, days * DAY_MS);

/** The names in the week's lists as the background answers them some days ahead. */
export async function weekAhead(
  world: World,
  page: DrivenPage,
  days: number,
): Promise<readonly string[]> {
  await clockAhead(world, days);
  await ask(page, "renewLists");
  const week = (await ask(page, "week")) as Record<
    "reconnect" | "neverTalked",
    readonly { readonly name: string; readonly done?: string }[]
  >;
  return [...week.reconnect, ...week.neverTalked].flatMap(({ name, done }) => (done ? [] : [name]));
}

/** Puts the clock right and the lists back to today. */
export async function backToToday(world: World, page: DrivenPage): Promise<void> {
  await clockAhead(world, 0);
  await ask(page, "renewLists");
}

/** Opens the card of a person in the list, with every day in it unfolded. */
export const openCard = async (page: DrivenPage, name: string): Promise<void> => {
  await press(page, name);
  await present(page, "dialog .person-choices");
  await page.evaluate(() => {
    for (const one of document.querySelectorAll("dialog details")) one.setAttribute("open", "");
  });
};

/** Chooses from the menu of the card that is open. */
export async function fromMenu(page: DrivenPage, words: string): Promise<void> {
  await press(page, "person-menu", "dialog");
  await press(page, words, "dialog .popover");
}

/** Snoozes or mutes the first person something can be done about. */
export async function snooze(page: DrivenPage, words: string): Promise<void> {
  await press(page, "more", ".person:has(.actions)");
  await press(page, words, ".popover");
}

/** Waits until the card says that what was just changed is stored. */
export const stored = (page: DrivenPage): Promise<boolean> =>
  page.waitFor("it to be stored", () =>
    [...document.querySelectorAll("dialog .act.done, dialog .toast")].some(
      (one) => one.textContent !== "",
    ),
  );

/** Types into the search of everybody. */
export async function search(page: DrivenPage, words: string): Promise<void> {
  await page.click("[name=search]");
  await page.type(words);
}

/** Waits until the list says how many there are in these words. */
export const count = (page: DrivenPage, words: string): Promise<boolean> =>
  page.waitFor(
    `"${words}"`,
    (wanted) => document.querySelector("main > [role=status]:not(.notice)")?.textContent === wanted,
    words,
  );

/** Fills a field of the dialog whose label begins with these words, and leaves it. */
export const fill = (page: DrivenPage, label: string, value: string): Promise<boolean> =>
  page.waitFor(
    `a field "${label}"`,
    (words, wanted) => {
      const field = [...document.querySelectorAll("dialog label, search label")]
        .find((one) => one.textContent?.trim().startsWith(words))
        ?.querySelector<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>(
          "input, textarea, select",
        );
      if (!field) return false;
      field.value = wanted;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.dispatchEvent(new Event("change", { bubbles: true }));
      // A date counts when its field is left.
      field.dispatchEvent(new FocusEvent("blur"));
      return true;
    },
    label,
    value,
  );
