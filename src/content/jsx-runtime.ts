/**
 * What JSX means in the script on the site: elements, made at once.
 *
 * Badge and card never change once they are drawn, so nothing has to be compared and patched. The build puts this in the place of
 * Preact's runtime for this script alone, which keeps it within its 20 kB while it draws the very components our own pages use.
 * Those must be plain functions of their props: no hooks, no refs, no state.
 */

/** Anything JSX may hold. */
type Child = Node | string | number | boolean | null | undefined | readonly Child[];

interface Props {
  readonly [name: string]: unknown;
  readonly children?: Child;
}

const SVG = "http://www.w3.org/2000/svg";

/** Elements of SVG used here. They are made before the element around them, so their name has to tell. */
const SVG_NAMES: ReadonlySet<string> = new Set(["svg", "path"]);

/** Properties of Preact whose attribute has another name. */
const ATTRIBUTES: Readonly<Record<string, string>> = { dateTime: "datetime" };

function put(parent: Node, child: Child): void {
  if (Array.isArray(child)) for (const one of child as readonly Child[]) put(parent, one);
  else if (child instanceof Node) parent.appendChild(child);
  else if (typeof child === "string" || typeof child === "number")
    parent.appendChild(document.createTextNode(String(child)));
}

function set(element: Element, name: string, value: unknown): void {
  if (
    name === "children" ||
    name === "key" ||
    value === undefined ||
    value === null ||
    value === false
  )
    return;
  if (typeof value === "function")
    element.addEventListener(name.slice(2).toLowerCase(), value as EventListener);
  else if (typeof value === "string" || typeof value === "number")
    element.setAttribute(ATTRIBUTES[name] ?? name, String(value));
  else if (value === true) element.setAttribute(name, "");
}

/** Children without an element around them. */
export function Fragment({ children }: Props): Node {
  const fragment = document.createDocumentFragment();
  put(fragment, children);
  return fragment;
}

/** Makes an element, or calls a component for one. */
export function jsx(type: string | ((props: Props) => Child), props: Props): Child {
  if (typeof type === "function") return type(props);
  const element = SVG_NAMES.has(type)
    ? document.createElementNS(SVG, type)
    : document.createElement(type);
  for (const [name, value] of Object.entries(props)) set(element, name, value);
  put(element, props.children);
  return element;
}

export { jsx as jsxs };
