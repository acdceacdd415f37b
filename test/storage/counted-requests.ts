/**
 * Counting what is asked of IndexedDB. Counts say of a change what it costs on every machine; times do not.
 */

/** What was asked for. */
export interface Counted<T> {
  readonly answer: T;
  /** By method and store, such as `put people`; transactions by their mode. */
  readonly counts: Readonly<Record<string, number>>;
  /** How often an answer was waited for before further requests were made, at least. */
  readonly waits: number;
}

const STORE_METHODS = [
  "get",
  "getAll",
  "getKey",
  "getAllKeys",
  "count",
  "put",
  "add",
  "delete",
  "clear",
  "openCursor",
  "openKeyCursor",
] as const;
const INDEX_METHODS = STORE_METHODS.filter((name) => name in IDBIndex.prototype);

type Method = (this: { readonly name: string }, ...about: unknown[]) => unknown;

/** Puts another method in place of one, and answers how to put it back. */
function replaced(prototype: object, name: string, made: (original: Method) => Method): () => void {
  const original = Reflect.get(prototype, name) as Method;
  Reflect.set(prototype, name, made(original));
  return () => Reflect.set(prototype, name, original);
}

/** Does something and counts the requests that it makes. Nothing else may use IndexedDB meanwhile. */
export async function countedRequestsOf<T>(act: () => Promise<T>): Promise<Counted<T>> {
  const counts: Record<string, number> = {};
  const count = (what: string): void => {
    counts[what] = (counts[what] ?? 0) + 1;
  };
  let waits = 0;
  let answered = 0;
  const asked = (request: unknown): void => {
    const place = answered + 1;
    waits = Math.max(waits, place);
    (request as IDBRequest).addEventListener("success", () => {
      answered = Math.max(answered, place);
    });
  };
  const counting =
    (method: string, of = "") =>
    (original: Method): Method =>
      function (this, ...about) {
        count(`${of}${method} ${this.name}`);
        const request = original.apply(this, about);
        asked(request);
        return request;
      };
  const undo = [
    ...STORE_METHODS.map((name) => replaced(IDBObjectStore.prototype, name, counting(name))),
    ...INDEX_METHODS.map((name) => replaced(IDBIndex.prototype, name, counting(name, "index "))),
    replaced(
      IDBDatabase.prototype,
      "transaction",
      (original) =>
        function (this, ...about) {
          count(`transaction ${typeof about[1] === "string" ? about[1] : "readonly"}`);
          return original.apply(this, about);
        },
    ),
  ];
  try {
    return { answer: await act(), counts, waits };
  } finally {
    for (const putBack of undo) putBack();
  }
}
