/**
 * Where the user's settings are kept: in `storage.local`, where the background, our pages and the script on the site read them and hear of
 * a change at once, so that a choice takes effect in open tabs without a reload.
 */
import { browser } from "../browser.ts";

type Changed = Parameters<typeof browser.storage.local.onChanged.addListener>[0];

/** What is kept under a key; `undefined` where nothing is. */
export async function kept(key: string): Promise<unknown> {
  return (await browser.storage.local.get(key))[key];
}

/** Keeps a value under a key. */
export function keep(key: string, value: unknown): Promise<void> {
  return browser.storage.local.set({ [key]: value });
}

/** Keeps nothing under a key any more. */
export function keepNothing(key: string): Promise<void> {
  return browser.storage.local.remove(key);
}

/** Calls the listener with the changes of `storage.local`, until the signal is aborted. */
export function watchAll(listener: Changed, signal: AbortSignal): void {
  browser.storage.local.onChanged.addListener(listener);
  signal.addEventListener("abort", () => browser.storage.local.onChanged.removeListener(listener));
}

/** Calls the listener with every later value under a key, until the signal is aborted. */
export function watch(key: string, listener: (value: unknown) => void, signal: AbortSignal): void {
  watchAll((changes) => {
    if (key in changes) listener(changes[key]?.newValue);
  }, signal);
}
