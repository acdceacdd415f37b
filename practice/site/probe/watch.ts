/** What was seen since the page began. */
export interface Seen {
  readonly added: string[];
  readonly attributes: string[];
  readonly shadowRoots: string[];
  layoutShift: number;
}

function madeByReact(node: Node): boolean {
  return Object.keys(node).some((key) => key.startsWith("__react"));
}

/** An element in words: its tag and attributes. */
export function described(element: Element): string {
  const attributes = [...element.attributes].map(
    ({ name, value }) => ` ${name}="${value.slice(0, 60)}"`,
  );
  return `<${element.localName}${attributes.join("")}>`;
}

/** Parts of the page that its scripts make without React: they hold their own. */
const SITE_PARTS =
  "#interop-outlet, [data-floating-ui-portal], #report, [role=alert], [data-practice-probe], script, link, head *";

function foreign(element: Element): boolean {
  return (
    !madeByReact(element) &&
    !(window.practiceOwn?.(element) ?? false) &&
    !element.closest(SITE_PARTS) &&
    element.localName !== "body"
  );
}

/** Attributes that the site's own scripts set and change. */
const SITE_ATTRIBUTES =
  /^(?:class|href|style|src|alt|title|id|type|name|value|role|tabindex|open|lang|dir|componentkey|contenteditable|aria-.*|data-(?:rehydrated|display-contents|sdui-screen|testid|component-type|loaded|view-name|urn|id|event-urn|member-id|chameleon-result-urn|practice-probe))$/;

function whenSettled(act: () => void): void {
  requestAnimationFrame(() => setTimeout(act, 0));
}

/** Starts to watch what is put into the page, as a page can. */
export function watch(): Seen {
  const seen: Seen = { added: [], attributes: [], shadowRoots: [], layoutShift: 0 };
  let parsed = false;
  document.addEventListener("DOMContentLoaded", () => {
    parsed = true;
  });
  new MutationObserver((records) => {
    if (!parsed) return;
    const added = records.flatMap(({ addedNodes }) => [...addedNodes]);
    const touched = records.filter(({ type }) => type === "attributes");
    whenSettled(() => {
      for (const node of added) {
        if (!(node instanceof Element)) continue;
        const parent = node.parentElement?.localName ?? "nothing";
        if (foreign(node)) seen.added.push(`${described(node)} in ${parent}`);
      }
      for (const { target, attributeName } of touched) {
        if (target instanceof Element && !SITE_ATTRIBUTES.test(attributeName ?? ""))
          seen.attributes.push(`${attributeName ?? ""} on ${described(target)}`);
      }
    });
  }).observe(document, { childList: true, subtree: true, attributes: true });
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function attachShadow(
    this: Element,
    init: ShadowRootInit,
  ): ShadowRoot {
    if (this.id !== "interop-outlet") seen.shadowRoots.push(`${described(this)} ${init.mode}`);
    return attach.call(this, init);
  };
  if (PerformanceObserver.supportedEntryTypes.includes("layout-shift")) {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (
          "value" in entry &&
          typeof entry.value === "number" &&
          !("hadRecentInput" in entry && entry.hadRecentInput === true)
        ) {
          seen.layoutShift += entry.value;
        }
      }
    }).observe({ type: "layout-shift", buffered: true });
  }
  return seen;
}
