/**
 * A disk that is full: when the browser begins, and while it runs. It is said at once, what was acknowledged stays, what was refused leaves
 * nothing, and with room everything goes on without a restart and is there after one.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type {
  BrowserDriver,
  BrowserName,
  DrivenPage,
} from "../../practice/browser/browser-driver.ts";
import { livedProfile, type LivedProfile } from "../browser/support/broken-files.ts";
import { keepEvidence } from "../browser/support/evidence.ts";
import { wantedBrowsers } from "../browser/support/in-each-browser.ts";
import { ask } from "../browser/support/popup-tasks.ts";
import { noted, type Noted } from "./support/noted.ts";
import { canMount, smallDisk, type SmallDisk } from "./support/small-disk.ts";

const isSaid = (page: DrivenPage): Promise<boolean> =>
  page.waitFor("the full disk to be said", () =>
    [...document.querySelectorAll(".notice.danger")].some((one) =>
      one.textContent?.includes("The disk is full"),
    ),
  );

const peopleNow = async (page: DrivenPage): Promise<number> =>
  ((await ask(page, "overview")) as { readonly people: number }).people;

for (const why of canMount ? [] : ["mounting a file system needs the rights of root"])
  test(`a full disk cannot be tried here: ${why}`, () => {
    expect.fail(why);
  });

describe.each(canMount ? wantedBrowsers : [])("a full disk, in %s", (name: BrowserName) => {
  let lived: LivedProfile;
  let folder = "";
  let disk: SmallDisk | undefined;
  let browser: BrowserDriver | undefined;
  beforeAll(async () => {
    lived = await livedProfile(name);
    folder = await mkdtemp(join(tmpdir(), "tielight-full-"));
    // In Firefox the driver has to write its settings into the profile, so there only what extensions store lies on the full disk.
    disk = smallDisk(name === "firefox" ? join(folder, "storage") : folder);
  });
  afterAll(async () => {
    disk?.unmount();
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    await lived.end();
  });
  afterEach(async ({ task }) => {
    if (browser && task.result?.state === "fail")
      await keepEvidence(`${name} ${task.name}`, browser);
    await browser?.close();
  });

  test("is said, loses nothing that was acknowledged, and is over when there is room", async () => {
    const [profile, small] = [name === "firefox" ? folder : join(folder, "profile"), disk!];
    const began = await lived.start(async () => small.fill(), profile);
    browser = began;
    const page = await began.openExtensionPage("src/popup/index.html");
    await isSaid(page);
    const notes: Noted[] = [];
    // Where it begins on a full disk, Firefox reads nothing of what it stores.
    const readable = name === "chromium" ? [lived.people] : [];
    for (const people of readable) {
      expect(await peopleNow(page)).toBe(people);
      notes.push(await noted(page, "refused at the beginning"));
    }
    small.makeRoom();
    await page.reload();
    await page.waitFor("the week", () => document.querySelector(".actions") !== null);
    expect(await page.evaluate(() => document.querySelectorAll(".notice.danger").length)).toBe(0);
    expect(await peopleNow(page)).toBe(lived.people);
    notes.push(await noted(page, "kept with room"));

    small.fill();
    for (const time of ["first", "second", "third"])
      notes.push(await noted(page, `refused the ${time} time`));
    expect(await began.killBackground()).toBe(true);
    await page.reload();
    await isSaid(page);
    notes.push(await noted(page, "refused after the background ended"));
    small.makeRoom();
    await page.reload();
    await page.waitFor("the week", () => document.querySelector(".actions") !== null);
    expect(await page.evaluate(() => document.querySelectorAll(".notice.danger").length)).toBe(0);
    notes.push(await noted(page, "kept at last"));
    expect(notes.map(({ text, reply }) => `${text}: ${reply}`)).toEqual(
      notes.map(({ text }) => `${text}: ${text.startsWith("kept") ? "kept" : "full"}`),
    );

    await began.close();
    const again = await lived.startOn(profile);
    browser = again;
    const anew = await again.openExtensionPage("src/popup/index.html");
    await anew.waitFor("the week", () => document.querySelector(".actions") !== null);
    expect(await peopleNow(anew)).toBe(lived.people);
    const details = JSON.stringify(await ask(anew, "personDetails", { id: notes[0]?.id }));
    for (const { text } of notes)
      expect([text, details.split(`${text}.`).length - 1]).toEqual([
        text,
        text.startsWith("kept") ? 1 : 0,
      ]);
  });
});
