/**
 * Changes of the page, from its document and from the open shadow roots the site itself makes.
 */
import { openRoots } from "../../linkedin/page/open-roots.ts";
import { slices } from "./slices.ts";

/** Told of changes at once, before anything is painted, and given them to read later, when there is time. */
export interface ChangeListener {
  /** Whether this script put the node there: that is no news. */
  readonly isOurs: (node: Node) => boolean;
  /** Runs before the browser paints. Has to be quick. */
  readonly atOnce: (records: readonly MutationRecord[]) => void;
  /** Reads a part of the page that was added or changed. */
  readonly read: (part: ParentNode) => void;
  /**
   * Called when all that changed is read; on a long page also in between, so that who is read first is drawn first. What it does costs
   * the page a frame, so it is not called after each slice.
   */
  readonly rest: () => void;
}

/** How long (ms) the page is read in one slice: what the browser says it has to spare, within these bounds. */
const LEAST_AT_ONCE_MS = 8;
const MOST_AT_ONCE_MS = 16;

/** Longest time (ms) changes wait to be read on a busy page, and what is left of a long page waits for the next slice. */
const LONGEST_WAIT_MS = 60;
const LONGEST_PAUSE_MS = 10;

/** How long (ms) what was read of a long page may wait for what is not read yet. */
const LONGEST_UNTOLD_MS = 100;

const WATCHED: MutationObserverInit = {
  childList: true,
  subtree: true,
  characterData: true,
  attributes: true,
  attributeFilter: ["href", "componentkey", "aria-pressed", "aria-label"],
};

const isElement = (node: Node): node is Element => node.nodeType === 1;

const holdsButton = (node: Node): boolean =>
  isElement(node) && (node.localName === "button" || node.querySelector("button") !== null);

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
  const waiting: ParentNode[] = [];
  let scheduled = false;
  /** Since when something is read that the listener has not rested after. */
  let untoldSince: number | undefined;
  let isFirst = true;

  const tell = (): void => {
    if (untoldSince === undefined) return;
    untoldSince = undefined;
    isFirst = false;
    listener.rest();
  };
  const read = (deadline: IdleDeadline): void => {
    scheduled = false;
    if (signal.aborted || document.hidden) return;
    untoldSince ??= performance.now();
    const whole = changed.has(document);
    const parts = outermost(whole ? observed : changed);
    changed.clear();
    // Who has all of the page read needs no part of it besides.
    if (whole) waiting.length = 0;
    for (const part of parts) for (const root of openRoots(part)) observe(root);
    waiting.push(...slices(parts));
    const end =
      performance.now() +
      Math.min(MOST_AT_ONCE_MS, Math.max(LEAST_AT_ONCE_MS, deadline.timeRemaining()));
    for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) {
      if (part.isConnected) listener.read(part);
      if (performance.now() >= end) break;
    }
    if (isFirst || waiting.length === 0 || performance.now() - untoldSince >= LONGEST_UNTOLD_MS)
      tell();
    if (waiting.length > 0) schedule();
  };
  const schedule = (): void => {
    if (scheduled || document.hidden) return;
    scheduled = true;
    // Safari aside, every browser this runs in has idle callbacks; the timeout keeps a busy page from starving them.
    const timeout = waiting.length > 0 ? LONGEST_PAUSE_MS : LONGEST_WAIT_MS;
    requestIdleCallback(read, { timeout });
  };
  const note = (part: ParentNode): void => {
    changed.add(part);
    schedule();
  };
  const isNews = ({ addedNodes: [first], removedNodes }: MutationRecord): boolean =>
    first === undefined || removedNodes.length > 0 || !listener.isOurs(first);
  const observer = new MutationObserver((all) => {
    const records = all.filter(isNews);
    listener.atOnce(records);
    for (const { type, target, addedNodes, removedNodes } of records) {
      if (type === "childList") {
        // A button that goes and leaves nothing: what it offered was done.
        if (addedNodes.length === 0 && isElement(target) && [...removedNodes].some(holdsButton))
          changed.add(target);
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
  // A tab that is hidden reads no further, and may be closed: what was read is told.
  document.addEventListener("visibilitychange", () => (document.hidden ? tell() : schedule()), {
    signal,
  });
  document.defaultView?.addEventListener("pageshow", (event) => event.persisted && note(document), {
    signal,
  });
  signal.addEventListener("abort", () => observer.disconnect());
  return note;
}
