/**
 * What nobody can do: read a file of Tielight from a page of the site, and make a page or the background of Tielight open a connection or
 * run text as code, even from inside.
 */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import type { Browser } from "webextension-polyfill";
import { inEachBrowser } from "../support/in-each-browser.ts";
import { builtExtension } from "../support/world.ts";

declare const chrome: Browser;

const SITE = "https://www.linkedin.com";
/** Nobody else asks the practice site for this. */
const MARK = "attempt-of-the-tests";

const filesOf = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => statSync(join(folder, file)).isFile());

/** What became of each attempt. Runs as it is in a page of ours or in the background, out of reach of the one who starts it. */
function attempts(site: string, mark: string): Promise<Readonly<Record<string, string>>> {
  const address = (what: string): string => `${site}/${mark}-${what}`;
  const hasPage = typeof document !== "undefined";
  const element = (name: string): HTMLElement => document.createElement(name);
  type OfText = (text: string) => unknown;
  const named = (of: object, name: string): OfText => Reflect.get(of, name) as OfText;
  const all: Record<string, () => unknown> = {
    eval: () => named(globalThis, "eval")("1"),
    Function: () => (named(globalThis, "Function")("return 1") as () => unknown)(),
    fetch: () => fetch(address("fetch"), { mode: "no-cors" }),
    socket: () =>
      new Promise((done, failed) => {
        const socket = new WebSocket(`${site.replace("https", "wss")}/${mark}-socket`);
        socket.addEventListener("open", done);
        socket.addEventListener("error", failed);
      }),
    ...(typeof EventSource !== "undefined" && {
      events: () =>
        new Promise((done, failed) => {
          const source = new EventSource(address("events"));
          source.addEventListener("open", done);
          source.addEventListener("error", failed);
        }),
    }),
    import: () => import(/* @vite-ignore */ address("import")),
    ...(hasPage && {
      request: () =>
        new Promise((done, failed) => {
          const request = new XMLHttpRequest();
          request.addEventListener("load", done);
          request.addEventListener("error", failed);
          request.open("GET", address("request"));
          request.send();
        }),
      timer: () =>
        new Promise((done, failed) => {
          Object.assign(window, { ran: done });
          setTimeout("ran()" as unknown as () => void, 0);
          setTimeout(failed, 300);
        }),
      markup: () => {
        const box = element("div");
        Reflect.set(box, "innerHTML", "<b>1</b>");
        return box.firstChild ?? Promise.reject(new Error("nothing"));
      },
      "markup beside": () =>
        Reflect.apply(named(Element.prototype, "insertAdjacentHTML"), element("div"), [
          "beforeend",
          "<b>1</b>",
        ]),
      "markup of a range": () => document.createRange().createContextualFragment("<b>1</b>"),
      "markup of a document": () => new DOMParser().parseFromString("<b>1</b>", "text/html"),
      "a policy of its own": () =>
        (
          window as unknown as {
            trustedTypes: { createPolicy(name: string, rules: object): object };
          }
        ).trustedTypes.createPolicy("another", { createHTML: (text: string) => text }),
      "a script in the page": () => {
        const script = element("script");
        script.textContent = "window.ranInPage = true";
        document.head.append(script);
        return (
          (window as { ranInPage?: boolean }).ranInPage ?? Promise.reject(new Error("not run"))
        );
      },
      "a script from elsewhere": () =>
        new Promise((done, failed) => {
          const script = element("script") as HTMLScriptElement;
          script.addEventListener("load", done);
          script.addEventListener("error", failed);
          script.src = address("script");
          document.head.append(script);
        }),
      "a worker of text": () =>
        new Promise((done, failed) => {
          const worker = new Worker(URL.createObjectURL(new Blob(["postMessage(1)"])));
          worker.addEventListener("message", done);
          worker.addEventListener("error", failed);
        }),
      "a picture from elsewhere": () =>
        new Promise((done, failed) => {
          const picture = new Image();
          picture.addEventListener("load", done);
          picture.addEventListener("error", failed);
          picture.src = address("picture");
        }),
      "a style sheet from elsewhere": () =>
        new Promise((done, failed) => {
          const link = element("link") as HTMLLinkElement;
          link.addEventListener("load", done);
          link.addEventListener("error", failed);
          link.rel = "stylesheet";
          link.href = address("style");
          document.head.append(link);
        }),
      "a font from elsewhere": () => new FontFace("x", `url(${address("font")})`).load(),
      // What becomes of these shows in what the site is asked for.
      "a frame": () => {
        const frame = element("iframe") as HTMLIFrameElement;
        frame.src = address("frame");
        document.body.append(frame);
      },
      "a form": () => {
        const form = element("form") as HTMLFormElement;
        form.action = address("form");
        form.method = "post";
        document.body.append(form);
        form.submit();
      },
      beacon: () => navigator.sendBeacon(address("beacon"), "x"),
      "a page to be loaded early": () => {
        const link = element("link") as HTMLLinkElement;
        link.rel = "prefetch";
        link.href = address("prefetch");
        document.head.append(link);
      },
      "another base": () => {
        const base = element("base") as HTMLBaseElement;
        base.href = site;
        document.head.prepend(base);
        return document.baseURI.startsWith(site) ? 1 : Promise.reject(new Error("as before"));
      },
    }),
  };
  // Out of the call of the one who drives the browser, whose text may run as code.
  return new Promise((resolve) => {
    const tried = async (): Promise<Readonly<Record<string, string>>> => {
      const outcome: Record<string, string> = {};
      for (const [what, attempt] of Object.entries(all)) {
        const late = new Promise((_, refuse) => setTimeout(refuse, 2000, new Error("late")));
        try {
          await Promise.race([attempt(), late]);
          outcome[what] = "done";
        } catch {
          outcome[what] = "refused";
        }
      }
      return outcome;
    };
    setTimeout(() => resolve(tried()), 0);
  });
}

