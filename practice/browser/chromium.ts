import { resolve } from "node:path";
import puppeteer, { TargetType } from "puppeteer-core";
import type {
  Browser,
  CDPSession,
  Page,
  SerializedAXNode,
  Target,
  WebWorker,
} from "puppeteer-core";
import type { BrowserDriver, BrowserOptions, DrivenPage } from "./browser-driver.ts";
import { browserHome } from "./browser-home.ts";
import { extensionSwitched, siteAllowed } from "./chromium-extensions-page.ts";
import { downloadedFile } from "./downloaded-file.ts";
import { drivenPage, patienceMs } from "./driven-page.ts";
import { ended, openPages } from "./open-pages.ts";
import { pageAnswer, pageExpression } from "./page-expression.ts";
import { watcherFolder } from "./sight.ts";
import { eventually, within } from "./within.ts";

/** Starts Chromium with the built extension, through the DevTools protocol. */
export async function startChromium(options: BrowserOptions): Promise<BrowserDriver> {
  const home = await browserHome("chromium", options.profile);
  const folder = resolve(options.extension);
  const headless = options.headless ?? true;
  const browser = await puppeteer.launch({
    executablePath: home.program,
    userDataDir: home.profile,
    pipe: true,
    headless,
    acceptInsecureCerts: true,
    defaultViewport: headless ? { width: 1280, height: 900 } : null,
    enableExtensions: true,
    downloadBehavior: { policy: "allow", downloadPath: home.downloads },
    args: [
      `--accept-lang=${options.language ?? "en-US"}`,
      `--proxy-server=127.0.0.1:${options.proxyPort ?? unusedPort}`,
      "--proxy-bypass-list=<-loopback>",
      // The sandbox of Chromium refuses to work for root, who is who runs tests in containers.
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    ],
    env: { ...process.env, ...(options.timeZone ? { TZ: options.timeZone } : {}) },
  });

  const ending = ended(browser, home.remove);
  try {
    const problems: string[] = [];
    const pages = openPages(
      browser,
      () => browser.pages(),
      (page) => {
        page.on("pageerror", (error) => problems.push(`${page.url()}: ${String(error)}`));
        page.on("console", (message) => {
          if (message.type() === "error") problems.push(`${page.url()}: ${message.text()}`);
        });
        return drivenPage(page, chromiumTab(page));
      },
    );
    browser.on("targetcreated", (target) => {
      if (target.type() !== TargetType.SERVICE_WORKER) return;
      exceptionsOf(target, (text) => problems.push(text)).catch(() => undefined); // ended already
    });
    // Not left to puppeteer's launch, which does not wait for it and lets its failure escape.
    if (options.watcher) await browser.installExtension(watcherFolder);
    const id = await browser.installExtension(folder);
    const extensionOrigin = `chrome-extension://${id}`;
    const background = serviceWorker(browser, extensionOrigin);
    await background.started(installingMs);

    const open = async (url: string): Promise<DrivenPage> => {
      const page = pages.driven(await browser.newPage());
      await page.goTo(url);
      // A tab that opened meanwhile lies over this one, and Chromium draws nothing in a tab that is covered.
      if (await page.evaluate(() => document.visibilityState === "hidden"))
        await page.bringToFront();
      return page;
    };
    return {
      name: "chromium",
      version: await browser.version(),
      extensionOrigin,
      open,
      openExtensionPage: (path) => open(`${extensionOrigin}/${path}`),
      container: () => Promise.reject(new Error("Chromium has no containers")),
      pages: pages.all,
      pageAt: pages.at,
      downloadOf: (action, timeoutMs = patienceMs) =>
        downloadedFile(home.downloads, action, timeoutMs),
      killBackground: background.kill,
      reloadExtension: async () => {
        // A worker that is still being watched outlives the reload as a corpse, so it goes first.
        await background.kill();
        await browser.installExtension(folder);
        await background.started(installingMs);
      },
      switchExtension: async (isOn) => {
        await background.kill();
        await extensionSwitched(browser, id, isOn);
        if (isOn) await background.started(installingMs);
      },
      allowSite: (isAllowed) => siteAllowed(browser, id, isAllowed),
      evaluateInBackground: async (call, ...args) => {
        const worker = await background.started();
        const answer = worker.evaluate(pageExpression(call, args));
        return pageAnswer(await within(patienceMs, "the background to answer", answer));
      },
      popupText: async () =>
        (await toolbarPopup(browser, extensionOrigin))?.evaluate(() => document.body.innerText),
      closePopup: async () => void (await toolbarPopup(browser, extensionOrigin))?.close(),
      problems: async () => [...problems],
      ...ending,
    };
  } catch (error) {
    await ending.close();
    throw error;
  }
}

/**
 * A newly installed extension's worker starts by itself within this time. To start it earlier would be to start it twice, and a test
 * that ended it before would find it alive later.
 */
const installingMs = 5_000;

/** A worker that nothing starts again is gone within this time. */
const endingMs = 3_000;

/** Asked in the background: whether it can do already what an extension can. */
const hasInterfaces = `Boolean(globalThis.chrome?.runtime?.id)`;

