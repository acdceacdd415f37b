/**
 * Room on the disk where all databases lie in the same files, as in Chromium: nothing is written without, and a write that was cut off all
 * the same is mended before anything is added to it.
 */
import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { mendCutOff, roomLeft, useCutOffNote, withRoom } from "../../src/storage/database/room.ts";

/** More than Chromium keeps in one log (bytes). */
const LOG_BYTES = 4 * 1024 * 1024;
/** Values from this size on (bytes) lie in files of their own in Chromium. */
const OWN_FILE_BYTES = 64 * 1024;

let free = 0;
let isCutOff = false;
const happened: string[] = [];

/** How many bytes were written to which databases. */
function bytesWritten(): Map<string, number> {
  const written = new Map<string, number>();
  const { put } = IDBObjectStore.prototype;
  vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (
    this: IDBObjectStore,
    value: unknown,
    key?: IDBValidKey,
  ) {
    const { name } = this.transaction.db;
    const { byteLength } = value as Uint8Array;
    expect(byteLength).toBeLessThan(OWN_FILE_BYTES);
    written.set(name, (written.get(name) ?? 0) + byteLength);
    return put.call(this, value, key);
  });
  return written;
}

beforeEach(() => {
  free = 1_000_000_000;
  happened.length = 0;
  vi.stubGlobal("navigator", {
    storageBuckets: {},
    storage: { estimate: async () => ({ quota: free + 1000, usage: 1000 }) },
  });
  useCutOffNote({
    read: async () => isCutOff,
    write: async (now) => {
      isCutOff = now;
      happened.push(`cut off: ${now}`);
    },
  });
  vi.useFakeTimers({ toFake: ["Date"] });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const work = async (): Promise<string> => {
  happened.push("written");
  return "answer";
};
const cut = (message: string) => async (): Promise<never> => {
  throw new DOMException(message, "UnknownError");
};

test("with hardly any room nothing is tried, and with room again it is, at once", async () => {
  free = 3_000_000;
  await expect(withRoom(work)).rejects.toMatchObject({ name: "QuotaExceededError" });
  expect([await roomLeft(), happened]).toEqual(["none", []]);
  free = 1_000_000_000;
  expect(await withRoom(work)).toBe("answer");
  expect(happened).toEqual(["written"]);
});

test("a write that the disk cuts off is refused as such, and the log is left behind before the next one", async () => {
  vi.setSystemTime(1e12);
  await expect(withRoom(cut("IO error: FILE_ERROR_NO_SPACE"))).rejects.toMatchObject({
    name: "QuotaExceededError",
  });
  expect(happened).toEqual(["cut off: true"]);
  // Without room it is not mended, either.
  free = 0;
  await mendCutOff();
  await expect(withRoom(work)).rejects.toMatchObject({ name: "QuotaExceededError" });
  expect(happened).toEqual(["cut off: true"]);
  free = 1_000_000_000;
  const written = bytesWritten();
  await withRoom(work);
  expect(happened).toEqual(["cut off: true", "cut off: false", "written"]);
  expect([...written.values()].every((bytes) => bytes > LOG_BYTES)).toBe(true);
  expect(written.size).toBe(1);
  await withRoom(work);
  expect(happened.at(-1)).toBe("written");
  expect(await indexedDB.databases()).toEqual([]);
});

test("an error that has nothing to do with room stays what it is", async () => {
  await expect(withRoom(cut("Internal error"))).rejects.toMatchObject({ name: "UnknownError" });
  expect(happened).toEqual([]);
});

test("where the browser reaches nothing that it stores, nobody says that there is room", async () => {
  vi.stubGlobal("navigator", {
    storage: { estimate: () => Promise.reject(new TypeError("Internal error")) },
  });
  expect(await roomLeft()).toBe("unreachable");
});

test("a browser that does not know its disk is tried, twice", async () => {
  vi.stubGlobal("navigator", { storage: { estimate: async () => ({ quota: 10, usage: 10 }) } });
  expect(await roomLeft()).toBe("enough");
  let tries = 0;
  vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
    tries += 1;
    throw new DOMException("", tries > 1 ? "QuotaExceededError" : "InvalidStateError");
  });
  expect([await roomLeft(), tries]).toEqual(["none", 2]);
});

test("what Firefox writes first after the disk was full is written once more", async () => {
  vi.stubGlobal("navigator", { storage: { estimate: async () => ({ quota: 10, usage: 10 }) } });
  let tries = 0;
  const answer = await withRoom(async () => {
    tries += 1;
    if (tries === 1) throw new DOMException("", "InvalidStateError");
    return "answer";
  });
  expect([answer, tries]).toEqual(["answer", 2]);
});
