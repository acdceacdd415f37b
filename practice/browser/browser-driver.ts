/**
 * What the practice journey and the browser tests may do with a browser. Both browsers are the ones people use, with the
 * extension as it is built: nothing in the extension knows that it is being driven.
 *
 * Every function rejects with a sentence that names what was waited for; none waits longer than its timeout.
 */

import type { Recording, Rect, Sight } from "./sight.ts";

export type BrowserName = "chromium" | "firefox";

export interface BrowserOptions {
  /** The folder of the built extension for this browser, e.g. `dist/firefox`. */
  readonly extension: string;
  /** Also installs the extension in `watcher/`, without which nobody sees what stands in closed shadow roots. */
  readonly watcher?: boolean;
  /** The loopback port of the proxy that serves the practice site under its real host name. Without it the browser is offline. */
  readonly proxyPort?: number;
  /** `true` unless a person is to look at it. */
  readonly headless?: boolean;
  /** What the browser asks web pages for, as a BCP 47 tag (`de-DE`). Default `en-US`. The browser's own words stay as installed. */
  readonly language?: string;
  /** An IANA name (`Asia/Tokyo`). Default: that of the machine. */
  readonly timeZone?: string;
  /**
   * A folder to keep the profile in, for a browser that is closed and started again. The caller removes it. Without it the profile
   * is removed when the browser closes.
   */
  readonly profile?: string;
}

/** A file the browser wrote to its download folder. */
export interface DownloadedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

export interface BrowserDriver {
  readonly name: BrowserName;
  /** The version the browser says it is, e.g. `Chrome/156.0.8078.79`. */
  readonly version: string;
  /** `chrome-extension://…` or `moz-extension://…`, without a slash at the end. */
  readonly extensionOrigin: string;

  /** Opens a new tab in front and waits until the page has loaded. */
  readonly open: (url: string) => Promise<DrivenPage>;
  /** The same for a page of the extension: `openExtensionPage("src/popup/index.html")`. */
  readonly openExtensionPage: (path: string) => Promise<DrivenPage>;
  /**
   * A new container of Firefox, whose tabs have cookies of their own: who is signed in there is signed in nowhere else. Answers the way to
   * open tabs in it, as `open` does. Rejects in Chromium, which has none.
   */
  readonly container: () => Promise<(url: string) => Promise<DrivenPage>>;
  /** The tabs that are open, in no particular order. */
  readonly pages: () => Promise<readonly DrivenPage[]>;
  /** The first tab whose address contains this text; waits for one, such as the welcome page that opens by itself. */
  readonly pageAt: (partOfUrl: string, timeoutMs?: number) => Promise<DrivenPage>;
  /** The file that this action makes the browser download. */
  readonly downloadOf: (
    action: () => Promise<unknown>,
    timeoutMs?: number,
  ) => Promise<DownloadedFile>;

  /**
   * Ends the extension's background at once, as the browser does after half a minute of silence, and resolves when it is gone.
   * `false` when there was none to end. The next message or event starts it again.
   */
  readonly killBackground: () => Promise<boolean>;
  /** Reads the extension's folder again and starts it anew, as an update does: its own tabs close, scripts in pages are orphans. */
  readonly reloadExtension: () => Promise<void>;
  /** Switches the extension on or off, as the user does on the browser's own page of extensions. */
  readonly switchExtension: (isOn: boolean) => Promise<void>;
  /** Takes the extension's access to the site away, or gives it back, as the user does there. */
  readonly allowSite: (isAllowed: boolean) => Promise<void>;
  /** Calls a function in the extension's background, which is started if need be. Arguments and answer travel as JSON. */
  readonly evaluateInBackground: <Args extends readonly unknown[], Answer>(
    call: (...args: Args) => Answer | Promise<Answer>,
    ...args: Args
  ) => Promise<Answer>;

  /** All that the popup of the toolbar icon says; `undefined` while it is not open. */
  readonly popupText: () => Promise<string | undefined>;
  /** Closes that popup, as a click elsewhere does in a browser with a window. */
  readonly closePopup: () => Promise<void>;

  /**
   * Uncaught exceptions of pages, scripts in pages and (Firefox) the background, and what web pages wrote with `console.error`,
   * since the start: `address: text`.
   */
  readonly problems: () => Promise<readonly string[]>;
  /** Resolves when the browser has ended, by `close` or because the person closed its window. */
  readonly closed: Promise<void>;
  /**
   * Ends the browser and all of its processes in the middle of whatever they do (`SIGKILL`), and resolves when it is gone. A profile of the
   * caller's stays as it is at that moment.
   */
  readonly crash: () => Promise<void>;
  /** Ends the browser, by force if it does not answer, and removes the profile. May be called twice. */
  readonly close: () => Promise<void>;
}

