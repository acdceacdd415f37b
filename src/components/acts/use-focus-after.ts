import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { ActState } from "./use-act.ts";

/**
 * Where the focus goes when an act is done that took the pressed button away. Nothing happens while something else has the focus.
 *
 * @returns to be put on an element that can have the focus
 */
export function useFocusAfter<T extends HTMLElement>({ at }: ActState): RefObject<T | null> {
  const place = useRef<T>(null);
  const before = useRef(at);
  useLayoutEffect(() => {
    const isDone = at === "done" && before.current !== "done";
    before.current = at;
    if (isDone) place.current?.focus();
  }, [at]);
  return place;
}
