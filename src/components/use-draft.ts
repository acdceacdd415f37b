import { useLayoutEffect, useRef, useState } from "preact/hooks";

/** A value of a form that is on the screen, and the name under which it is kept. */
interface Draft {
  readonly name: string;
  readonly value: unknown;
}

const shown = new Set<{ readonly current: Draft | undefined }>();
const kept = new Map<string, unknown>();

/** Keeps what stands in the forms on the screen, until they are shown again. */
export function keepDrafts(): void {
  for (const { current } of shown) if (current !== undefined) kept.set(current.name, current.value);
}

const isChange = <T>(next: T | ((before: T) => T)): next is (before: T) => T =>
  typeof next === "function";

/**
 * A value of a form that is sent with a button, as `useState`. Where the page goes on to another history before it is sent, it stands there again when the
 * form of this history is opened the next time.
 *
 * @param history what the form belongs to: the name of the history, or the id of a person in it
 * @param field tells apart the values of one history
 */
export function useDraft<T>(
  history: string | undefined,
  field: string,
  begun: T,
): readonly [T, (next: T | ((before: T) => T)) => void] {
  // The page may show another history before the form is gone.
  const [name] = useState(`${history} ${field}`);
  const [value, setValue] = useState<{ readonly typed: T } | undefined>(() =>
    kept.has(name) ? { typed: kept.get(name) as T } : undefined,
  );
  const draft = useRef<Draft>(undefined);
  draft.current = value && { name, value: value.typed };
  useLayoutEffect(() => {
    kept.delete(name);
    shown.add(draft);
    return () => {
      shown.delete(draft);
    };
  }, [name]);
  const change = (next: T | ((before: T) => T)): void =>
    setValue((before) => ({
      typed: isChange(next) ? next(before === undefined ? begun : before.typed) : next,
    }));
  return [value === undefined ? begun : value.typed, change];
}
