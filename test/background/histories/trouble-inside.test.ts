/** A history that opens and cannot be read: only damage is remembered, and only what the history itself throws says something of it. */
import "../../words/extension-of-the-tests.ts";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  historyDatabase,
  troubleInside,
} from "../../../src/background/histories/open-histories.ts";
import { answerOf, ask, beginAnew, history, viewer } from "../started-background.ts";

let name = "";

beforeEach(async () => {
  await beginAnew();
  ({ name } = await history(viewer, "alex-example", "Alex Example"));
});
afterEach(() => vi.restoreAllMocks());

const failing = (cause: string) => (): never => {
  throw new DOMException("Something is wrong", cause);
};
const failed = new DOMException("Something is wrong", "UnknownError");

test.each([
  ["UnknownError", "unreadable", "unreadable"],
  ["QuotaExceededError", "full", undefined],
  ["AbortError", "unreadable", "unreadable"],
])(
  "after %s inside a history, the next question hears of it only where it lasts",
  async (cause, code, later) => {
    const reads = vi
      .spyOn(IDBObjectStore.prototype, "openCursor")
      .mockImplementation(failing(cause));
    expect((await troubleInside(name, failed))?.code).toBe(code);
    reads.mockRestore();
    const { database, trouble } = await historyDatabase(name);
    expect(trouble?.code).toBe(later);
    expect(database === undefined).toBe(later !== undefined);
    // What is opened again can be read.
    if (later === undefined) expect(await database?.count("people")).toBe(1);
  },
);

test("a read that was cut off once is no damage", async () => {
  vi.spyOn(IDBObjectStore.prototype, "openCursor").mockImplementationOnce(failing("AbortError"));
  expect(await troubleInside(name, failed)).toBeUndefined();
  expect((await historyDatabase(name)).trouble).toBeUndefined();
});

test("a database that was closed and removed is not made again by looking at what went wrong", async () => {
  const { database } = await historyDatabase(name);
  await new Promise((resolve) => {
    indexedDB.deleteDatabase(name).onsuccess = resolve;
  });
  const closed = await database?.count("people").catch((error: unknown) => error);
  expect(closed).toMatchObject({ name: "InvalidStateError" });
  for (const error of [closed, failed]) expect(await troubleInside(name, error)).toBeUndefined();
  expect((await indexedDB.databases()).map((one) => one.name)).not.toContain(name);
});

test("where another database cannot be read, the history is shown, and is not read through", async () => {
  const { count } = IDBObjectStore.prototype;
  vi.spyOn(console, "error").mockImplementation(() => {});
  const asked = vi.spyOn(IDBObjectStore.prototype, "count").mockImplementation(function counted(
    this: IDBObjectStore,
    ...about
  ) {
    return this.name === "outbox" ? failing("UnknownError")() : count.apply(this, about);
  });
  const reads = vi.spyOn(IDBObjectStore.prototype, "openCursor");
  expect(await answerOf(ask("overview"))).toMatchObject({ history: name, people: 1 });
  expect(asked).toHaveBeenCalled();
  expect(reads).not.toHaveBeenCalled();
});
