import "fake-indexeddb/auto";
import { unwrap } from "idb";
import { afterEach, expect, test } from "vitest";
import { writing } from "../../../src/storage/database/writing.ts";
import { histories } from "../seen.ts";

const { empty, close } = histories();
afterEach(close);

test("what was done is there when it answers", async () => {
  const database = await empty();
  const answer = await writing(database, ["about", "lists"], async (transaction) => {
    await transaction.objectStore("about").put(7, "revision");
    await transaction.objectStore("lists").put({ a: 1 }, "some");
    return "done";
  });
  expect(answer).toBe("done");
  expect(await database.get("about", "revision")).toBe(7);
  expect(await database.get("lists", "some")).toEqual({ a: 1 });
});

test("what fails between two writes takes the first back, and is thrown as it is", async () => {
  const database = await empty();
  const failure = new Error("no more");
  const failing = writing(database, ["about"], async ({ store }) => {
    await store.put(7, "revision");
    throw failure;
  });
  await expect(failing).rejects.toBe(failure);
  expect(await database.get("about", "revision")).toBeUndefined();
});

test("a transaction that ended for want of room says so, whatever its requests say", async () => {
  const database = await empty();
  const failing = writing(database, ["about"], async (transaction) => {
    const { store } = transaction;
    await store.put(7, "revision");
    const full = new DOMException("no room", "QuotaExceededError");
    Object.defineProperty(unwrap(transaction), "error", { value: full });
    transaction.abort();
    await store.put(8, "revision");
  });
  await expect(failing).rejects.toMatchObject({ name: "QuotaExceededError", message: "no room" });
  expect(await database.get("about", "revision")).toBeUndefined();
});
