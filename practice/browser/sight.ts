import { fileURLToPath } from "node:url";
import type { DrivenPage } from "./browser-driver.ts";

/** CSS pixels from the top left corner of what is visible of the page. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One look at a page by the watcher: everything in it, in its open shadow roots and in its visible frames of the same site. */
export interface Sight {
  readonly url: string;
  readonly title: string;
  /** The texts of the headings a person could scroll to, in document order. */
  readonly headings: readonly string[];
  /** From the top of the page to its bottom. A badge and its card are one or two of these. */
  readonly roots: readonly ClosedRoot[];
}

/** What stands in one closed shadow root. */
export interface ClosedRoot {
  /** The visible text, on one line. */
  readonly text: string;
  /** All `aria-label`s, separated by semicolons. */
  readonly label: string;
  readonly rect: Rect;
  /** The closest heading or link of the page. `href` is absolute. */
  readonly near: { readonly text: string; readonly href: string | null };
  /** The label or the text of what has the focus in it, or nothing. */
  readonly focus: string;
  /** Whether it stands inside a heading, link or button of the page, which has it in its own name. */
  readonly inName: boolean;
  /** Whether screen readers leave it out. */
  readonly silent: boolean;
  /** The theme it is dressed for; "" where it has none. */
  readonly theme: string;
  /** Links, buttons and whatever else can be operated. */
  readonly controls: readonly Control[];
}

export interface Control {
  /** `button`, `a`, … */
  readonly tag: string;
  readonly text: string;
  readonly label: string;
  readonly href: string | null;
  readonly rect: Rect;
}

export interface Recording {
  /** How many animation frames were looked at. */
  readonly frames: number;
  /** Those that differed from the one before. `at` is in ms since the epoch. */
  readonly seen: readonly (Sight & { readonly at: number })[];
}

/** The watcher's folder, to be installed. */
export const watcherFolder = fileURLToPath(new URL("watcher", import.meta.url));

/** Asks the watcher, which runs in the page in a world of its own and answers while the event is dispatched. */
export async function watcherAnswer<Answer>(
  evaluate: DrivenPage["evaluate"],
  question: "snapshot" | "start" | "stop",
): Promise<Answer> {
  const json = await evaluate((asked) => {
    let answer: string | undefined;
    const listen = (event: Event): void => {
      if (event instanceof CustomEvent) answer = event.detail;
    };
    addEventListener("watcher:answer", listen);
    dispatchEvent(new CustomEvent("watcher:question", { detail: asked }));
    removeEventListener("watcher:answer", listen);
    return answer;
  }, question);
  if (json === undefined) throw new Error("no watcher in this page: was it installed?");
  return JSON.parse(json) as Answer; // the watcher's own word for it
}
