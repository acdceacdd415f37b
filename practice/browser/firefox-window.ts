/**
 * Functions that run in Firefox's own window, with its privileges; each is sent there as text and so sees nothing of this module.
 * They use what Firefox's own tests use: https://searchfox.org/mozilla-central/source/toolkit/components/extensions
 */
import type { Preferences } from "./browser-driver.ts";

interface BackgroundBrowser {
  readonly messageManager: {
    addMessageListener(name: string, listener: (message: { readonly data: Reply }) => void): void;
    loadFrameScript(url: string, forFutureFrames: boolean): void;
  };
}

interface Addon {
  readonly manifest: { readonly host_permissions: readonly string[] };
  readonly backgroundState: "running" | "starting" | "suspending" | "stopped";
  readonly views: Iterable<{ readonly viewType: string; readonly xulBrowser: BackgroundBrowser }>;
  terminateBackground(): Promise<void>;
  wakeupBackground?(): Promise<void>;
}

interface BrowsingContext {
  prefersColorSchemeOverride: "none" | "light" | "dark";
  prefersReducedMotionOverride: "none" | "no-preference" | "reduce";
  forcedColorsOverride: "none" | "active";
  mediumOverride: string;
}

declare const WebExtensionPolicy: {
  getByID(
    id: string,
  ): { readonly mozExtensionHostname: string; readonly extension: Addon } | undefined;
};
declare const ChromeUtils: {
  importESModule(url: "resource://gre/modules/AddonManager.sys.mjs"): {
    readonly AddonManager: {
      getAddonByID(id: string): Promise<{
        reload(): Promise<void>;
        enable(): Promise<void>;
        disable(): Promise<void>;
      }>;
    };
  };
  importESModule(url: "resource://gre/modules/ExtensionPermissions.sys.mjs"): {
    readonly ExtensionPermissions: Readonly<
      Record<
        "add" | "remove",
        (
          id: string,
          permissions: {
            readonly permissions: readonly string[];
            readonly origins: readonly string[];
          },
          emitter: Addon,
        ) => Promise<void>
      >
    >;
  };
  importESModule(url: "chrome://remote/content/shared/NavigableManager.sys.mjs"): {
    readonly NavigableManager: { getBrowsingContextById(id: string): BrowsingContext };
  };
};
declare const Ci: { readonly nsIScriptError: abstract new () => ScriptError };
declare const Services: {
  readonly console: { registerListener(listener: { observe(message: unknown): void }): void };
};
declare const window: { tielightErrors?: string[] };

interface ScriptError {
  /** Bit 0 is set for warnings. */
  readonly flags: number;
  readonly sourceName: string;
  readonly errorMessage: string;
}

interface Reply {
  /** What the expression promised. */
  readonly answer?: string;
  readonly error?: string;
}

/** Where the add-on's pages are in this profile. */
export function addonOrigin(id: string): string {
  return `moz-extension://${WebExtensionPolicy.getByID(id)?.mozExtensionHostname}`;
}

/** Ends the background; `false` when it was not running. */
export async function backgroundEnded(id: string): Promise<boolean> {
  const addon = WebExtensionPolicy.getByID(id)?.extension;
  if (addon === undefined || addon.backgroundState === "stopped") return false;
  await addon.terminateBackground();
  return true;
}

export async function addonReloaded(id: string): Promise<void> {
  const { AddonManager } = ChromeUtils.importESModule(
    "resource://gre/modules/AddonManager.sys.mjs",
  );
  await (await AddonManager.getAddonByID(id)).reload();
}

/** Switches the add-on on or off, as the switch in `about:addons` does. */
export async function addonSwitched(id: string, isOn: boolean): Promise<void> {
  const { AddonManager } = ChromeUtils.importESModule(
    "resource://gre/modules/AddonManager.sys.mjs",
  );
  const addon = await AddonManager.getAddonByID(id);
  await (isOn ? addon.enable() : addon.disable());
}

/** Gives or takes all sites the add-on asks for, as the switches in `about:addons` do. */
export async function addonAllowed(id: string, isAllowed: boolean): Promise<void> {
  const { ExtensionPermissions } = ChromeUtils.importESModule(
    "resource://gre/modules/ExtensionPermissions.sys.mjs",
  );
  const extension = WebExtensionPolicy.getByID(id)?.extension;
  if (extension === undefined) throw new Error("the extension is not installed");
  const sites = { permissions: [], origins: extension.manifest.host_permissions };
  await ExtensionPermissions[isAllowed ? "add" : "remove"](id, sites, extension);
}

/** Evaluates an expression in the background page, which is woken if need be. */
export async function backgroundReply(id: string, expression: string): Promise<Reply> {
  const addon = WebExtensionPolicy.getByID(id)?.extension;
  if (addon === undefined) return { error: "the extension is not installed" };
  await addon.wakeupBackground?.();
  const view = [...addon.views].find((one) => one.viewType === "background");
  if (view === undefined) return { error: "the extension has no background" };
  const { messageManager } = view.xulBrowser;
  // The page lives in another process, and its own policy forbids to evaluate text; a script of the browser in that process may.
  const name = `tielight:${Math.random()}`;
  const script = `(async () => {
    const reply = {};
    try {
      const sandbox = new Cu.Sandbox(content, { sandboxPrototype: content.wrappedJSObject, wantXrays: false });
      reply.answer = await Cu.evalInSandbox(${JSON.stringify(expression)}, sandbox);
    } catch (error) {
      reply.error = String(error);
    }
    sendAsyncMessage(${JSON.stringify(name)}, reply);
  })()`;
  return new Promise((resolve) => {
    messageManager.addMessageListener(name, (message) => resolve(message.data));
    messageManager.loadFrameScript(
      `data:application/javascript;charset=utf-8,${encodeURIComponent(script)}`,
      false,
    );
  });
}

/** From now on keeps what the site and extensions throw without catching it. */
export function errorsKept(): void {
  const kept: string[] = (window.tielightErrors = []);
  // Firefox's own note on a question that was still on its way when its page was closed. Nothing was thrown, and no script is left
  // that could have caught it: `wrapPromise` in toolkit/components/extensions/ExtensionCommon.sys.mjs.
  const askedByNobody =
    /^Promise (?:resolved|rejected) (?:after context unloaded|while context is inactive)/;
  Services.console.registerListener({
    observe: (message) => {
      if (!(message instanceof Ci.nsIScriptError) || (message.flags & 1) === 1) return;
      if (askedByNobody.test(message.errorMessage)) return;
      if (/^(moz-extension|https):/.test(message.sourceName))
        kept.push(`${message.sourceName}: ${message.errorMessage}`);
    },
  });
}

export function errorsHeard(): readonly string[] {
  return window.tielightErrors ?? [];
}

/** Shows a tab as on this medium; "" is the screen. */
export function mediumSet(tab: string, medium: string): void {
  const { NavigableManager } = ChromeUtils.importESModule(
    "chrome://remote/content/shared/NavigableManager.sys.mjs",
  );
  NavigableManager.getBrowsingContextById(tab).mediumOverride = medium;
}

/** What a tab says about the person's preferences. */
export function preferencesSet(tab: string, preferences: Preferences): void {
  const { NavigableManager } = ChromeUtils.importESModule(
    "chrome://remote/content/shared/NavigableManager.sys.mjs",
  );
  const context = NavigableManager.getBrowsingContextById(tab);
  context.prefersColorSchemeOverride = preferences.colourScheme;
  context.prefersReducedMotionOverride = preferences.reducedMotion ? "reduce" : "no-preference";
  context.forcedColorsOverride = preferences.forcedColours === true ? "active" : "none";
}
