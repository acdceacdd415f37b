/**
 * What an earlier version of this script left on the page. In Firefox the earlier version ended without a last word; its badges are
 * dead and would stand beside the new ones.
 */
import { openRoots } from "../../linkedin/page/open-roots.ts";
import { OWN_CLASS } from "./own-root.ts";

interface DomOfExtensions {
  readonly openOrClosedShadowRoot: (element: HTMLElement) => ShadowRoot | null;
}

/** Only scripts of extensions may look into closed roots: in Firefox by a property, in Chrome by a function. */
function rootOf(element: HTMLElement): ShadowRoot | null {
  if ("openOrClosedShadowRoot" in element)
    return element.openOrClosedShadowRoot as ShadowRoot | null;
  const { chrome } = globalThis as { readonly chrome?: { readonly dom?: DomOfExtensions } };
  return chrome?.dom?.openOrClosedShadowRoot(element) ?? null;
}

/** Takes every badge and card away that this script did not draw. To be called before it draws any. */
export function removeLeftBehind(document: Document): void {
  for (const root of [document, ...openRoots(document)]) {
    for (const element of root.querySelectorAll<HTMLElement>("span:empty, div:empty")) {
      if (element.attributes.length > 0) continue;
      const inside = rootOf(element)?.children ?? [];
      if ([...inside].some(({ classList }) => classList.contains(OWN_CLASS))) element.remove();
    }
  }
}
