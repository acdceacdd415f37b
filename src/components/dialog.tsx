import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { beside, type Box } from "./beside.ts";

interface DialogProps {
  /** Id of the heading that names it. */
  readonly labelledBy: string;
  readonly onClose: () => void;
  /** What it belongs to, in viewport pixels: it is placed beside that instead of in the middle. */
  readonly anchor?: Box;
  readonly children: ComponentChildren;
}

/**
 * A modal dialog: focus moves in, stays inside, and returns to where it was; Escape and a click outside close it. The browser's
 * own, in the top layer, so it works in a shadow root on a page whose boxes clip and stack as they like.
 */
export function Dialog({ labelledBy, onClose, anchor, children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    if (dialog && anchor) {
      const { left, top } = beside(anchor, dialog.getBoundingClientRect(), {
        width: document.documentElement.clientWidth,
        height: document.documentElement.clientHeight,
      });
      dialog.style.left = `${left}px`;
      dialog.style.top = `${top}px`;
    }
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={ref}
      class={anchor ? "dialog placed" : "dialog"}
      aria-labelledby={labelledBy}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
      // What is typed here is not meant for the page's own shortcuts.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div class="dialog-inside">{children}</div>
    </dialog>
  );
}
