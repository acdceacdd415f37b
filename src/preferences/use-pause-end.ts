import { useEffect, useState } from "preact/hooks";

/** Draws the component anew when a pause ends by itself: a view may stay open beyond it. `until` is the end (ms). */
export function usePauseEnd(until: number | undefined): void {
  const [, setEnded] = useState(0);
  useEffect(() => {
    if (until === undefined) return;
    const timer = setTimeout(() => setEnded(until), Math.max(0, until - Date.now()));
    return () => clearTimeout(timer);
  }, [until]);
}
