/** What can be found wrong with a page of ours by looking at it with a program. */
import { readFileSync } from "node:fs";
import type { DrivenPage } from "../../../practice/browser/browser-driver.ts";

const axe = readFileSync(new URL(import.meta.resolve("axe-core/axe.min.js")), "utf8");

/** The rules of axe-core that colours can break. */
const ABOUT_COLOURS: readonly string[] = ["color-contrast", "link-in-text-block"];

/**
 * Brings axe-core along as its source: the policy of our pages lets no page load or evaluate it, but the driver, which sends
 * functions as text, may.
 */
const violations = Object.assign(
  (_only: readonly string[]): Promise<readonly string[]> =>
    Promise.reject(new Error("This runs in a page only")),
  {
    toString: () => `(only) => {
      ${axe};
      const rules = only.length === 0 ? {} : { runOnly: { type: "rule", values: only } };
      return axe.run(document, { resultTypes: ["violations"], ...rules }).then((result) =>
        result.violations.flatMap(({ id, nodes }) =>
          nodes.map(({ target, failureSummary }) => id + " at " + target.join(" ") + ": " + failureSummary)));
    }`,
  },
);

/** Every violation of accessibility rules axe-core finds. */
export const accessibilityFaults = (page: DrivenPage): Promise<readonly string[]> =>
  page.evaluate(violations, []);

/** Those of the rules about colours: all that another theme can break in a page that was looked at before. */
export const colourFaults = (page: DrivenPage): Promise<readonly string[]> =>
  page.evaluate(violations, ABOUT_COLOURS);

/** Text that cannot be read because it is outside the window or cut off, and whether there is something to scroll sideways for. */
export function lostText(page: DrivenPage): Promise<readonly string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const name = (element: Element) =>
      `${element.tagName.toLowerCase()}.${[...element.classList].join(".")} "${element.textContent?.trim().slice(0, 40)}"`;
    const isForEars = (element: Element) => element.closest(".hidden-words, .skip-link") !== null;
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth)
      faults.push(`the page is ${root.scrollWidth} wide in a window of ${root.clientWidth}`);
    for (const element of document.body.querySelectorAll("*")) {
      const { left, right } = element.getBoundingClientRect();
      if (
        root.scrollWidth > root.clientWidth &&
        !isForEars(element) &&
        (right > root.clientWidth + 1 || left < -1)
      )
        faults.push(`${name(element)} ends at ${Math.round(right)}`);
    }
    const open = document.querySelector("dialog[open]");
    for (const element of (open ?? document.body).querySelectorAll<HTMLElement>("*")) {
      if (isForEars(element) || !element.checkVisibility()) continue;
      const { overflowX, overflowY, textOverflow, display } = getComputedStyle(element);
      const isCut = (overflow: string) => overflow === "hidden" || overflow === "clip";
      // What stands in a field can be scrolled with the cursor keys.
      if (display !== "inline" && !(element instanceof HTMLInputElement)) {
        if (isCut(overflowX) && element.scrollWidth > element.clientWidth + 1)
          faults.push(`${name(element)} is cut off at the side`);
        if (isCut(overflowY) && element.scrollHeight > element.clientHeight + 1)
          faults.push(`${name(element)} is cut off below`);
        if (
          !isCut(overflowX) &&
          overflowX !== "visible" &&
          element.scrollWidth > element.clientWidth + 1
        )
          faults.push(`${name(element)} scrolls sideways`);
      }
      if (textOverflow === "ellipsis" && !(element instanceof HTMLInputElement))
        faults.push(`${name(element)} may end in dots`);
      const hasOwnText = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== "",
      );
      if (!hasOwnText) continue;
      const range = document.createRange();
      range.selectNodeContents(element);
      const { left, right, width } = range.getBoundingClientRect();
      if (width > 0 && (left < -1 || right > root.clientWidth + 1))
        faults.push(`${name(element)} reaches from ${Math.round(left)} to ${Math.round(right)}`);
    }
    return faults;
  });
}

/**
 * Words that leave their box, or are cut off, at the usual size of text. What ends in dots on purpose is no fault, nor what one may scroll to
 * in a list or a table; a page that scrolls sideways is.
 */
