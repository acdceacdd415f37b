import type { RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";

/** How much room a picture has. */
export interface PictureBox {
  /** Pixels. */
  readonly width: number;
  /** Pixels of one unit of the design (`--u`): 16, or more where the reader's text is larger. */
  readonly unit: number;
}

/** What is taken to be the room until it is measured. */
const GUESSED: PictureBox = { width: 640, unit: 16 };

const unitNow = (): number =>
  Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || GUESSED.unit;

/** The room of an element, followed while it changes. */
export function useBox(element: RefObject<HTMLElement | null>): PictureBox {
  const [box, setBox] = useState(GUESSED);
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null) return undefined;
    const measured = () => {
      const next = { width: Math.round(current.clientWidth) || GUESSED.width, unit: unitNow() };
      setBox((before) =>
        before.width === next.width && before.unit === next.unit ? before : next,
      );
    };
    measured();
    const changing = new ResizeObserver(measured);
    changing.observe(current);
    // Larger letters may leave its width as it is; the headings around it grow.
    if (current.parentElement !== null) changing.observe(current.parentElement);
    return () => changing.disconnect();
  }, [element]);
  return box;
}
