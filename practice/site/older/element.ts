/** Elements of the older layout, made by hand. */

type Child = Node | string | undefined | false;
type Attributes = Readonly<Record<string, string | undefined>>;

/** Nodes this page made itself; others in its tree were put there by somebody else. */
const own = new WeakSet<Node>();

/** Tells the probes which nodes are the site's. */
export function tellProbes(): void {
  window.practiceOwn = (node) => own.has(node);
}

const clicks = new WeakMap<Element, (event: Event) => void>();

/** Elements that are never used again for something else, because their behaviour knows their nodes. */
const single = new WeakSet<Node>();

/** Marks an element as one that is replaced rather than used again. */
export function replacedWhole(element: HTMLElement): HTMLElement {
  single.add(element);
  return element;
}

let renders = 100;

/** An id as the older layout gives out, another one on every render. */
export function emberId(): string {
  renders += 1;
  return `ember${renders}`;
}

/** Makes an element. `class` may hold several words, `ember` gives it an id of its own. */
export function el(
  tag: string,
  attributes: Attributes,
  ...children: readonly (Child | readonly Child[])[]
): HTMLElement {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined) made.setAttribute(name, value);
  for (const child of children.flat()) {
    if (child === undefined || child === false) continue;
    const node = typeof child === "string" ? document.createTextNode(child) : child;
    own.add(node);
    made.append(node);
  }
  own.add(made);
  return made;
}

/** The empty comment the older layout's renderer leaves behind. */
export function marker(): Comment {
  return document.createComment("");
}

/** Sets what a click on an element does. It stays with the element's place when the place is used again. */
export function onClick(element: HTMLElement, act: (event: Event) => void): HTMLElement {
  clicks.set(element, act);
  return element;
}

/** Does what the clicked element, or the nearest one around it, is for. */
export function listenForClicks(root: Document | ShadowRoot | Element, signal: AbortSignal): void {
  root.addEventListener(
    "click",
    (event) => {
      for (const target of event.composedPath()) {
        const act = target instanceof Element ? clicks.get(target) : undefined;
        if (act) {
          act(event);
          return;
        }
        if (target === root) return;
      }
    },
    { signal },
  );
}

function sameKind(one: Node, other: Node): boolean {
  return (
    one.nodeType === other.nodeType &&
    one.nodeName === other.nodeName &&
    !single.has(one) &&
    !single.has(other)
  );
}

/**
 * Makes `old` look like `fresh` with as few new nodes as possible, as the older layout's renderer does: texts and
 * attributes change in place. Nodes that others put into the tree are left where they are.
 */
export function morph(old: Element, fresh: Element): void {
  for (const name of old.getAttributeNames())
    if (!fresh.hasAttribute(name)) old.removeAttribute(name);
  for (const { name, value } of fresh.attributes) {
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
  const act = clicks.get(fresh);
  if (act) clicks.set(old, act);
  else clicks.delete(old);
  const before = [...old.childNodes].filter((node) => own.has(node));
  const after = [...fresh.childNodes];
  for (const [index, node] of after.entries()) {
    const there = before[index];
    if (!there) old.append(node);
    else if (!sameKind(there, node) || there.parentNode !== old) there.replaceWith(node);
    else if (there instanceof Element && node instanceof Element) morph(there, node);
    else if (there.nodeValue !== node.nodeValue) there.nodeValue = node.nodeValue;
  }
  for (const node of before.slice(after.length)) node.remove();
}
