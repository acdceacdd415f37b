import { useLayoutEffect, useState } from "preact/hooks";

/** Too narrow for a table. */
const NARROW = "(width < 44rem)";

/** Whether the window has no room for a table, now and after it changed. */
export function useIsNarrow(): boolean {
  const [isNarrow, setNarrow] = useState(() => matchMedia(NARROW).matches);
  // In the moment of the first look: a later listener would miss a window that changes meanwhile.
  useLayoutEffect(() => {
    const gone = new AbortController();
    const query = matchMedia(NARROW);
    query.addEventListener("change", () => setNarrow(query.matches), { signal: gone.signal });
    return () => gone.abort();
  }, []);
  return isNarrow;
}
