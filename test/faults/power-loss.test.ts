/**
 * The power goes while the browser writes: copies of the whole profile are taken meanwhile, file by file, and each is opened by itself. There
 * is the history with everything that was answered before the copy was begun, or what is wrong is said and a backup comes in; never an
 * empty history that looks like a new one.
 */
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { BrowserDriver, BrowserName } from "../../practice/browser/browser-driver.ts";
import { random } from "../../practice/network/random.ts";
import { livedProfile, type LivedProfile } from "../browser/support/broken-files.ts";
import { keepEvidence } from "../browser/support/evidence.ts";
import { wantedBrowsers } from "../browser/support/in-each-browser.ts";
import { copies, seed } from "../effort.ts";
import { found, restoredAnyway } from "./support/after-fault.ts";
import { asking, knownPeople } from "./support/asking.ts";
import { linesNow, noteLine, without } from "./support/history-lines.ts";
import { shortened } from "./support/told.ts";

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Longer notes fill the files of a database sooner, so that it makes new ones and removes old ones. */
const LONG = "x".repeat(3000);
/** A profile in use holds what says so; files that vanish while they are copied are no fault. */
const LOCKS = ["SingletonLock", "SingletonCookie", "SingletonSocket", "lock", ".parentlock"];

async function copied(from: string, to: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const program = spawn("cp", ["-r", from, to], { stdio: "ignore" });
    program.once("error", reject);
    program.once("exit", () => resolve());
  });
  for (const lock of LOCKS) await rm(join(to, lock), { force: true });
}

describe.each(wantedBrowsers)("power loss, in %s", (name: BrowserName) => {
  let lived: LivedProfile;
  let folder = "";
  let writer: BrowserDriver | undefined;
  let opened: BrowserDriver | undefined;
  beforeAll(async () => {
    lived = await livedProfile(name);
    folder = await mkdtemp(join(tmpdir(), "tielight-power-"));
  });
  afterAll(async () => {
    await lived.end();
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  });
  afterEach(async ({ task }) => {
    if (opened && task.result?.state === "fail")
      await keepEvidence(`${name} power ${task.name}`, opened);
    await opened?.close();
    await writer?.close();
  });

  test(`${copies} copies of a profile that is written to, with seed ${seed}`, async () => {
    const chance = random(seed);
    writer = await lived.start(() => Promise.resolve());
    const before = await linesNow(writer);
    const own = await asking(await writer.openExtensionPage("src/popup/index.html"));
    const people = await knownPeople(own, 20);
    /** The lines that were asked for, in their order: what is there has to be a beginning of them. */
    const asked: string[] = [];
    let answered = 0;
    const write = async (): Promise<void> => {
      const { id, key } = chance.pick(people);
      const text = `note ${asked.length} ${LONG}`;
      asked.push(noteLine(key, text));
      await own.ask("choose", { id, made: { notes: { [crypto.randomUUID()]: text } } });
      answered += 1;
    };
    const counts = new Map<string, number>();
    for (let copy = 0; copy < copies; copy += 1) {
      let isCopied = false;
      const writing = (async () => {
        while (!isCopied) await write();
      })();
      await pause(chance.whole(0, 1500));
      const answeredBefore = answered;
      const place = join(folder, String(copy));
      await copied(lived.used, place);
      isCopied = true;
      await writing;

      opened = await lived.startOn(place);
      const { lines, said } = await found(opened);
      const title = `copy ${copy}, taken after ${answeredBefore} answers and before ${answered}`;
      counts.set(said ?? "whole", (counts.get(said ?? "whole") ?? 0) + 1);
      if (lines === undefined) {
        const restored = await restoredAnyway(opened, lived.backup);
        expect(shortened(without(before, restored)), `${title}: ${said}, restored`).toEqual([]);
      } else {
        const known = asked.filter((line) => lines.includes(line)).length;
        const wanted = [...before, ...asked.slice(0, known)].toSorted();
        expect(shortened(without(wanted, lines)), `${title}: lost`).toEqual([]);
        expect(shortened(without(lines, wanted)), `${title}: too much`).toEqual([]);
        expect(known, `${title}: how many are there`).toBeGreaterThanOrEqual(answeredBefore);
      }
      await opened.close();
      await rm(place, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    }
    console.log(`${name}: ${copies} copies, seed ${seed}: ${JSON.stringify([...counts])}`);
  }, 3_600_000);
});
