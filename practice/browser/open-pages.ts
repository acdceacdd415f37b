import type { Browser, Page } from "puppeteer-core";
import type { DrivenPage } from "./browser-driver.ts";
import { patienceMs } from "./driven-page.ts";
import { eventually, within } from "./within.ts";

/**
 * The tabs of a browser, each driven by one and the same object.
 *
 * @param drive is called once for each tab, in its first moment: who asks for a page later must not have missed its first errors
 */
export function openPages(
  browser: Browser,
  tabs: () => Promise<readonly Page[]>,
  drive: (page: Page) => DrivenPage,
): {
  readonly driven: (page: Page) => DrivenPage;
  readonly all: () => Promise<readonly DrivenPage[]>;
  readonly at: (partOfUrl: string, timeoutMs?: number) => Promise<DrivenPage>;
} {
  const known = new WeakMap<Page, DrivenPage>();
  const driven = (page: Page): DrivenPage => {
    const before = known.get(page);
    if (before !== undefined) return before;
    const now = drive(page);
    known.set(page, now);
    return now;
  };
  browser.on("targetcreated", (target) => {
    target.page().then(
      (page) => page && driven(page),
      () => undefined, // closed again already
    );
  });

  const all = async (): Promise<readonly DrivenPage[]> => (await tabs()).map(driven);
  return {
    driven,
    all,
    at: (partOfUrl, timeoutMs = patienceMs) =>
      eventually(timeoutMs, `a tab at …${partOfUrl}`, async () => {
        for (const page of await all()) {
          const url = await page.url().catch(() => ""); // closing, or between two documents
          if (url.includes(partOfUrl)) return page;
        }
        return undefined;
      }),
  };
}

/** The end of a browser: asked for politely, then by force; afterwards its files are removed. */
export function ended(
  browser: Browser,
  removeFiles: () => Promise<void>,
): {
  readonly closed: Promise<void>;
  readonly close: () => Promise<void>;
  readonly crash: () => Promise<void>;
} {
  const program = browser.process();
  let isGone = false;
  const gone = new Promise<void>((resolve) => {
    if (program === null || program.exitCode !== null) resolve();
    else program.once("exit", () => resolve());
  }).then(() => {
    isGone = true;
  });
  const closed = gone.then(removeFiles);
  return {
    closed,
    crash: async () => {
      // Puppeteer gives the browser a group of its own, which all of its processes are in.
      if (program?.pid !== undefined && !isGone) process.kill(-program.pid, "SIGKILL");
      await closed;
    },
    close: async () => {
      if (isGone) return closed;
      await within(10_000, "the browser to close", browser.close()).catch(() => undefined);
      await within(2_000, "the browser to end", gone).catch(() => program?.kill("SIGKILL"));
      await closed;
    },
  };
}
