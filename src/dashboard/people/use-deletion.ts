import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { PersonId } from "../../domain/person/person.ts";
import { deleteMany } from "./selection-acts.ts";

/** How long a deletion waits for an undo (ms). */
const WAITS_MS = 8000;

/** People about to be deleted. */
export interface Deletion {
  readonly ids: readonly PersonId[];
  /** Deletes nobody. */
  readonly undo: () => void;
}

/**
 * Deleting for good has no way back, so it waits a moment in which it can be undone. Who leaves the page, or begins another deletion,
 * meant the first one: then it is carried out at once.
 *
 * @param carryOut deletes, and shows how that goes; the same function every time
 */
export function useDeletion(
  carryOut: (ids: readonly PersonId[]) => void,
): readonly [Deletion | undefined, (ids: readonly PersonId[]) => void] {
  const [waiting, setWaiting] = useState<readonly PersonId[]>();
  const latest = useRef<readonly PersonId[]>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const end = useCallback((): readonly PersonId[] | undefined => {
    clearTimeout(timer.current);
    const ids = latest.current;
    latest.current = undefined;
    setWaiting(undefined);
    return ids;
  }, []);
  const begin = useCallback(
    (ids: readonly PersonId[]) => {
      const before = end();
      if (before !== undefined) carryOut(before);
      latest.current = ids;
      setWaiting(ids);
      timer.current = setTimeout(() => {
        const due = end();
        if (due !== undefined) carryOut(due);
      }, WAITS_MS);
    },
    [end, carryOut],
  );
  useEffect(() => {
    const gone = new AbortController();
    const leave = () => {
      const ids = latest.current;
      latest.current = undefined;
      clearTimeout(timer.current);
      // Nobody is there any more to be told.
      if (ids !== undefined) deleteMany(ids).catch(() => {});
    };
    window.addEventListener("pagehide", leave, { signal: gone.signal });
    return () => {
      gone.abort();
      leave();
    };
  }, []);
  return [waiting && { ids: waiting, undo: end }, begin];
}
