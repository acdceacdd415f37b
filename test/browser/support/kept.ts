/**
 * What the extension keeps beside its history, looked at from its background.
 */
import type { Browser } from "webextension-polyfill";
import type { BrowserDriver } from "../../../practice/browser/browser-driver.ts";

declare const chrome: Browser;

/** How many interactions wait to be delivered, how many the histories hold, and how many histories there are. */
export interface Kept {
  readonly waiting: number;
  readonly held: number;
  readonly histories: number;
}

/** Counts what waits in the outbox, and what all histories hold as their witnesses know it. */
export function kept(browser: BrowserDriver): Promise<Kept> {
  return browser.evaluateInBackground(async () => {
    const all = Object.entries(await chrome.storage.local.get(null));
    const sum = (prefix: string, count: (value: Record<string, unknown>) => number): number =>
      all.reduce(
        (total, [key, value]) => (key.startsWith(prefix) ? total + count(Object(value)) : total),
        0,
      );
    const interactions = (letter: Record<string, unknown>): number => {
      const all: unknown = letter["sightings"];
      return Array.isArray(all)
        ? all.filter((one: { readonly what?: string }) => one.what === "interaction").length
        : 0;
    };
    return {
      waiting: sum("outbox-", interactions),
      held: sum("witness-", (counts) => Number(counts["interactions"])),
      histories: sum("histories", (registry) => Object(registry["histories"]).length ?? 0),
    };
  });
}

/** Asks again and again, also while the background is being ended, until what is kept is as wished. */
export async function keptAtLast(
  browser: BrowserDriver,
  what: string,
  isReached: (now: Kept) => boolean,
  longestMs = 60_000,
): Promise<void> {
  let now: Kept | undefined;
  for (const end = Date.now() + longestMs; Date.now() < end;) {
    now = await kept(browser).catch(() => now);
    if (now !== undefined && isReached(now)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`waited ${longestMs / 1000} s for ${what}; kept is ${JSON.stringify(now)}`);
}
