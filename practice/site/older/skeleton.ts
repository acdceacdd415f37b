import type { Drawing } from "./drawing.ts";
import { el } from "./element.ts";

/** Holds the place of what is still to come. */
export function skeleton(drawing: Drawing, lines: number): HTMLElement {
  return el(
    "div",
    { class: drawing.names("skeleton"), "aria-hidden": "true" },
    ...Array.from({ length: lines }, () => el("div", { class: drawing.names("bone") })),
  );
}
