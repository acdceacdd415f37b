import type { Browser, Page } from "puppeteer-core";
import { pageAnswer, pageExpression } from "./page-expression.ts";

/**
 * What Firefox can do over WebDriver BiDi and puppeteer does not offer: calls in the browser's own window, where extensions are
 * administered, and navigation to pages of extensions, whose load puppeteer never hears of. Needs `-remote-allow-system-access`.
 */
export interface FirefoxRemote {
  readonly send: (method: string, params: object) => Promise<unknown>;
  /** The names of the tabs that are open. */
  readonly tabs: () => Promise<readonly string[]>;
  /** Calls a function with the browser's privileges in its main window. Arguments and answer travel as JSON. */
  readonly inBrowserWindow: <Args extends readonly unknown[], Answer>(
    call: (...args: Args) => Answer | Promise<Answer>,
    ...args: Args
  ) => Promise<Answer>;
}

export async function firefoxRemote(browser: Browser): Promise<FirefoxRemote> {
  const connection = bidiConnection(browser);
  const send = async (method: string, params: object): Promise<unknown> =>
    (await connection.send(method, params)).result;

  const tree = (await send("browsingContext.getTree", { "moz:scope": "chrome" })) as Tree;
  const context = tree.contexts[0]?.context;
  if (context === undefined) throw new Error("Firefox shows no window of its own");

  return {
    send,
    tabs: async () =>
      ((await send("browsingContext.getTree", { maxDepth: 0 })) as Tree).contexts.map(
        (tab) => tab.context,
      ),
    inBrowserWindow: async (call, ...args) => {
      const outcome = (await send("script.evaluate", {
        expression: pageExpression(call, args),
        target: { context },
        awaitPromise: true,
      })) as Outcome;
      if (outcome.type === "exception") throw new Error(outcome.exceptionDetails.text);
      return pageAnswer(outcome.result.value);
    },
  };
}

/** The name WebDriver BiDi has for a tab. */
export function contextOf(page: Page): string {
  const frame: object = page.mainFrame();
  if ("_id" in frame && typeof frame._id === "string") return frame._id;
  throw new Error("this puppeteer keeps the id of a frame elsewhere");
}

// The shapes of WebDriver BiDi's answers, as far as they are read here: https://www.w3.org/TR/webdriver-bidi/

interface Connection {
  readonly send: (method: string, params: object) => Promise<{ readonly result: unknown }>;
}

interface Tree {
  readonly contexts: readonly { readonly context: string }[];
}

type Outcome =
  | { readonly type: "success"; readonly result: { readonly value?: unknown } }
  | { readonly type: "exception"; readonly exceptionDetails: { readonly text: string } };

function bidiConnection(browser: Browser): Connection {
  if ("connection" in browser) return browser.connection as Connection;
  throw new Error("this puppeteer keeps its connection elsewhere");
}
