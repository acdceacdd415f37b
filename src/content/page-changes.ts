/**
 * Changes of the page, from its document and from the open shadow roots the site itself makes.
 */
import { openRoots } from "../linkedin/open-roots.ts";

/** Told of changes twice: at once, before anything is painted, and later when there is time to read. */
export interface ChangeListener {
  /** Runs before the browser paints. Has to be quick. */
  readonly atOnce: (records: readonly MutationRecord[]) => void;
  /** The parts of the page that were added or changed since the last call. */
  readonly later: (changed: readonly ParentNode[]) => void;
}

/** Longest time (ms) changes wait to be read on a busy page. */
const LONGEST_WAIT_MS = 60;

const WATCHED: MutationObserverInit = {
  childList: true,
  subtree: true,
  characterData: true,
  attributes: true,
  attributeFilter: ["href", "componentkey"],
};

const isElement = (node: Node): node is Element => node.nodeType === 1;

/** Parts of which none lies inside another. */
function outermost(parts: ReadonlySet<ParentNode>): readonly ParentNode[] {
  const inside = (part: ParentNode): boolean => {
    for (let node: Node | null = part.parentNode; node !== null; node = node.parentNode) {
      if (parts.has(node as unknown as ParentNode)) return true;
    }
    return false;
  };
  return [...parts].filter((part) => part.isConnected && !inside(part));
}

/**
 * Watches the document and its open shadow roots until the signal is aborted. Nothing is read while the tab is hidden; what changed
 * meanwhile is read when it is shown again.
 *
 * @returns a function that has a part of the page read again
 */
export function watchChanges(
  document: Document,
  listener: ChangeListener,
  signal: AbortSignal,
): (part: ParentNode) => void {
  const changed = new Set<ParentNode>();
  const observed = new Set<ParentNode>();
  let scheduled = false;

  const read = (): void => {
    scheduled = false;
    if (signal.aborted || document.hidden) return;
    const parts = outermost(changed);
    changed.clear();
    for (const part of parts) for (const root of openRoots(part)) observe(root);
    if (parts.length > 0) listener.later(parts);
  };
  const schedule = (): void => {
    if (scheduled || document.hidden) return;
    scheduled = true;
    // Safari aside, every browser this runs in has idle callbacks; the timeout keeps a busy page from starving them.
    requestIdleCallback(read, { timeout: LONGEST_WAIT_MS });
  };
  const note = (part: ParentNode): void => {
    changed.add(part);
    schedule();
  };
  const observer = new MutationObserver((records) => {
    listener.atOnce(records);
    for (const { type, target, addedNodes } of records) {
      if (type === "childList") {
        for (const node of addedNodes) if (isElement(node)) changed.add(node);
        if (
          addedNodes.length > 0 &&
          [...addedNodes].some((node) => !isElement(node)) &&
          isElement(target)
        )
          changed.add(target);
      } else if (isElement(target)) changed.add(target);
      else if (target.parentElement !== null) changed.add(target.parentElement);
    }
    if (changed.size > 0) schedule();
  });
  const observe = (root: ParentNode): void => {
    if (observed.has(root)) return;
    observed.add(root);
    observer.observe(root, WATCHED);
    note(root);
  };

  observe(document);
  document.addEventListener("visibilitychange", schedule, { signal });
  document.defaultView?.addEventListener("pageshow", (event) => event.persisted && note(document), {
    signal,
  });
  signal.addEventListener("abort", () => observer.disconnect());
  return note;
}
