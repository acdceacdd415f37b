/**
 * From what was added to a page to the whole cards it belongs to.
 */
import { CONTAINER, ITEM } from "./regions.ts";
import { isElement } from "./page-text.ts";

/** How far a subtree that stands in no item is widened while it meets nobody else. */
const MOST_LEVELS = 6;

/**
 * The block to read for a root: a document or shadow root as it is; a subtree widened to the item it stands in, or, in
 * lists without items, as long as no neighbour holds a person.
 *
 * @param person selector of links to people
 */
export function wholeItem(root: ParentNode, person: string): ParentNode {
  if (!isElement(root)) return root;
  if (root.matches(CONTAINER)) return root;
  const item = root.closest(ITEM);
  if (item !== null) return item;
  let block: Element = root;
  for (let level = 0; level < MOST_LEVELS; level += 1) {
    const parent = block.parentElement;
    if (parent === null || parent.matches(CONTAINER) || hasNeighbour(block, person)) break;
    block = parent;
  }
  return block;
}

/** Whether one of the two nearest siblings that hold any person exists. Stops at the first found on either side. */
function hasNeighbour(block: Element, person: string): boolean {
  return (
    holdsPerson(block, person, "previousElementSibling") ||
    holdsPerson(block, person, "nextElementSibling")
  );
}

const MOST_SIBLINGS = 8;

function holdsPerson(
  block: Element,
  person: string,
  direction: "previousElementSibling" | "nextElementSibling",
): boolean {
  let sibling = block[direction];
  for (let count = 0; sibling !== null && count < MOST_SIBLINGS; count += 1) {
    if (sibling.matches(person) || sibling.querySelector(person) !== null) return true;
    sibling = sibling[direction];
  }
  return sibling !== null;
}

/** Elements under a root that match, in page order, the root itself included. */
export function matching(root: ParentNode, selector: string): readonly Element[] {
  const under = [...root.querySelectorAll(selector)];
  return isElement(root) && root.matches(selector) ? [root, ...under] : under;
}
