/**
 * Which names come near the window. Far below it nothing is asked and nothing is drawn: most of a long page is never looked at.
 */

/** How far (CSS pixels) from the window a name counts as near: what one turn of a wheel brings into sight. */
const MARGIN = "400px";

/** Names that are waited for. */
export interface NearWindow {
  /** Waits for a name to come near, once. */
  readonly watch: (anchor: Element) => void;
  /** The same for a name that may be near already. */
  readonly watchAgain: (anchor: Element) => void;
}

interface Options extends IntersectionObserverInit {
  /** Also around lists that scroll by themselves. */
  readonly scrollMargin: string;
}

/** Calls the listener with the names that came near since the last call, until the signal is aborted. */
export function nearWindow(
  listener: (anchors: readonly Element[]) => void,
  signal: AbortSignal,
): NearWindow {
  /** An element without a box of its own never comes near; then the one around it is watched in its place. */
  const inPlaceOf = new WeakMap<Element, Element[]>();
  const options: Options = { rootMargin: MARGIN, scrollMargin: MARGIN };
  const anchorsOf = (target: Element): readonly Element[] => inPlaceOf.get(target) ?? [target];
  const observer = new IntersectionObserver((entries) => {
    const near: Element[] = [];
    for (const { target, isIntersecting, boundingClientRect } of entries) {
      if (isIntersecting) {
        observer.unobserve(target);
        near.push(...anchorsOf(target));
        inPlaceOf.delete(target);
      } else if (boundingClientRect.width === 0 && boundingClientRect.height === 0) {
        // Reported in the moment after layout, so that the style is known.
        const around = target.parentElement;
        if (around === null || getComputedStyle(target).display !== "contents") continue;
        observer.unobserve(target);
        inPlaceOf.set(around, [
          ...new Set([...(inPlaceOf.get(around) ?? []), ...anchorsOf(target)]),
        ]);
        observer.observe(around);
      }
    }
    if (near.length > 0) listener(near);
  }, options);
  signal.addEventListener("abort", () => observer.disconnect());
  return {
    watch: (anchor) => observer.observe(anchor),
    watchAgain(anchor) {
      // What is observed already is not reported again.
      observer.unobserve(anchor);
      observer.observe(anchor);
    },
  };
}
