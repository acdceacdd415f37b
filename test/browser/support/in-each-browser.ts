import { afterAll, beforeAll, describe, test } from "vitest";
import type { BrowserDriver, BrowserName } from "../../../practice/browser/browser-driver.ts";
import type { Practice } from "../../../practice/serve.ts";
import { keepEvidence } from "./evidence.ts";
import { startWorld, type RunningWorld, type WorldOptions } from "./world.ts";

/** What the tests of one file work with: made once for each browser, before its first test. */
export interface World {
  readonly browser: BrowserDriver;
  readonly practice: Practice;
  /**
   * A test in this world. Tabs it opens are closed after it; when it fails, pictures of them and what was thrown in the browser
   * are left in `test/out`.
   */
  readonly test: (title: string, body: () => Promise<void>) => void;
}

const names: readonly BrowserName[] = ["chromium", "firefox"];

/** While developing, `BROWSERS=firefox npx vitest run --project browser` saves time. */
const wanted = (name: BrowserName): boolean =>
  (process.env["BROWSERS"] ?? names.join()).split(",").includes(name);

/** The browsers that tests are to run in. */
export const wantedBrowsers: readonly BrowserName[] = names.filter(wanted);

/** Describes the same tests for Chromium and for Firefox, or for some `browsers`, each with a browser, a practice site and a history of its own. */
export function inEachBrowser(
  title: string,
  options: WorldOptions,
  tests: (world: World) => void,
  browsers: readonly BrowserName[] = names,
): void {
  describe.each(browsers.filter(wanted))(`${title}, in %s`, (name) => {
    let running: RunningWorld | undefined;
    const started = (): RunningWorld => {
      if (running === undefined) throw new Error("the browser has not started yet");
      return running;
    };
    beforeAll(async () => {
      running = await startWorld(name, options);
    });
    afterAll(() => running?.end());
    tests({
      get browser() {
        return started().browser;
      },
      get practice() {
        return started().practice;
      },
      test: (sentence, body) => {
        test(sentence, async () => {
          const { browser } = started();
          const before = await browser.pages();
          try {
            await body();
          } catch (error) {
            await keepEvidence(`${name} ${title} ${sentence}`, browser);
            throw error;
          } finally {
            for (const page of await browser.pages())
              if (!before.includes(page)) await page.close().catch(() => undefined);
          }
        });
      },
    });
  });
}
