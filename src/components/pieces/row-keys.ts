/**
 * Keys in lists of people. A row is an element with `data-row`: arrow keys lead from row to row, the Tab key into the row that has the focus
 * and out of the list, and a letter presses what names it in `aria-keyshortcuts`.
 */

const CONTROLS = "button, a[href]";

const rowsIn = (place: HTMLElement): readonly HTMLElement[] => [
  ...place.querySelectorAll<HTMLElement>("[data-row]"),
];

const isTypedInto = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.matches("input, textarea, select, [contenteditable]") &&
  !target.matches("[type=checkbox], [type=radio]");

const focusRow = (row: HTMLElement | undefined): boolean => {
  const first = row?.querySelector<HTMLElement>(CONTROLS);
  first?.focus();
  return first !== undefined && first !== null;
};

/** Which row an arrow key leads to from the row with the focus. */
const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 };

/** Presses, or moves the focus into, what has this letter inside an element. */
export function pressLetter(inside: ParentNode, letter: string): boolean {
  if (!/^[a-z]$/.test(letter)) return false;
  const control = inside.querySelector<HTMLElement>(`[aria-keyshortcuts="${letter}"]`);
  if (control === null) return false;
  if (isTypedInto(control)) control.focus();
  else control.click();
  return true;
}

/** One row is in the order of the Tab key: the one with the focus, otherwise the first. */
function rove(place: HTMLElement): void {
  const rows = rowsIn(place);
  const current = rows.find((row) => row.contains(document.activeElement)) ?? rows[0];
  for (const row of rows)
    for (const control of row.querySelectorAll<HTMLElement>(CONTROLS)) {
      const stop = row === current ? 0 : -1;
      if (control.tabIndex !== stop) control.tabIndex = stop;
    }
}

/**
 * Makes the rows of a place answer to keys until the signal is aborted.
 *
 * @param field where words are typed that the rows answer; the arrow keys lead out of it and back into it
 */
export function answerRowKeys(
  place: HTMLElement,
  field: () => HTMLElement | null,
  signal: AbortSignal,
): void {
  const pressed = (event: KeyboardEvent): void => {
    const { key, target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const rows = rowsIn(place);
    if (target === field()) {
      if (key === "ArrowDown" && focusRow(rows[0])) event.preventDefault();
      return;
    }
    if (isTypedInto(target) || !(target instanceof Element)) return;
    if (key === "/") {
      event.preventDefault();
      field()?.focus();
      return;
    }
    const at = rows.findIndex((row) => row.contains(target));
    const row = rows[at];
    if (row === undefined) return;
    const step = STEPS[key];
    if (step !== undefined) {
      event.preventDefault();
      if (at + step < 0) field()?.focus();
      else focusRow(rows[at + step]);
    } else if (pressLetter(row, key)) event.preventDefault();
  };
  place.addEventListener("keydown", pressed, { signal });
  const again = () => rove(place);
  place.addEventListener("focusin", again, { signal });
  const watch = new MutationObserver(again);
  watch.observe(place, { childList: true, subtree: true });
  signal.addEventListener("abort", () => watch.disconnect());
  again();
}
