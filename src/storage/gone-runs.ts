/**
 * Deleting many records that stand side by side with few requests: a hundred thousand single ones take a minute.
 */

/** Where records are deleted from. */
interface RangeStore {
  delete(range: IDBKeyRange): Promise<void>;
}

/** Gathers what goes, told in the order of the store, every record that stays included. */
export interface GoneRuns<Key> {
  goes(key: Key): void;
  /** A record stays here, so no range may reach over it. */
  stays(): void;
}

/** Deletes runs of neighbours from all these stores, which hold the same keys. Call `stays` after the last one. */
export function goneRuns<Key extends IDBValidKey>(...stores: readonly RangeStore[]): GoneRuns<Key> {
  let first: Key | undefined;
  let last: Key | undefined;
  return {
    goes(key) {
      first ??= key;
      last = key;
    },
    stays() {
      if (first === undefined) return;
      const range = IDBKeyRange.bound(first, last);
      // The transaction tells of failure.
      for (const store of stores) void store.delete(range);
      first = last = undefined;
    },
  };
}
