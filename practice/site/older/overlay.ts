import type { Navigator } from "../navigation.ts";
import type { Page } from "../page.ts";

/** Shows the message overlay. */
export function openOverlay(
  root: ShadowRoot | Element,
  page: Page,
  moving: Navigator,
  signal: AbortSignal,
): void {
  void [root, page, moving, signal];
}
