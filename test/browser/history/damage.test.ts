/**
 * A history whose files the browser damaged, or that a later version wrote: said in the popup, never shown as an empty history, with ways out
 * that are pressed here. Nobody on the site is shown as never talked to because of it, and what was observed meanwhile is added.
 */
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type {
  BrowserDriver,
  BrowserName,
  DrivenPage,
} from "../../../practice/browser/browser-driver.ts";
import { eventually } from "../../../practice/browser/within.ts";
import { loadHistory } from "../../../practice/journey/load-history.ts";
import { readExport } from "../../../practice/read-export.ts";
import { nameOnBadge } from "../site/badge-truth.ts";
import { breakFiles, livedProfile, loseFiles, type LivedProfile } from "../support/broken-files.ts";
import { keepEvidence } from "../support/evidence.ts";
import { wantedBrowsers } from "../support/in-each-browser.ts";
import { ask } from "../support/popup-tasks.ts";

const SITE = "https://www.linkedin.com";
const PATIENCE_MS = 30_000;

/** A file is written as a download by a click on the button of this name. */
const saved = async (browser: BrowserDriver, page: DrivenPage): Promise<string> =>
  (await browser.downloadOf(() => page.click("[name=export-readable]"))).bytes.toString("utf8");

const notice = (page: DrivenPage, words: string): Promise<boolean> =>
  page.waitFor(
    `"${words}"`,
    (wanted) => {
      const said = [...document.querySelectorAll(".notice.danger")].map((one) => one.textContent);
      return said.join(" ").includes(wanted);
    },
    words,
  );

const peopleNow = async (page: DrivenPage): Promise<number> =>
  ((await ask(page, "overview")) as { readonly people: number }).people;

describe.each(wantedBrowsers)("a damaged history, in %s", (name: BrowserName) => {
  let lived: LivedProfile;
  let browser: BrowserDriver;
  beforeAll(async () => {
    lived = await livedProfile(name);
  });
  afterAll(() => lived.end());
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await keepEvidence(`${name} damage ${task.name}`, browser);
    await browser.close();
  });

  /** Opens the popup as a page. */
  const popup = (): Promise<DrivenPage> => browser.openExtensionPage("src/popup/index.html");

  /** A page of the site that proves who is signed in. */
  async function signIn(page?: DrivenPage): Promise<DrivenPage> {
    const shown = page ?? (await browser.open(`${SITE}/in/me/`));
    if (page !== undefined) await page.goTo(`${SITE}/in/me/`);
    await shown.bringToFront();
    await shown.waitFor("the profile", () => document.querySelector("h1, h2") !== null);
    return shown;
  }

  /** Somebody of the site whom the history does not hold, looked at long enough for a visit. */
  async function visit(
    place: number,
  ): Promise<{ readonly page: DrivenPage; readonly name: string }> {
    const strangers = lived.practice.networks[1].people.filter(({ degree }) => degree === 3);
    const person = strangers[place]!;
    const page = await signIn();
    await page.goTo(`${SITE}/in/${encodeURIComponent(person.slug)}/`);
    await page.waitFor("the person", () => document.querySelector("h1, h2") !== null);
    await new Promise((resolve) => setTimeout(resolve, 4000));
    return { page, name: person.name };
  }

  const badgesOn = async (page: DrivenPage): Promise<readonly (string | undefined)[]> =>
    (await page.shadowTexts()).roots.map(nameOnBadge);

  test("of which all is lost says how much it held, and goes on with what is left and with a backup", async () => {
    browser = await lived.start((profile) => loseFiles(name, profile));
    const page = await popup();
    await notice(page, `Your history held ${lived.people} people, and now holds 0`);
    const met = await visit(0);
    expect(await badgesOn(met.page)).toEqual([]);
    await page.bringToFront();
    await page.click("[name=export-readable]");
    await notice(page, "Nothing of the history can be read");

    await page.click("[name=accept-damage]");
    await page.waitFor("no trouble", () => document.querySelector(".notice.danger") === null);
    await signIn(met.page);
    await eventually(PATIENCE_MS, "what was observed meanwhile", async () => peopleNow(page));
    await met.page.back();
    await eventually(PATIENCE_MS, "the badge", async () =>
      (await badgesOn(met.page)).includes(met.name),
    );
    await loadHistory(browser, lived.backup);
    expect(await peopleNow(page)).toBe(lived.people + 1);
    expect(await browser.killBackground()).toBe(true);
    await page.reload();
    await page.waitFor("the week", () => document.querySelector(".actions, .outcome") !== null);
    expect(await peopleNow(page)).toBe(lived.people + 1);
  });

  test("that cannot be opened says so, and a backup comes in beside it", async () => {
    browser = await lived.start((profile) => breakFiles(name, profile));
    const page = await popup();
    await notice(page, "Your history cannot be opened");
    const met = await visit(0);
    expect(await badgesOn(met.page)).toEqual([]);
    await page.bringToFront();
    await page.click("[name=export-readable]");
    await notice(page, "Nothing of the history can be read");

    await loadHistory(browser, lived.backup);
    await signIn(met.page);
    await eventually(
      PATIENCE_MS,
      "what was observed meanwhile",
      async () => (await peopleNow(page)) === lived.people + 1,
    );
    expect(await browser.killBackground()).toBe(true);
    await page.reload();
    await page.waitFor("the week", () => document.querySelector(".actions, .outcome") !== null);
    expect(await peopleNow(page)).toBe(lived.people + 1);
  });

  test("of a later version is said to be that, is exported, and the user starts anew", async () => {
    browser = await lived.start(() => Promise.resolve());
    await browser.evaluateInBackground(async () => {
      const all = await indexedDB.databases();
      const history = all.find((one) => one.name?.startsWith("history-"))?.name ?? "";
      await new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(history, 99);
        opening.addEventListener("success", () => {
          opening.result.close();
          resolve();
        });
        opening.addEventListener("error", () => reject(new Error(opening.error?.message)));
      });
    });
    const page = await popup();
    await notice(page, "later version");
    expect(readExport(await saved(browser, page)).people).toHaveLength(lived.people);
    const met = await visit(0);
    expect(await badgesOn(met.page)).toEqual([]);
    await page.bringToFront();
    await page.click("[name=start-anew]");
    await page.click("[name=start-anew-sure]");
    await eventually(
      PATIENCE_MS,
      "what was observed meanwhile",
      async () => (await peopleNow(page)) === 1,
    );
  });
});
