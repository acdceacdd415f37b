import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

/**
 * The focus of a question that takes the place of the button that asked it: it goes to the question when that appears, and back when it
 * is gone.
 *
 * @param isAsked whether the question is shown
 * @returns what has the focus while it is shown, and what has it after; both need to be able to
 */
export function useStepFocus<Asked extends HTMLElement, Back extends HTMLElement>(
  isAsked: boolean,
): readonly [RefObject<Asked | null>, RefObject<Back | null>] {
  const asked = useRef<Asked>(null);
  const back = useRef<Back>(null);
  const before = useRef(isAsked);
  useLayoutEffect(() => {
    if (before.current === isAsked) return;
    before.current = isAsked;
    (isAsked ? asked : back).current?.focus();
  }, [isAsked]);
  return [asked, back];
}
