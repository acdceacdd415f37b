/**
 * A page of a test with badges on it: closed roots are remembered as they are made, and what is near the window is up to the test.
 */
import type { Alias } from "../../../src/domain/person/person.ts";
import type { PersonOnPage } from "../../../src/linkedin/people/person-on-page.ts";
import type { Glimpse } from "../../../src/protocol/site-questions.ts";
import { proofOf } from "../../../src/content/page/proof.ts";
import type { ShownPerson } from "../../../src/content/page/shown.ts";

const roots = new WeakMap<Element, ShadowRoot>();
const { attachShadow } = Element.prototype;
Element.prototype.attachShadow = function attach(init) {
  const root = attachShadow.call(this, init);
  roots.set(this, root);
  return root;
};
Object.assign(window, { matchMedia: () => ({ addEventListener: () => undefined }) });

/** What stands in the closed root of an element, but for its styles. */
export const inside = (host: Element | null | undefined): HTMLElement | undefined =>
  host ? (roots.get(host)?.querySelector<HTMLElement>(".tielight") ?? undefined) : undefined;

/** The labels of all badges on the page, in their order, without what is there for screen readers alone. */
export const badges = (): readonly string[] =>
  [...document.querySelectorAll("span, div")].flatMap((host) => {
    const shown = inside(host);
    return shown?.classList.contains("badge")
      ? (shown.ariaLabel ?? shown.getAttribute("aria-label") ?? "")
      : [];
  });

/** Puts this into the body. */
export function page(html: string): void {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  document.body.replaceChildren(...body.childNodes);
}

/** The element a selector finds. */
export function at(selector: string): HTMLElement {
  const element = document.querySelector<HTMLElement>(selector);
  if (element === null) throw new Error(`no ${selector}`);
  return element;
}

/** Somebody as read from the page, at the element that a selector finds. */
export function shownAt(selector: string, parts: Partial<PersonOnPage> = {}): ShownPerson {
  const anchor = at(selector);
  const slug = anchor.closest("a")?.getAttribute("href")?.split("/")[2] ?? anchor.id;
  const alias: Alias = `slug:${slug}`;
  const person: PersonOnPage = {
    aliases: [alias],
    name: anchor.textContent?.trim() ?? "",
    anchor,
    placement: "after",
    size: "compact",
    surface: "feed",
    ...parts,
  };
  return { person, proof: proofOf(anchor) };
}

/** How things stand with somebody. */
export const glimpse = (alias: Alias, compact = "3 mo"): Glimpse => ({
  alias,
  band: "fading",
  full: `They wrote ${compact} ago`,
  compact,
  bandName: "Fading",
  label: `${alias} ${compact}`,
  textDirection: "ltr",
  glance: [`They wrote ${compact} ago`],
});

/** The styles of what is drawn; their words do not matter. */
export const STYLES = { badge: "", spoken: "", glance: "" };

type Callback = (entries: readonly Partial<IntersectionObserverEntry>[]) => void;

/** In place of the browser's observer: what is watched comes near when the test says so. */
export class NearWhenSaid {
  static current: NearWhenSaid | undefined;
  readonly watched = new Set<Element>();
  readonly callback: Callback;
  constructor(callback: Callback) {
    this.callback = callback;
    NearWhenSaid.current = this;
  }
  observe(element: Element): void {
    this.watched.add(element);
  }
  unobserve(element: Element): void {
    this.watched.delete(element);
  }
  disconnect(): void {
    this.watched.clear();
  }
  /** These names come near the window; all that are watched without any. */
  static near(...names: readonly Element[]): void {
    const { current } = NearWhenSaid;
    const box = { width: 10, height: 10, top: 0, bottom: 10 } as DOMRectReadOnly;
    const targets = [...(current?.watched ?? [])].filter(
      (one) => names.length === 0 || names.includes(one),
    );
    if (targets.length > 0)
      current?.callback(
        targets.map((target) => ({ target, isIntersecting: true, boundingClientRect: box })),
      );
  }
}
Object.assign(globalThis, { IntersectionObserver: NearWhenSaid });