export function cutText(page: DrivenPage): Promise<readonly string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const name = (element: Element) =>
      `${element.tagName.toLowerCase()}.${[...element.classList].join(".")} "${element.textContent?.trim().slice(0, 50)}"`;
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth)
      faults.push(`the page is ${root.scrollWidth} wide in a window of ${root.clientWidth}`);
    const open = document.querySelector("dialog[open]") ?? document.body;
    for (const element of open.querySelectorAll<HTMLElement>("*")) {
      if (element.closest(".hidden-words, .skip-link, svg") !== null) continue;
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) continue;
      const { overflowX, overflowY, textOverflow, display } = getComputedStyle(element);
      if (display === "inline" || display === "contents" || textOverflow === "ellipsis") continue;
      const isWide = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0;
      const isHigh = element.scrollHeight > element.clientHeight + 1 && element.clientHeight > 0;
      const isCut = (overflow: string) => overflow === "hidden" || overflow === "clip";
      if (isWide && isCut(overflowX)) faults.push(`${name(element)} is cut off at the side`);
      // What has no height of its own goes below, out of sight, where few words would be left of it: what somebody does, beside a long name.
      const leaves = [...element.children].some((child) => {
        const { blockSize, textOverflow: ending } = getComputedStyle(child);
        return blockSize === "0px" && ending === "ellipsis";
      });
      if (isHigh && isCut(overflowY) && !leaves) faults.push(`${name(element)} is cut off below`);
      // An element with words of its own has them within its own box.
      const words = [...element.childNodes].filter(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== "",
      );
      if (words.length === 0) continue;
      const box = element.getBoundingClientRect();
      for (const node of words) {
        const range = document.createRange();
        range.selectNodeContents(node);
        const { left, right, top, bottom } = range.getBoundingClientRect();
        if (left < box.left - 1 || right > box.right + 1)
          faults.push(
            `${name(element)} is ${Math.round(right - left)} wide in ${Math.round(box.width)}`,
          );
        if (bottom - top > box.height + 6)
          faults.push(
            `${name(element)} is ${Math.round(bottom - top)} high in ${Math.round(box.height)}`,
          );
      }
    }
    return faults;
  });
}

/** Words of a picture that stand too close to other words of it, or outside of it, where a saved picture has them cut off. */
export const crowdedWords = (page: DrivenPage): Promise<readonly string[]> =>
  page.evaluate(() => {
    const faults: string[] = [];
    for (const picture of document.querySelectorAll("svg")) {
      const field = picture.getBoundingClientRect();
      const written = [...picture.querySelectorAll("text")].map((one) => ({
        words: one.textContent ?? "",
        box: one.getBoundingClientRect(),
      }));
      for (const [place, { words, box }] of written.entries()) {
        if (box.left < field.left - 1 || box.right > field.right + 1)
          faults.push(
            `"${words}" reaches from ${Math.round(box.left - field.left)} to ${Math.round(box.right - field.left)} in ${Math.round(field.width)}`,
          );
        for (const other of written.slice(place + 1)) {
          const across = Math.max(box.left - other.box.right, other.box.left - box.right);
          const down = Math.max(box.top - other.box.bottom, other.box.top - box.bottom);
          // The boxes of lines one under the other may touch: letters have room above and below.
          if (across < 4 && down < -4)
            faults.push(`"${words}" and "${other.words}" are ${Math.round(across)} apart`);
        }
      }
    }
    return faults;
  });

/**
 * Everything a person can press or type into that is smaller than this (px), with its size. The label of a box or field is part of it; a link in a line of
 * text and a name in a row that can be pressed as a whole do not count.
 */
export const smallTargets = (page: DrivenPage, least: number): Promise<readonly string[]> =>
  page.evaluate((px) => {
    const root = document.querySelector("dialog[open]") ?? document;
    return [...root.querySelectorAll<HTMLElement>("button, a[href], input, select, summary")]
      .filter((one) => one.checkVisibility() && !one.matches(".person-name"))
      .filter((one) => getComputedStyle(one).display !== "inline")
      .flatMap((one) => {
        const target = one.closest("label") ?? one;
        const { width, height } = target.getBoundingClientRect();
        // What comes up where the pointer is has no width before; parts of a pixel nobody feels.
        if (width === 0 || (width > px - 0.5 && height > px - 0.5)) return [];
        return [
          `${one.localName} "${one.ariaLabel ?? one.textContent ?? ""}": ${Math.round(width)} × ${Math.round(height)}`,
        ];
      });
  }, least);