/** Attempts that refuse nobody; only what is asked of the site tells. */
const SILENT = ["a frame", "a form", "beacon", "a page to be loaded early"];

inEachBrowser("what nobody can do", { history: false }, (world) => {
  world.test("a page of the site reads no file of Tielight", async () => {
    const { browser } = world;
    const files = filesOf(builtExtension(browser.name));
    expect(files.length).toBeGreaterThan(20);
    const page = await browser.open(`${SITE}/practice/probe`);
    const host = new URL(browser.extensionOrigin).host;
    const report = await page.evaluate(
      async (id, names) => {
        type Probe = (
          ids: readonly string[],
          files: readonly string[],
        ) => Promise<{ readonly readable: readonly string[]; readonly tried: number }>;
        const { practiceProbe } = window as unknown as { practiceProbe: Probe };
        const { readable, tried } = await practiceProbe([id], names);
        return { readable, tried };
      },
      host,
      files,
    );
    expect(report).toEqual({ readable: [], tried: files.length * 2 });
    // The same page reads what it may.
    const own = await page.evaluate(async () => (await fetch("/static/probe.js")).ok);
    expect(own).toBe(true);
  });

  world.test("no page of Tielight opens a connection or runs text as code", async () => {
    const { browser, practice } = world;
    for (const path of [
      "src/popup/index.html",
      "src/dashboard/index.html",
      "src/welcome/index.html",
    ]) {
      const page = await browser.openExtensionPage(path);
      practice.clearRequests();
      const outcome = await page.evaluate(attempts, SITE, MARK);
      expect(Object.keys(outcome).length).toBeGreaterThan(20);
      const done = Object.entries(outcome).flatMap(([what, how]) => (how === "done" ? what : []));
      expect(
        done.filter((what) => !SILENT.includes(what)),
        path,
      ).toEqual([]);
      expect(
        practice.requests.filter((one) => one.path.includes(MARK)),
        path,
      ).toEqual([]);
      expect((await page.url()).startsWith(browser.extensionOrigin), path).toBe(true);
      await page.close();
    }
  });

  world.test("nor does the background", async () => {
    const { browser, practice } = world;
    practice.clearRequests();
    const outcome = await browser.evaluateInBackground(attempts, SITE, MARK);
    expect(Object.keys(outcome).length).toBeGreaterThan(4);
    // Firefox lets text run as code that its debugger brings in: there one of our pages tries it, in the background's own world.
    const isDebugged = browser.name === "firefox";
    const page = await browser.openExtensionPage("src/popup/index.html");
    const ran =
      isDebugged &&
      (await page.evaluate(async () => {
        const background = await chrome.runtime.getBackgroundPage();
        const { eval: run, Function: Made } = background as unknown as typeof globalThis;
        return [() => run("1") as unknown, () => new Made("return 1")() as unknown].some(
          (attempt) => {
            try {
              return attempt() === 1;
            } catch {
              return false;
            }
          },
        );
      }));
    expect(ran).toBe(false);
    const silent = isDebugged ? [...SILENT, "eval", "Function"] : SILENT;
    const done = Object.entries(outcome).flatMap(([what, how]) => (how === "done" ? what : []));
    expect(done.filter((what) => !silent.includes(what))).toEqual([]);
    expect(practice.requests.filter((one) => one.path.includes(MARK))).toEqual([]);
  });

  world.test("on the site the same attempts reach it", async () => {
    const { browser, practice } = world;
    practice.clearRequests();
    const page = await browser.open(`${SITE}/feed/`);
    await page.evaluate(async (address) => {
      await fetch(address, { mode: "no-cors" });
      navigator.sendBeacon(`${address}-beacon`, "x");
    }, `${SITE}/${MARK}-fetch`);
    await page.waitFor("the requests", () => document.readyState === "complete");
    expect(practice.requests.some((one) => one.path.includes(MARK))).toBe(true);
  });
});
