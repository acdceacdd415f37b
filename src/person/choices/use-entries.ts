import { useRef, useState } from "preact/hooks";

/** Entries of a list that are edited where they stand. */
export interface Entries {
  /** In the order in which they were shown first. */
  readonly ids: readonly string[];
  /** The user changes this one: it stays where it is, also when the history no longer has it. */
  readonly touch: (id: string) => void;
  /** Begins a new one, at the end. */
  readonly begin: () => void;
}

/**
 * The stored entries, with those that are begun or changed here.
 *
 * @param begun how many are begun from the start
 */
export function useEntries(stored: readonly { readonly id: string }[], begun: 0 | 1 = 0): Entries {
  const [own, setOwn] = useState<readonly string[]>(() =>
    Array.from({ length: begun }, () => crypto.randomUUID()),
  );
  const order = useRef<readonly string[]>([]);
  const present = new Set([...stored.map(({ id }) => id), ...own]);
  order.current = [...new Set([...order.current, ...present])].filter((id) => present.has(id));
  return {
    ids: order.current,
    touch: (id) => setOwn((before) => (before.includes(id) ? before : [...before, id])),
    begin: () => {
      const id = crypto.randomUUID();
      setOwn((before) => [...before, id]);
    },
  };
}
