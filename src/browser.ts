/**
 * The browser's extension interface, by the one name both browsers' code is written against.
 *
 * Firefox calls it `browser`; Chrome calls it `chrome` and answers with promises just the same. What differs is how a listener
 * answers a message: the background, the only one that does, takes webextension-polyfill for that. Everything else goes without it.
 */
import type { Browser } from "webextension-polyfill";

interface Globals {
  readonly browser?: Browser;
  readonly chrome?: Browser;
}

const { browser: own, chrome: other } = globalThis as unknown as Globals;

/** Undefined only outside an extension, where nothing that uses it can run. */
export const browser = (own ?? other) as Browser;