/** One tab. */
export interface DrivenPage {
  /** The address now. */
  readonly url: () => Promise<string>;
  /** Loads another address in this tab. */
  readonly goTo: (url: string) => Promise<void>;
  readonly reload: () => Promise<void>;
  /** One step back in the tab's history; resolves when the address has changed and the document is complete. */
  readonly back: () => Promise<void>;
  readonly forward: () => Promise<void>;
  /**
   * Calls a function in the page's own world. It sees nothing of the module it was written in; arguments and answer travel as
   * JSON. Page policies (CSP, Trusted Types) do not stop it.
   */
  readonly evaluate: <Args extends readonly unknown[], Answer>(
    call: (...args: Args) => Answer | Promise<Answer>,
    ...args: Args
  ) => Promise<Answer>;
  /**
   * Asks the page again and again until the answer is something, and returns it: neither `undefined`, `null`, `false`, 0 nor an empty
   * text or list. A page that is being exchanged for another meanwhile is simply asked again.
   *
   * @param what completes the sentence "waited 10 s for …"
   */
  readonly waitFor: <Args extends readonly unknown[], Answer>(
    what: string,
    call: (...args: Args) => Answer | Promise<Answer>,
    ...args: Args
  ) => Promise<NonNullable<Answer>>;

  /** Presses the mouse button at a point of the visible page. */
  readonly clickAt: (x: number, y: number) => Promise<void>;
  /** The same in the middle of a rectangle, such as that of a button in a closed shadow root. */
  readonly clickIn: (rect: Rect) => Promise<void>;
  /** Puts the mouse on a point of the visible page; it crosses nothing on its way. */
  readonly moveTo: (x: number, y: number) => Promise<void>;
  /** Presses the mouse button at the upper left corner of a rectangle and lets it go at the lower right one. */
  readonly dragOver: (rect: Rect) => Promise<void>;
  /** Brings an element into view and clicks its middle. `outer >>> inner` looks into an open shadow root. Waits for the element. */
  readonly click: (selector: string) => Promise<void>;
  /** A key of the keyboard as `KeyboardEvent.key` names it, with modifiers before it: `Enter`, `Shift+Tab`. */
  readonly press: (key: string) => Promise<void>;
  /** Types into what has the focus. */
  readonly type: (text: string) => Promise<void>;
  /** Chooses files in an `<input type="file">`, as the file dialog would. */
  readonly upload: (selector: string, ...paths: readonly string[]) => Promise<void>;
  /** Drops files on the middle of an element. In Chromium as the mouse does it, and folders as well; Firefox gets an event with the files. */
  readonly drop: (selector: string, ...paths: readonly string[]) => Promise<void>;

  /** What stands in closed shadow roots now, and which headings the page shows. Needs the option `watcher`, and a page of the site. */
  readonly shadowTexts: () => Promise<Sight>;
  /** From now on looks at every animation frame, until `stopWatching` or until the tab loads another document. */
  readonly startWatching: () => Promise<void>;
  readonly stopWatching: () => Promise<Recording>;

  /** A PNG of the visible page, or of all of it; written to a file when a path is given. */
  readonly screenshot: (
    path?: string,
    options?: { readonly whole?: boolean; readonly clip?: Rect },
  ) => Promise<Buffer>;
  /** In CSS pixels; `scale` is how many of the picture's pixels make one (default: 1). */
  readonly setViewport: (width: number, height: number, scale?: number) => Promise<void>;
  /** What the page is told about the person's preferences, until told otherwise. */
  readonly prefer: (preferences: Preferences) => Promise<void>;
  /** Shows the page as it would be printed, or again as on a screen. */
  readonly asPrinted: (printed: boolean) => Promise<void>;
  /**
   * What a screen reader is told, in its order: "button Undo", "heading Settings". `undefined` in Firefox, which tells it to screen readers
   * alone.
   */
  readonly heard: () => Promise<readonly string[] | undefined>;
  readonly bringToFront: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface Preferences {
  readonly colourScheme: "light" | "dark";
  readonly reducedMotion: boolean;
  /** The system's few colours in place of the page's; `false` when absent. */
  readonly forcedColours?: boolean;
  /** A finger in place of the mouse; in Chromium only. `false` when absent. */
  readonly finger?: boolean;
}
