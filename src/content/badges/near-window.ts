/**
 * Which names come near the window. Far below it nothing is asked and nothing is drawn: most of a long page is never looked at.
 */

/**
 * How far from the window a name counts as near: below it about ten posts, as many as a feed adds at once. Their badges come in one frame,
 * before anybody sees the names; with 1,000 px they came in two, one of them late, and each frame lays out the whole page.
 */
const MARGIN = "400px 400px 3000px";

/**
 * How long (ms) names outside the window wait for others that come near. A badge makes the browser lay out the whole page, so ten at
 * once cost as much as one; what is in the window waits for nothing.
 */
const GATHERED_FOR_MS = 120;

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

/**
 * Calls the listener with the names that came near since the last call, until the signal is aborted: at once where one of them is in
 * the window, otherwise a moment later.
 */
export function nearWindow(
  listener: (anchors: readonly Element[]) => void,
  signal: AbortSignal,
): NearWindow {
  /** An element without a box of its own never comes near; then the one around it is watched in its place. */
  const inPlaceOf = new WeakMap<Element, Element[]>();
  const options: Options = { rootMargin: MARGIN, scrollMargin: MARGIN };
  const anchorsOf = (target: Element): readonly Element[] => inPlaceOf.get(target) ?? [target];
  let near: Element[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const told = near;
    near = [];
    listener(told);
  };
  const observer = new IntersectionObserver((entries) => {
    let isSeen = false;
    for (const { target, isIntersecting, boundingClientRect } of entries) {
      if (isIntersecting) {
        observer.unobserve(target);
        near.push(...anchorsOf(target));
        isSeen ||= boundingClientRect.bottom > 0 && boundingClientRect.top < innerHeight;
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
    if (isSeen) tell();
    else if (near.length > 0) timer ??= setTimeout(tell, GATHERED_FOR_MS);
  }, options);
  signal.addEventListener("abort", () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  return {
    watch: (anchor) => observer.observe(anchor),
    watchAgain(anchor) {
      // What is observed already is not reported again.
      observer.unobserve(anchor);
      observer.observe(anchor);
    },
  };
}
