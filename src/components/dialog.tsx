import type { ComponentChildren } from "preact";
import { pressLetter } from "./pieces/row-keys.ts";
import { useLayoutEffect, useRef } from "preact/hooks";

interface DialogProps {
  /** Id of the heading that names it. */
  readonly labelledBy: string;
  readonly onClose: () => void;
  /** It takes the whole of a small window. */
  readonly isPage?: boolean;
  readonly children: ComponentChildren;
}

/**
 * A modal dialog: focus moves in, stays inside, and returns to where it was; Escape and a click outside close it. The browser's
 * own, in the top layer.
 */
export function Dialog({ labelledBy, onClose, isPage, children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={ref}
      class={`dialog${isPage ? " page" : ""}`}
      aria-labelledby={labelledBy}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
      // What is typed here is not meant for the page's own shortcuts.
      onKeyDown={(event) => {
        event.stopPropagation();
        const { key, target, ctrlKey, metaKey, altKey } = event;
        const isTyped = target instanceof Element && target.matches("input, textarea, select");
        if (isTyped || ctrlKey || metaKey || altKey) return;
        if (pressLetter(event.currentTarget, key)) event.preventDefault();
      }}
    >
      {/* It has the focus at first, not a button in it: what is inside may change while it is being read. */}
      <div class="dialog-inside" tabIndex={-1} autoFocus>
        {children}
      </div>
    </dialog>
  );
}
