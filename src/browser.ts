/**
 * The browser's extension interface, by the one name both browsers' code is written against.
 *
 * Firefox calls it `browser`; Chrome calls it `chrome` and answers with promises just the same. Only a listener that answers a
 * message does it in Chrome's way, which both take.
 */
import type { Browser } from "webextension-polyfill";

interface Globals {
  readonly browser?: Browser;
  readonly chrome?: Browser;
}

const { browser: own, chrome: other } = globalThis as unknown as Globals;

/** The interface as far as it is there: not every browser has everything, and Chrome has something more. */
export type BrowserInUse = Partial<Browser> & {
  /** https://developer.chrome.com/docs/extensions/reference/api/sidePanel */
  readonly sidePanel?: { readonly open: (where: { readonly windowId: number }) => Promise<void> };
};

/** Undefined only outside an extension, where nothing that uses it can run. */
export const browser = (own ?? other) as Browser;
