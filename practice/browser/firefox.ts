import { resolve } from "node:path";
import puppeteer from "puppeteer-core";
import type { Page } from "puppeteer-core";
import type { BrowserDriver, BrowserOptions, DrivenPage } from "./browser-driver.ts";
import { browserHome } from "./browser-home.ts";
import { downloadedFile } from "./downloaded-file.ts";
import { drivenPage, patienceMs } from "./driven-page.ts";
import {
  addonAllowed,
  addonOrigin,
  backgroundEnded,
  backgroundReply,
  errorsHeard,
  errorsKept,
  mediumSet,
  preferencesSet,
  addonReloaded,
  addonSwitched,
} from "./firefox-window.ts";
import { contextOf, firefoxRemote } from "./firefox-remote.ts";
import type { FirefoxRemote } from "./firefox-remote.ts";
import { ended, openPages } from "./open-pages.ts";
import { pageAnswer, pageExpression } from "./page-expression.ts";
import { watcherFolder } from "./sight.ts";
import { within } from "./within.ts";

/** Starts Firefox with the built extension as a temporary add-on, through WebDriver BiDi. */
export async function startFirefox(options: BrowserOptions): Promise<BrowserDriver> {
  const home = await browserHome("firefox", options.profile);
  const headless = options.headless ?? true;
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: home.program,
    userDataDir: home.profile,
    headless,
    acceptInsecureCerts: true,
    defaultViewport: headless ? { width: 1280, height: 900 } : null,
    args: ["-remote-allow-system-access"],
    extraPrefsFirefox: firefoxPreferences(options, home.downloads),
    env: { ...process.env, ...(options.timeZone ? { TZ: options.timeZone } : {}) },
  });

  const ending = ended(browser, home.remove);
  try {
    const remote = await firefoxRemote(browser);
    await remote.inBrowserWindow(errorsKept);
    const shown: string[] = [];
    const tabs = async (): Promise<readonly Page[]> => {
      const open = await remote.tabs();
      // Puppeteer does not hear that tabs of an extension were closed.
      return (await browser.pages()).filter((page) => open.includes(contextOf(page)));
    };
    const pages = openPages(browser, tabs, (page) => {
      page.on("console", (message) => {
        if (message.type() === "error") shown.push(`${page.url()}: ${message.text()}`);
      });
      return drivenPage(page, firefoxTab(page, remote));
    });
    if (options.watcher) await browser.installExtension(watcherFolder);
    const id = await browser.installExtension(resolve(options.extension));
    const extensionOrigin = await remote.inBrowserWindow(addonOrigin, id);

    const evaluateInBackground: BrowserDriver["evaluateInBackground"] = async (call, ...args) => {
      const reply = remote.inBrowserWindow(backgroundReply, id, pageExpression(call, args));
      const { answer, error } = await within(patienceMs, "the background to answer", reply);
      if (error !== undefined) throw new Error(error);
      return pageAnswer(answer);
    };
    const open = async (url: string): Promise<DrivenPage> => {
      const page = pages.driven(await browser.newPage());
      await page.goTo(url);
      return page;
    };
    return {
      name: "firefox",
      version: await browser.version(),
      extensionOrigin,
      open,
      openExtensionPage: (path) => open(`${extensionOrigin}/${path}`),
      container: async () => {
        const separate = await browser.createBrowserContext();
        return async (url) => {
          const page = pages.driven(await separate.newPage());
          await page.goTo(url);
          return page;
        };
      },
      pages: pages.all,
      pageAt: pages.at,
      downloadOf: (action, timeoutMs = patienceMs) =>
        downloadedFile(home.downloads, action, timeoutMs),
      killBackground: () => remote.inBrowserWindow(backgroundEnded, id),
      reloadExtension: () => remote.inBrowserWindow(addonReloaded, id),
      switchExtension: (isOn) => remote.inBrowserWindow(addonSwitched, id, isOn),
      allowSite: (isAllowed) => remote.inBrowserWindow(addonAllowed, id, isAllowed),
      evaluateInBackground,
      popupText: () => evaluateInBackground(textOfPopup),
      closePopup: () => evaluateInBackground(popupClosed),
      problems: async () => [...(await remote.inBrowserWindow(errorsHeard)), ...shown],
      ...ending,
    };
  } catch (error) {
    await ending.close();
    throw error;
  }
}

interface Views {
  readonly extension: {
    readonly getViews: (of: { readonly type: "popup" }) => readonly Window[];
  };
}

function textOfPopup(): string | undefined {
  const { browser: api } = globalThis as unknown as { readonly browser: Views };
  return api.extension.getViews({ type: "popup" })[0]?.document.body.innerText;
}

function popupClosed(): void {
  const { browser: api } = globalThis as unknown as { readonly browser: Views };
  for (const view of api.extension.getViews({ type: "popup" })) view.close();
}

function firefoxPreferences(
  options: BrowserOptions,
  downloads: string,
): Record<string, string | number | boolean> {
  const language = options.language ?? "en-US";
  const [base] = language.split("-");
  return {
    "intl.accept_languages": `${language},${base}`,
    "browser.download.folderList": 2, // the folder named below
    "browser.download.dir": downloads,
    "browser.download.useDownloadDir": true,
    "browser.download.alwaysOpenPanel": false,
    // A temporary add-on is uninstalled when Firefox ends; a profile that is used again must still have its history.
    "extensions.webextensions.keepStorageOnUninstall": true,
    "extensions.webextensions.keepUuidOnUninstall": true,
    "network.proxy.type": 1, // the hosts and ports named below
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": options.proxyPort ?? unusedPort,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": options.proxyPort ?? unusedPort,
  };
}

/** A port nobody listens on: without a practice site every request fails at once. */
const unusedPort = 9;

function firefoxTab(page: Page, remote: FirefoxRemote): Parameters<typeof drivenPage>[1] {
  const context = contextOf(page);
  return {
    evaluate: (expression) => page.evaluate(expression),
    goTo: async (url) => {
      await remote.send("browsingContext.navigate", { context, url, wait: "complete" });
    },
    reload: async () => {
      await remote.send("browsingContext.reload", { context, wait: "complete" });
    },
    traverse: async (delta) => {
      await remote.send("browsingContext.traverseHistory", { context, delta });
    },
    asPrinted: (printed) => remote.inBrowserWindow(mediumSet, context, printed ? "print" : ""),
    heard: () => Promise.resolve(undefined),
    prefer: (preferences) => remote.inBrowserWindow(preferencesSet, context, preferences),
  };
}
