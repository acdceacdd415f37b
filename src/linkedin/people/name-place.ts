/**
 * Where, beside a name, something can stand without entering a link's middle, a hidden copy or the next line.
 */
import { isElement, isInline, saysHidden } from "../page/page-text.ts";

/** `append`: as the last child of the element; `after`: as its next sibling. */
export interface NamePlace {
  readonly element: Element;
  readonly placement: "append" | "after";
}

/**
 * The place beside a name: after the outermost inline element that holds nothing else, or at the end of the block
 * whose only text it is.
 *
 * @param leaf the element with the name as its direct text
 */
export function namePlace(leaf: Element): NamePlace {
  let element = leaf;
  if (!isInline(element)) return { element, placement: "append" };
  for (let parent = element.parentElement; parent !== null; parent = element.parentElement) {
    if (!isInline(parent) || !holdsOnly(parent, element)) break;
    element = parent;
  }
  return { element, placement: "after" };
}

/** Whether an element shows nothing but one of its children: copies for screen readers do not count. */
function holdsOnly(parent: Element, child: Element): boolean {
  for (let node = parent.firstChild; node !== null; node = node.nextSibling) {
    if (node === child) continue;
    if (
      isElement(node)
        ? !isSilent(node)
        : node.nodeType === 3 && (node.nodeValue ?? "").trim() !== ""
    )
      return false;
  }
  return true;
}

function isSilent(element: Element): boolean {
  return (
    saysHidden(element) ||
    ((element.textContent ?? "").trim() === "" && element.querySelector("img,svg,button") === null)
  );
}
