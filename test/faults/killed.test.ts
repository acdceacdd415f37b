/**
 * A browser that is killed in the middle of a write (`SIGKILL`, all of its processes), and started again on the same profile: what was
 * answered is there, nothing is doubled, nothing is half, and nobody is told of damage that there is none of.
 */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import type { BrowserDriver, BrowserName } from "../../practice/browser/browser-driver.ts";
import { network } from "../../practice/network/network.ts";
import { random } from "../../practice/network/random.ts";
import { sampleHistory } from "../../practice/sample-history.ts";
import { readExport } from "../../practice/read-export.ts";
import { livedProfile, type LivedProfile } from "../browser/support/broken-files.ts";
import { keepEvidence } from "../browser/support/evidence.ts";
import { wantedBrowsers } from "../browser/support/in-each-browser.ts";
import { ask } from "../browser/support/popup-tasks.ts";
import { kills, seed } from "../effort.ts";
import { inventedNetwork } from "../linkedin/archive/written/invented-network.ts";
import { writtenArchive, zipOf } from "../linkedin/archive/written/archive-writer.ts";
import { ACTS_TO_KILL, type ActToKill, type Scene } from "./support/acts-to-kill.ts";
import { linesNow, linesOf } from "./support/history-lines.ts";

// Browsers are started again and again here, on a machine that may be busy.
vi.setConfig({ testTimeout: 3_600_000, hookTimeout: 600_000 });

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe.each(wantedBrowsers)("a killed browser, in %s", (name: BrowserName) => {
  let lived: LivedProfile;
  let folder = "";
  let browser: BrowserDriver | undefined;
  let before: readonly string[] = [];
  const wholes = new Map<string, Promise<readonly string[]>>();
  /** How long acts took that nothing ended (ms). */
  const took = new Map<string, number>();
  const unharmed = (): Promise<void> => Promise.resolve();

  beforeAll(async () => {
    lived = await livedProfile(name);
    folder = await mkdtemp(join(tmpdir(), "tielight-killed-"));
    // Nothing is read from them by what is written by hand.
    if (kills > 1) await filesWritten();
    before = linesOf(readExport(await readFile(lived.backup, "utf8")).people);
  });
  afterAll(async () => {
    await lived.end();
    await rm(folder, { recursive: true, force: true });
  });
  afterEach(async ({ task }) => {
    if (browser && task.result?.state === "fail")
      await keepEvidence(`${name} killed ${task.name}`, browser);
    await browser?.close();
  });

  /** Writes an archive and a backup with people whom the history does not hold. */
  async function filesWritten(): Promise<void> {
    const { viewer, now } = lived.practice.networks[1];
    const written = inventedNetwork({ seed: 5, connections: 1500, messages: 20_000, now });
    const files = writtenArchive({ ...written, viewer: { ...viewer, posts: [] } }, "2026").files;
    await writeFile(
      join(folder, "Basic_LinkedInDataExport.zip"),
      Buffer.from(await (await zipOf(files)).arrayBuffer()),
    );
    const others = network({ seed: 11, people: 500, years: 3, now });
    const backup = await sampleHistory(lived.practice.networks[1], now, [others]);
    await writeFile(join(folder, "backup.jsonl"), backup.text);
  }

  const sceneIn = (started: BrowserDriver, chance: Scene["chance"]): Scene => ({
    browser: started,
    network: lived.practice.networks[1],
    chance,
    before,
    archive: join(folder, "Basic_LinkedInDataExport.zip"),
    backup: join(folder, "backup.jsonl"),
    whole: (act) => {
      const known = wholes.get(act) ?? wholeOf(act);
      wholes.set(act, known);
      return known;
    },
  });

  /** What the history is after an act of this name that nothing ended. */
  async function wholeOf(act: string): Promise<readonly string[]> {
    const at = join(folder, `whole ${act}`);
    const started = await lived.start(unharmed, at);
    try {
      const scene = { ...sceneIn(started, random(seed)), whole: async () => [] };
      const { go } = await ACTS_TO_KILL.find((one) => one.name === act)!.ready(scene);
      const from = performance.now();
      await go();
      took.set(act, performance.now() - from);
      return await linesNow(started);
    } finally {
      await started.close();
    }
  }

  const acts = ACTS_TO_KILL.filter(({ browsers }) => browsers.includes(name));
  const rounds = Array.from({ length: kills }, (_, round): [number, string, ActToKill] => {
    const act = acts[round % acts.length]!;
    return [round, act.name, act];
  });
  test.each(rounds)(`kill %i, with seed ${seed}: %s`, async (round, _name, act) => {
    const chance = random(seed + round);
    browser = await lived.start(unharmed);
    const ready = await act.ready(sceneIn(browser, chance));
    let isKilled = false;
    let failed: unknown;
    const going = ready.go().catch((error: unknown) => {
      if (!isKilled) failed = error;
    });
    const { longest } = act;
    const longestMs = typeof longest === "number" ? longest : (took.get(longest) ?? 0);
    const ms = chance.whole(0, Math.ceil(longestMs));
    await pause(ms);
    isKilled = true;
    await browser.crash();
    await going;
    expect(failed, "what ended the act before").toBeUndefined();
    if (chance.chance(0.3)) {
      // Once more, while it finds out what it was.
      browser = await lived.startOn(lived.used);
      await pause(chance.whole(0, 1000));
      await browser.crash();
    }
    browser = await lived.startOn(lived.used);
    await ready.settle?.(browser);
    const page = await browser.openExtensionPage("src/popup/index.html");
    await page.waitFor("the week", () => document.querySelector(".actions, .outcome") !== null);
    expect(Object(await ask(page, "overview"))["trouble"]).toBeUndefined();
    expect(await page.evaluate(() => document.querySelectorAll(".notice.danger").length)).toBe(0);
    const now = await linesNow(browser);
    console.log(`${name}: ${act.name}, killed after ${ms} ms and ${ready.answered()} answers`);
    expect(await ready.wrongIn(now, browser)).toEqual([]);
  });
});
