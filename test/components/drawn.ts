/**
 * Draws components into a document for tests. The document's engine has no modal dialogs and no popovers; showing and closing them is all that
 * the components ask of them.
 */
import { options, render, type ComponentChild } from "preact";
import { afterEach } from "vitest";

HTMLDialogElement.prototype.showModal ??= function show(this: HTMLDialogElement) {
  this.open = true;
};
HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
  this.open = false;
};
HTMLElement.prototype.showPopover ??= () => {};
// It lays nothing out, so nothing ever changes its size.
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
Element.prototype.scrollIntoView ??= () => {};
// It draws nothing, and says so each time.
HTMLCanvasElement.prototype.getContext = () => null;
// It has no screen whose looks could change.
globalThis.matchMedia ??= (media) =>
  Object.assign(new EventTarget(), {
    media,
    matches: false,
    onchange: null,
    addListener: () => {},
    removeListener: () => {},
  });

// Effects run in the next turn. By itself Preact also waits for a frame, and may still wait when the document is gone.
Object.assign(options, { requestAnimationFrame: (run: () => void) => setTimeout(run, 0) });

// What a test has drawn is gone after it, with all its timers and listeners.
afterEach(async () => {
  for (const place of document.body.children) render(null, place);
  // Preact cleans up after its components in the next turn.
  await new Promise((resolve) => setTimeout(resolve, 0));
});

/** A fresh place in the document with the component drawn into it. */
export function drawn(component: ComponentChild): HTMLElement {
  document.body.replaceChildren();
  const place = document.body.appendChild(document.createElement("div"));
  render(component, place);
  return place;
}

/**
 * Lets answers arrive and effects run: several turns, as one may lead to the next. Frames would be nothing but time: nothing that is drawn
 * here waits for one.
 */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 12; turn++) await new Promise((resolve) => setTimeout(resolve, 0));
}

/** The same where the work is not done in turns of the document (streams, keys, databases): it is looked at for so long (ms). */
export async function settledFor(ms: number): Promise<void> {
  for (const end = performance.now() + ms; performance.now() < end;) await settled();
}

/** The element a selector finds; fails the test when there is none. */
export function found<T extends Element = HTMLElement>(place: ParentNode, selector: string): T {
  const element = place.querySelector<T>(selector);
  if (element === null) throw new Error(`Nothing matches ${selector}`);
  return element;
}