/** A port nobody listens on: without a practice site every request fails at once. */
const unusedPort = 9;

/** Role, name and state of everything in a tree, in its order. */
function heardIn(node: SerializedAXNode): readonly string[] {
  const { role, name = "", expanded, pressed, checked, children = [] } = node;
  const states = [
    expanded === undefined ? "" : expanded ? "expanded" : "collapsed",
    pressed === true ? "pressed" : "",
    checked === true ? "checked" : "",
  ];
  const line = [role, name, ...states].filter((word) => word !== "").join(" ");
  return [line, ...children.flatMap(heardIn)];
}

function chromiumTab(page: Page): Parameters<typeof drivenPage>[1] {
  const patience = { timeout: patienceMs };
  let emulation: Promise<CDPSession> | undefined;
  return {
    evaluate: (expression) => page.evaluate(expression),
    goTo: async (url) => void (await page.goto(url, patience)),
    reload: async () => void (await page.reload(patience)),
    traverse: async (steps) =>
      void (await (steps < 0 ? page.goBack(patience) : page.goForward(patience))),
    heard: async () => {
      const root = await page.accessibility.snapshot();
      return root === null ? [] : heardIn(root);
    },
    dropAt: async (x, y, paths) => {
      const session = await page.createCDPSession();
      const data = { items: [], files: [...paths], dragOperationsMask: 1 };
      for (const type of ["dragEnter", "dragOver", "drop"] as const)
        await session.send("Input.dispatchDragEvent", { type, x, y, data });
      await session.detach();
    },
    asPrinted: (printed) => page.emulateMediaType(printed ? "print" : undefined),
    prefer: async ({ colourScheme, reducedMotion, forcedColours = false, finger = false }) => {
      // Puppeteer knows no forced colours, and a finger only together with a page that is laid out anew.
      emulation ??= page.createCDPSession();
      const features = [
        { name: "prefers-color-scheme", value: colourScheme },
        { name: "prefers-reduced-motion", value: reducedMotion ? "reduce" : "no-preference" },
        { name: "forced-colors", value: forcedColours ? "active" : "none" },
      ];
      const session = await emulation;
      await session.send("Emulation.setEmulatedMedia", { features });
      await session.send("Emulation.setTouchEmulationEnabled", { enabled: finger });
    },
  };
}

/** The popup of the toolbar icon, which unlike the same page in a tab has no tab around it. */
async function toolbarPopup(browser: Browser, extensionOrigin: string): Promise<Page | undefined> {
  const tabs = await browser.pages();
  for (const target of browser.targets()) {
    if (!target.url().startsWith(`${extensionOrigin}/src/popup/`)) continue;
    const page = await target.asPage();
    if (tabs.every((tab) => tab.target() !== target)) return page;
  }
  return undefined;
}

/** Tells what is thrown in a worker and not caught. */
async function exceptionsOf(target: Target, tell: (problem: string) => void): Promise<void> {
  // Puppeteer's own session: with a second one the worker could not be ended, as it waits until all who watch it have left.
  const worker = await target.worker();
  worker?.client.on("Runtime.exceptionThrown", ({ exceptionDetails }) => {
    tell(`${target.url()}: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
  });
}

/** The extension's background in Chromium. */
function serviceWorker(browser: Browser, extensionOrigin: string) {
  const target = (): Target | undefined =>
    browser
      .targets()
      .find(
        (one) =>
          one.type() === TargetType.SERVICE_WORKER && one.url().startsWith(`${extensionOrigin}/`),
      );

  return {
    /** The running worker; starts it when it does not start by itself in this time. */
    async started(graceMs = 0): Promise<WebWorker> {
      const running = await eventually(graceMs, "the worker", target).catch(() => undefined);
      if (running === undefined) {
        const [anyPage] = await browser.pages();
        const session = await (anyPage ?? (await browser.newPage())).createCDPSession();
        await session.send("ServiceWorker.enable");
        await session.send("ServiceWorker.startWorker", { scopeURL: `${extensionOrigin}/` });
        await session.detach();
      }
      return eventually(patienceMs, "the extension's service worker to start", async () => {
        const worker = await target()?.worker();
        // A worker is listed a moment before the browser has given it the interfaces of extensions.
        return (await worker?.evaluate(hasInterfaces)) ? worker : undefined;
      });
    },
    async kill(): Promise<boolean> {
      const running = target();
      const worker = await running?.worker();
      if (!worker) return false;
      await worker.close();
      const isGone = (): boolean => target() !== running;
      if (await eventually(endingMs, "the service worker to end", isGone).catch(() => false))
        return true;
      // An event that came while it was being ended has started it again under the same target.
      const [anyPage] = await browser.pages();
      const session = await (anyPage ?? (await browser.newPage())).createCDPSession();
      await session.send("ServiceWorker.enable");
      await session.send("ServiceWorker.stopAllWorkers");
      await session.detach();
      await eventually(patienceMs, "the service worker to end", isGone);
      return true;
    },
  };
}
