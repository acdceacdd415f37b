/**
 * The journey of a first day in both browsers, with the background ended after every step: it has to succeed all the same.
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { walkJourney } from "../../../practice/journey/walk.ts";
import { network } from "../../../practice/network/network.ts";
import { sampleHistory } from "../../../practice/sample-history.ts";
import { inEachBrowser } from "../support/in-each-browser.ts";

const NOW = Date.now();
const invented = network({ seed: 7, people: 300, years: 8, now: NOW });

// As it is right after the installation: nothing is chosen, not even by the test.
const NOTHING_CHOSEN = { mode: "none", strangers: false, history: false } as const;

inEachBrowser("the first day", { network: invented, ...NOTHING_CHOSEN }, (world) => {
  world.test("succeeds although the background is ended after every step", async () => {
    const out = await mkdtemp(join(tmpdir(), "tielight-journey-"));
    try {
      const history = await sampleHistory(invented, NOW);
      const sample = join(out, "sample-history.jsonl");
      await writeFile(sample, history.text);
      let ended = 0;
      const between = async (): Promise<void> => {
        if (await world.browser.killBackground()) ended += 1;
      };
      const { browser } = world;
      expect(await walkJourney({ browser, network: invented, history, sample, out, between })).toBe(
        0,
      );
      expect(ended).toBeGreaterThan(3);
      expect(await world.browser.problems()).toEqual([]);
    } finally {
      await rm(out, { recursive: true, force: true });
    }
  });
});
