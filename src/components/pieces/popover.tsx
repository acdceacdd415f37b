import type { ComponentChildren } from "preact";
import { useCallback, useLayoutEffect, useRef, useState } from "preact/hooks";
import { beside } from "./beside.ts";

interface PopoverProps {
  /** What the panel is; also what the button says where its inside is a sign. */
  readonly label: string;
  /** The button's inside. */
  readonly face: ComponentChildren;
  readonly class?: string;
  /** One letter that presses the button while its row has the focus. */
  readonly letter?: string;
  /** The button's inside has words of its own. */
  readonly isNamed?: boolean;
  /** A stable name of the button, for tests and styles. */
  readonly name?: string;
  /** What the popover holds; it is called with the function that closes it. */
  readonly children: (close: () => void) => ComponentChildren;
}

/** Says what a sign means. What it says of a person no pointer shows: nothing could hide that while names are hidden. */
const named = (label: string) => ({
  "aria-label": label,
  ...(!label.includes("\u2068") && { title: label }),
});

/** Where the arrow keys lead inside: the next or the previous thing that can have the focus. */
function move(inside: HTMLElement, by: 1 | -1): void {
  const stops = [...inside.querySelectorAll<HTMLElement>("button, a[href], input, select")];
  const at = stops.findIndex((one) => one === document.activeElement);
  stops[(at + by + stops.length) % stops.length]?.focus();
}

/**
 * A button that opens a small panel over the page: the browser's own popover. A click elsewhere and Escape close it, and the focus goes
 * back to the button. Arrow keys lead from choice to choice.
 */
export function Popover(props: PopoverProps) {
  const { label, face, class: extra = "", letter, isNamed, name, children } = props;
  const [isOpen, setIsOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const close = useCallback(() => {
    setIsOpen(false);
    button.current?.focus();
  }, []);
  useLayoutEffect(() => {
    const [shown, anchor] = [panel.current, button.current];
    if (!isOpen || !shown || !anchor) return;
    shown.showPopover();
    const placed = () => {
      const place = beside(anchor.getBoundingClientRect(), shown.getBoundingClientRect(), {
        width: document.documentElement.clientWidth,
        height: window.innerHeight,
      });
      shown.style.left = `${place.left}px`;
      shown.style.top = `${place.top}px`;
    };
    placed();
    // It grows with what is in it, and with the size of the text.
    const growing = new ResizeObserver(placed);
    growing.observe(shown);
    const first = shown.querySelector<HTMLElement>("button, a[href], input, select");
    // An arrow key would change a select that has the focus, and a user who opens it may only want to read.
    (first instanceof HTMLSelectElement ? shown : first)?.focus();
    return () => growing.disconnect();
  }, [isOpen]);
  return (
    <>
      <button
        ref={button}
        type="button"
        class={`button ${extra}`}
        {...(typeof face !== "string" && !isNamed && named(label))}
        aria-expanded={isOpen}
        aria-haspopup="true"
        {...(letter !== undefined && { "aria-keyshortcuts": letter })}
        {...(name !== undefined && { name })}
        onClick={() => setIsOpen(!isOpen)}
      >
        {face}
      </button>
      {isOpen && (
        <div
          ref={panel}
          class="popover"
          popover="auto"
          tabIndex={-1}
          role="group"
          aria-label={label}
          onToggle={(event) => {
            if ((event as unknown as ToggleEvent).newState === "closed") setIsOpen(false);
          }}
          onKeyDown={(event) => {
            if (event.key === "ArrowDown" || event.key === "ArrowUp") {
              if (event.target instanceof HTMLSelectElement) return;
              event.preventDefault();
              move(event.currentTarget, event.key === "ArrowDown" ? 1 : -1);
            }
            // Letters typed here are not meant for the row behind.
            event.stopPropagation();
          }}
        >
          {children(close)}
        </div>
      )}
    </>
  );
}
