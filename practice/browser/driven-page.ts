import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { KeyInput, Page } from "puppeteer-core";
import type { DrivenPage, Preferences } from "./browser-driver.ts";
import { pageAnswer, pageExpression } from "./page-expression.ts";
import { watcherAnswer } from "./sight.ts";
import { eventually, within } from "./within.ts";

/** How long a page may take to load, a question to be answered, a condition to come true. */
export const patienceMs = 30_000;

/** What the two browsers do differently in a tab. */
export interface TabControls {
  /** The JSON text an expression of `pageExpression` promises. */
  readonly evaluate: (expression: string) => Promise<unknown>;
  readonly goTo: (url: string) => Promise<void>;
  readonly reload: () => Promise<void>;
  readonly traverse: (steps: 1 | -1) => Promise<void>;
  readonly prefer: (preferences: Preferences) => Promise<void>;
  readonly asPrinted: (printed: boolean) => Promise<void>;
  readonly heard: () => Promise<readonly string[] | undefined>;
  /** Drops files at a point; absent where the browser cannot be told to. */
  readonly dropAt?: (x: number, y: number, paths: readonly string[]) => Promise<void>;
}

/** A tab as the tests see it: puppeteer for the mouse, the keyboard and pictures, `controls` for the rest. */
export function drivenPage(page: Page, controls: TabControls): DrivenPage {
  const evaluate: DrivenPage["evaluate"] = async (call, ...args) => {
    const answer = controls.evaluate(pageExpression(call, args));
    return pageAnswer(await within(patienceMs, "the page to answer", answer));
  };

  const waitFor: DrivenPage["waitFor"] = async (what, call, ...args) => {
    let trouble: unknown;
    try {
      return await eventually(patienceMs, what, async () => {
        try {
          const answer = await evaluate(call, ...args);
          trouble = undefined;
          return answer;
        } catch (error) {
          trouble = error;
          return undefined;
        }
      });
    } catch (error) {
      throw trouble === undefined ? error : new Error(String(error), { cause: trouble });
    }
  };

  // A page that is just going elsewhere answers nothing, and is asked again.
  const url = (): Promise<string> => waitFor("the address", () => location.href);

  const traverse = async (steps: 1 | -1): Promise<void> => {
    const before = await url();
    await within(patienceMs, "the tab's history to move", controls.traverse(steps));
    await waitFor(
      `another address than ${before}`,
      (old) => location.href !== old && document.readyState === "complete",
      before,
    );
  };

  return {
    url,
    goTo: (address) => within(patienceMs, `${address} to load`, controls.goTo(address)),
    reload: () => within(patienceMs, "the page to load again", controls.reload()),
    back: () => traverse(-1),
    forward: () => traverse(1),
    evaluate,
    waitFor,

    clickAt: (x, y) => page.mouse.click(x, y),
    moveTo: (x, y) => page.mouse.move(x, y),
    async dragOver({ x, y, width, height }) {
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x + width, y + height, { steps: 5 });
      await page.mouse.up();
    },
    clickIn: ({ x, y, width, height }) => page.mouse.click(x + width / 2, y + height / 2),
    click: async (selector) => {
      const where = () => waitFor(`"${selector}" to be there`, middleInView, selector);
      // A page that is still arriving moves what stands below: nobody aims at something that moves.
      let before = await where();
      const middle = await eventually(patienceMs, `"${selector}" to stand still`, async () => {
        const now = await where();
        const stands = now.x === before.x && now.y === before.y;
        before = now;
        return stands ? now : undefined;
      });
      await page.mouse.click(middle.x, middle.y);
    },
    press: async (key) => {
      const keys = key.split("+") as KeyInput[]; // puppeteer itself refuses a key it does not know
      const last = keys.pop();
      if (last === undefined) return;
      for (const modifier of keys) await page.keyboard.down(modifier);
      await page.keyboard.press(last);
      for (const modifier of keys.toReversed()) await page.keyboard.up(modifier);
    },
    type: (text) => page.keyboard.type(text),
    upload: async (selector, ...paths) => {
      await waitFor(
        `"${selector}" to be there`,
        (s) => document.querySelector(s) !== null,
        selector,
      );
      const input = await page.evaluateHandle((s) => {
        const found = document.querySelector(s);
        if (found instanceof HTMLInputElement) return found;
        throw new Error(`"${s}" is no input`);
      }, selector);
      await input.uploadFile(...paths);
      await input.dispose();
    },

    drop: async (selector, ...paths) => {
      const { x, y } = await waitFor(`"${selector}" to be there`, middleInView, selector);
      if (controls.dropAt !== undefined) return controls.dropAt(x, y, paths);
      const files = await Promise.all(
        paths.map(async (path) => [basename(path), await readFile(path, "base64")] as const),
      );
      await evaluate(dropFiles, selector, files);
    },

    shadowTexts: () => watcherAnswer(evaluate, "snapshot"),
    startWatching: async () => void (await watcherAnswer(evaluate, "start")),
    stopWatching: () => watcherAnswer(evaluate, "stop"),

    screenshot: async (path, options = {}) => {
      const picture = await page.screenshot({
        type: "png",
        fullPage: options.whole ?? false,
        // Otherwise the window changes its size for the picture, and a page that draws only what is near it empties itself.
        ...(options.clip && { clip: options.clip, captureBeyondViewport: false }),
        ...(path?.endsWith(".png") ? { path: path as `${string}.png` } : {}),
      });
      return Buffer.from(picture);
    },
    setViewport: (width, height, scale = 1) =>
      page.setViewport({ width, height, deviceScaleFactor: scale }),
    prefer: controls.prefer,
    asPrinted: controls.asPrinted,
    heard: controls.heard,
    bringToFront: () => page.bringToFront(),
    close: () => page.close(),
  };
}

/** Runs in the page: where to click an element, after it was brought into view. */
function middleInView(selector: string): { x: number; y: number } | undefined {
  const corner = { x: 0, y: 0 };
  let inside: ParentNode | null = document;
  let found: Element | null = null;
  for (const step of selector.split(">>>")) {
    if (found?.tagName === "IFRAME") {
      const frame = found.getBoundingClientRect();
      corner.x += frame.x;
      corner.y += frame.y;
    }
    found = inside?.querySelector(step) ?? null;
    inside =
      found?.shadowRoot ?? (found instanceof HTMLIFrameElement ? found.contentDocument : null);
  }
  if (found === null) return undefined;
  found.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
  const box = found.getBoundingClientRect();
  if (box.width === 0 || box.height === 0) return undefined;
  return { x: corner.x + box.x + box.width / 2, y: corner.y + box.y + box.height / 2 };
}

/** Runs in the page: an event as if these files, their bytes in Base64, were dropped on an element. */
function dropFiles(selector: string, files: readonly (readonly [string, string])[]): void {
  const dataTransfer = new DataTransfer();
  for (const [name, base64] of files) {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    dataTransfer.items.add(new File([bytes], name));
  }
  for (const type of ["dragover", "drop"])
    document
      .querySelector(selector)
      ?.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
}
