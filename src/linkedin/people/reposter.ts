/**
 * People who handed a post on without a word: they stand in the line above it, where others stand who only like or follow.
 */
import { saysHandedOn } from "../languages/repost.ts";
import { isInline, squeezed } from "../page/page-text.ts";

/** Levels from a link to its line, and letters of a line: what is longer is no line. */
const MOST_LEVELS = 4;
const LONGEST_LINE = 160;

/** Whether a link names a person who handed the post on, as its line says. */
export function isReposter(anchor: Element): boolean {
  const name = squeezed(anchor.textContent ?? "");
  const setOff = squeezed(anchor.querySelector("strong,b")?.textContent ?? "");
  // The whole line may be the link.
  if (setOff !== "" && setOff !== name && name.length <= LONGEST_LINE)
    return saysHandedOn(name.replace(setOff, ""));
  let line = anchor.parentElement;
  for (let level = 0; name !== "" && line !== null && level < MOST_LEVELS; level += 1) {
    const text = squeezed(line.textContent ?? "");
    if (text.length > LONGEST_LINE) return false;
    if (text !== name) return saysHandedOn(text.replace(name, ""));
    if (!isInline(line) && line.localName !== "div") return false;
    line = line.parentElement;
  }
  return false;
}
