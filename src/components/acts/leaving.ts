/**
 * Leaving a dialog: what was typed is stored first, and what is under way ends first. Where something failed, the dialog stays open
 * once, so that the user sees it.
 */
import { createContext } from "preact";
import { useCallback, useMemo, useRef } from "preact/hooks";

/** Something inside a dialog that may still have to be stored. */
export interface LeavingPart {
  /** Begins to store what is not stored yet. */
  readonly flush?: () => void;
  /** Resolves when nothing is under way: whether all went well. */
  readonly settled?: () => Promise<boolean>;
}

/** The parts of a dialog. */
export interface Leaving {
  /** Adds a part. Returns the function that removes it. */
  add(part: LeavingPart): () => void;
}

/** The dialog around a component; `undefined` outside a dialog. */
export const LeavingContext = createContext<Leaving | undefined>(undefined);

/** What a dialog provides in {@link LeavingContext}, and the way to leave it, in this order. */
export function useLeaving(onClose: () => void): readonly [Leaving, () => void] {
  const parts = useRef(new Set<LeavingPart>());
  const hasStayed = useRef(false);
  const leaving = useMemo(
    (): Leaving => ({
      add: (part) => {
        parts.current.add(part);
        return () => parts.current.delete(part);
      },
    }),
    [],
  );
  const leave = useCallback(() => {
    const all = [...parts.current];
    for (const { flush } of all) flush?.();
    const settling = all.map(({ settled }) => settled?.() ?? Promise.resolve(true));
    Promise.all(settling).then(
      (outcomes) => {
        if (hasStayed.current || outcomes.every(Boolean)) onClose();
        else hasStayed.current = true;
      },
      // A part says what failed; it never throws.
      onClose,
    );
  }, [onClose]);
  return [leaving, leave];
}
