/**
 * Files of a profile that are truncated, changed, empty or missing: the history is there, whole, or what is wrong is said and a backup comes in
 * and stays. Nothing is lost without a word, and nobody is greeted as new.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import type { BrowserDriver, BrowserName } from "../../practice/browser/browser-driver.ts";
import { livedProfile, type LivedProfile } from "../browser/support/broken-files.ts";
import { keepEvidence } from "../browser/support/evidence.ts";
import { wantedBrowsers } from "../browser/support/in-each-browser.ts";
import { found, restoredAnyway } from "./support/after-fault.ts";
import { asking, knownPeople } from "./support/asking.ts";
import { DAMAGES } from "./support/damages.ts";
import { linesNow, without } from "./support/history-lines.ts";
import { shortened } from "./support/told.ts";

// Browsers are started again and again here, on a machine that may be busy.
vi.setConfig({ testTimeout: 3_600_000, hookTimeout: 600_000 });

/** A browser writes what was in the log of a database into a table when it opens the database the next time. */
const TIMES_USED = 2;

describe.each(wantedBrowsers)("damaged files, in %s", (name: BrowserName) => {
  let lived: LivedProfile;
  let folder = "";
  let before: readonly string[] = [];
  let ofBackup: readonly string[] = [];
  let browser: BrowserDriver | undefined;
  beforeAll(async () => {
    lived = await livedProfile(name);
    folder = await mkdtemp(join(tmpdir(), "tielight-damaged-"));
    for (let time = 0; time < TIMES_USED; time += 1) {
      const used = await lived.startOn(lived.profile);
      if (time === 0) ofBackup = await linesNow(used);
      const own = await asking(await used.openExtensionPage("src/popup/index.html"));
      for (const { id } of await knownPeople(own, 5))
        await own.ask("choose", { id, made: { notes: { [crypto.randomUUID()]: `note ${time}` } } });
      before = await linesNow(used);
      await used.close();
    }
  });
  afterAll(async () => {
    await lived.end();
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  });
  afterEach(async ({ task }) => {
    if (browser && task.result?.state === "fail")
      await keepEvidence(`${name} damaged ${task.name}`, browser);
    await browser?.close();
  });

  test.each(DAMAGES[name].map((damage) => ({ ...damage })))("$title", async ({ title, done }) => {
    let isDone = false;
    browser = await lived.start(async (profile) => {
      isDone = await done(profile);
    });
    expect(isDone, "there is something to damage").toBe(true);
    const { lines, said } = await found(browser);
    console.log(`${name}: ${title}: ${said ?? "whole"}`);
    if (lines !== undefined) {
      expect(shortened(without(before, lines)), "lost without a word").toEqual([]);
      expect(shortened(without(lines, before)), "too much").toEqual([]);
      return;
    }
    const restored = await restoredAnyway(browser, lived.backup);
    expect(shortened(without(ofBackup, restored)), `${said}, restored`).toEqual([]);
    await browser.close();
    browser = await lived.startOn(lived.used);
    expect(await found(browser), "started again").toEqual({ lines: restored });
  });
});
