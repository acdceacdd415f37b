/**
 * Texts on a page that nobody sees without scrolling far. Badges are drawn near the window only. Runs in the page.
 *
 * @param near how far (CSS pixels) from the window, or from the list that scrolls, still counts as near
 */
export function farTexts(near: number): readonly string[] {
  const texts: string[] = [];
  const isOff = (box: DOMRect, top: number, bottom: number): boolean =>
    box.top > bottom + near || box.bottom < top - near;
  const isFar = (element: Element): boolean => {
    const box = element.getBoundingClientRect();
    if (box.width === 0 || isOff(box, 0, innerHeight)) return true;
    for (let around = element.parentElement; around; around = around.parentElement) {
      if (!/auto|scroll/.test(getComputedStyle(around).overflowY)) continue;
      const { top, bottom } = around.getBoundingClientRect();
      if (isOff(box, top, bottom)) return true;
    }
    return false;
  };
  const look = (root: Document | ShadowRoot): void => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof HTMLIFrameElement && node.contentDocument) look(node.contentDocument);
      if (node instanceof Element && node.shadowRoot) look(node.shadowRoot);
      const text = node.nodeType === Node.TEXT_NODE ? node.nodeValue?.trim() : undefined;
      if (text && node.parentElement && isFar(node.parentElement)) texts.push(text);
    }
  };
  look(document);
  return texts;
}
