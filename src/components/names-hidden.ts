/**
 * Hiding names while somebody else looks at the screen. Names that stand by themselves are elements that styles know; those inside of
 * sentences are found by the marks of direction around them, see `nameInSentence`.
 */

/** Begins a name in a sentence: U+2068. */
const MARK = "\u2068";

/** On elements with a name in their words, for styles. */
const ATTRIBUTE = "data-names";

/** Marks the elements in a part of the page whose own words have a name in them. */
function markNames(part: Node): void {
  const words = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  for (let node: Node | null = words.root; node !== null; node = words.nextNode()) {
    if (node.nodeType !== Node.TEXT_NODE || node.nodeValue?.includes(MARK) !== true) continue;
    // What an option says is drawn by its list.
    const around = node.parentElement?.closest("select") ?? node.parentElement;
    around?.setAttribute(ATTRIBUTE, "");
  }
}

let watching: MutationObserver | undefined;

/** Hides names in this document from now on, or shows them again. Nothing that is drawn later is seen before it is hidden. */
export function hideNames(hidden: boolean): void {
  const root = document.documentElement;
  root.classList.toggle("names-hidden", hidden);
  watching?.disconnect();
  watching = undefined;
  if (!hidden) return;
  markNames(root);
  watching = new MutationObserver((records) => {
    for (const { target, addedNodes } of records)
      for (const part of addedNodes.length > 0 ? addedNodes : [target]) markNames(part);
  });
  watching.observe(root, { subtree: true, childList: true, characterData: true });
}
