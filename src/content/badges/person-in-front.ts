/**
 * Who a keyboard command is about: the row that has the focus, or else the profile the page is about.
 */

/** What has the focus, also inside the site's open shadow roots. */
function focused(document: Document): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** Around these there are no rows any more. */
const WHOLE_PAGE = "main, body, html, [role=main]";

/**
 * The name the user means, among those with a badge.
 *
 * @param anchors names in the order of the document
 */
export function personInFront(
  document: Document,
  anchors: readonly Element[],
  isProfile: (anchor: Element) => boolean,
): Element | undefined {
  let node = focused(document);
  for (; node !== null && !node.matches(WHOLE_PAGE); node = node.parentElement) {
    const around = node;
    const named = anchors.find((anchor) => around.contains(anchor));
    if (named !== undefined) return named;
  }
  return anchors.find(isProfile);
}
