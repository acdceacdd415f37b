/**
 * Several computers with one folder: whatever is lost, late, cut off, doubled or renamed on the way, they hold the same in the end.
 */
import "fake-indexeddb/auto";
import { createHash } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import { keepFolder } from "../../../src/background/backup/keep-folder.ts";
import type { Folder } from "../../../src/background/backup/folder.ts";
import type { Alias } from "../../../src/domain/person/person.ts";
import { folderCopy } from "../../../src/storage/exchange/folder-copy.ts";
import { UNDO_FOR_MS, undoRestore } from "../../../src/storage/exchange/undo-restore.ts";
import { choose } from "../../../src/storage/records/by-hand.ts";
import { beginDeletion, finishDeletion } from "../../../src/storage/records/deletion.ts";
import { forget } from "../../storage/forgotten.ts";
import { mergePeople } from "../../../src/storage/records/merge-people.ts";
import { record } from "../../../src/storage/records/record.ts";
import { patience, runs } from "../../effort.ts";
import { DAY, happened, histories, on } from "../../storage/seen.ts";
import { rawText, storedView, viewAnew } from "../../storage/stored-history.ts";
import {
  type Computer,
  computerWith,
  endedRound,
  idOf,
  kept,
  never,
  records,
  restore,
  round,
  seal,
  synced,
  unlock,
  unsealedOf,
} from "./computers.ts";
import { type EndWhileWriting, type Files, memoryFolder } from "./memory-folder.ts";

const { empty, close } = histories();
const computer = async (): Promise<Computer> => computerWith(await empty());
afterEach(close);

const WHO = ["slug:al", "slug:bo", "slug:cy"] as const;
const who = fc.constantFrom(...WHO);

type Step =
  | { readonly do: "see" | "note" | "forget"; readonly at: number; readonly who: Alias }
  | { readonly do: "merge"; readonly at: number }
  | { readonly do: "round" | "seal" | "unlock"; readonly at: number }
  | { readonly do: "end"; readonly at: number; readonly how: EndWhileWriting }
  | { readonly do: "deliver"; readonly from: number; readonly to: number; readonly how: Fault };

/** What happens to a file on its way. */
type Fault = "whole" | "lost" | "cut" | "twice" | "renamed";

const place = fc.nat(2);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant("see" as const), at: place, who }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("note" as const), at: place, who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("forget" as const), at: place, who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("merge" as const), at: place }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("round" as const), at: place }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom("seal" as const, "unlock" as const), at: place }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("end" as const),
      at: place,
      how: fc.constantFrom<EndWhileWriting>("nothing", "half", "leftover"),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("deliver" as const),
      from: place,
      to: place,
      how: fc.constantFrom<Fault>("whole", "lost", "cut", "twice", "renamed"),
    }),
  },
);

function deliver(from: Computer, to: Computer, how: Fault): void {
  const last = [...from.files].at(-1);
  if (last === undefined || from === to || how === "lost") return;
  const [name, bytes] = last;
  if (how === "cut") to.files.set(name, bytes.slice(0, bytes.length >> 1));
  else if (how === "renamed") to.files.set(name.replace(".jsonl", " (conflicted copy 2)"), bytes);
  else {
    to.files.set(name, bytes);
    if (how === "twice") to.files.set(name.replace("tielight", "Copy of tielight"), bytes);
  }
}

test(
  "three computers that do anything, ended while they write or not, with a folder that loses, cuts off, doubles and renames, hold the same in the end",
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 24 }), async (steps) => {
        const all = [await computer(), await computer(), await computer()] as const;
        for (const [day, one] of steps.entries()) {
          const now = on(100 + day);
          if (one.do === "deliver") {
            deliver(all[one.from]!, all[one.to]!, one.how);
            continue;
          }
          const { database } = all[one.at]!;
          if (one.do === "round") await round(all[one.at]!, now);
          if (one.do === "end") await endedRound(all[one.at]!, now, one.how);
          if (one.do === "seal") await seal(all[one.at]!);
          if (one.do === "unlock") unlock(all[one.at]!);
          if (one.do === "see") await record(database, [happened([one.who], 100 + day)], now);
          if (one.do === "note" || one.do === "forget") {
            const id = await idOf(database, one.who);
            if (id !== undefined && one.do === "forget") await forget(database, id, now);
            if (id !== undefined && one.do === "note")
              await choose(database, id, { notes: { [`n${day}`]: `note ${day}` } }, now);
          }
          if (one.do === "merge") {
            const [al, bo] = [await idOf(database, WHO[0]), await idOf(database, WHO[1])];
            if (al && bo && al !== bo) await mergePeople(database, al, bo, now);
          }
        }
        // In the end the folder is in order, and everybody has had a look.
        const end = on(200);
        for (let time = 0; time < 6; time += 1) {
          synced(all);
          for (const one of all) {
            await round(one, end + time);
            unlock(one);
          }
        }
        const isSealed = all.some(({ keys }) => keys.length > 0);
        for (const one of isSealed ? all : []) {
          expect(one.keys.length).toBeGreaterThan(0);
          expect(await unsealedOf(one)).toEqual([]);
        }
        const [first, ...others] = await Promise.all(all.map(({ database }) => records(database)));
        for (const other of others) expect(other).toEqual(first);
        for (const { database, files } of all) {
          const left = [...files.keys()].filter((name) => name.endsWith(".crswap"));
          const { copy } = await folderCopy(database);
          expect(left.filter((name) => name.includes(copy))).toEqual([]);
        }
        for (const { database } of all)
          expect(await storedView(database)).toEqual(await viewAnew(database));
        // Nothing is written when nobody says anything new.
        synced(all);
        for (const one of all) {
          const before = new Set(one.files.keys());
          await round(one, end + 9);
          expect([...one.files.keys()].filter((name) => !before.has(name))).toEqual([]);
        }
        close();
      }),
      { numRuns: runs(40) },
    );
  },
  patience(300_000),
);

test("a file that is not there whole is waited for, and the one before it is taken meanwhile", async () => {
  const [here, there] = [await computer(), await computer()];
  await record(there.database, [happened(["slug:al"], 1)], on(1));
  await round(there, on(1));
  await record(there.database, [happened(["slug:bo"], 2)], on(2));
  await round(there, on(2));
  const [older, newer] = [...there.files];
  here.files.set(older![0], older![1]);
  here.files.set(newer![0], newer![1].slice(0, 40));
  expect(await round(here, on(3))).toMatchObject({ copies: [{}], waiting: 1 });
  expect((await storedView(here.database)).map(({ subject }) => subject)).toEqual(["slug:al"]);
  here.files.set(newer![0], newer![1]);
  expect(await round(here, on(4))).toMatchObject({ copies: [{}], waiting: 0 });
  expect(await storedView(here.database)).toHaveLength(2);
});

test("an erasure travels, and no older file brings the person back", async () => {
  const [here, there] = [await computer(), await computer()];
  await record(here.database, [happened(["slug:al"], 1), happened(["slug:bo"], 1)], on(1));
  await round(here, on(1));
  synced([here, there]);
  await round(there, on(2));
  const id = await idOf(there.database, "slug:al");
  await forget(there.database, id!, on(3));
  await round(there, on(4));
  synced([here, there]);
  await round(here, on(5));
  expect(await rawText(here.database)).not.toContain("slug:al");
  there.known = {};
  await round(there, on(6));
  expect(await rawText(there.database)).not.toContain("slug:al");
});

/** What stands in every file, unpacked. */
const inFiles = (files: Files): string =>
  [...files.values()].map((bytes) => gunzipSync(bytes).toString()).join("");

test("who is deleted goes from the older files too, which otherwise stay as they were", async () => {
  const here = await computer();
  await record(here.database, [happened(["slug:al"], 1), happened(["slug:bo"], 1)], on(1));
  await round(here, on(1));
  await record(here.database, [happened(["slug:cy"], 2)], on(2));
  await round(here, on(2));
  const id = await idOf(here.database, "slug:al");
  const deletion = await beginDeletion(here.database, [id!], on(3));
  // As long as it can be undone, nothing of it leaves.
  expect([...(await round(here, on(3), false)).files.keys()]).toHaveLength(2);
  expect(inFiles(here.files)).toContain("slug:al");
  await finishDeletion(here.database, deletion!.id);
  const found = await round(here, on(3) + 1, false);
  expect(found.held).toBe(0);
  expect(inFiles(here.files)).not.toContain("slug:al");
  const days = [...here.files.keys()].map((name) => name.slice(9, 19));
  expect(new Set(days).size).toBe(3);
  // Each of them is whole, and says what it said before of others.
  const there = await computer();
  const [oldest] = [...here.files].sort(([a], [b]) => (a < b ? -1 : 1));
  there.files.set(...oldest!);
  await round(there, on(4));
  expect((await storedView(there.database)).map(({ subject }) => subject)).toEqual(["slug:bo"]);
  // Nothing is rewritten twice.
  const names = [...here.files.keys()];
  await round(here, on(3) + 2, false);
  expect([...here.files.keys()]).toEqual(names);
});

test("a file that cannot be rewritten is said to hold people who were deleted", async () => {
  const here = await computer();
  await record(here.database, [happened(["slug:al"], 1), happened(["slug:bo"], 1)], on(1));
  await round(here, on(1));
  const [[name, bytes]] = [...here.files] as [[string, Uint8Array<ArrayBuffer>]];
  here.files.set(name.replace("tielight", "Copy of tielight"), bytes);
  const id = await idOf(here.database, "slug:al");
  await forget(here.database, id!, on(2));
  expect((await round(here, on(2), false)).held).toBe(1);
  // It has its own name again: the next round takes them out.
  const copied = name.replace("tielight", "Copy of tielight");
  here.files.delete(copied);
  here.files.set(name, bytes);
  expect((await round(here, on(2) + 1, false)).held).toBe(0);
  expect(inFiles(here.files)).not.toContain("slug:al");
});

test("a deletion that is begun while a file is made is in none", async () => {
  const here = await computer();
  await record(here.database, [happened(["slug:al"], 1), happened(["slug:bo"], 1)], on(1));
  const folder = memoryFolder(here.files);
  const id = (await idOf(here.database, "slug:al"))!;
  let asked = 0;
  const during: Folder = {
    ...folder,
    async names() {
      asked += 1;
      // The first look is for files of others; at the second it is known that nothing is being deleted.
      if (asked === 2) await beginDeletion(here.database, [id], on(1));
      return folder.names();
    },
  };
  await keepFolder(during, kept(here.database), { known: {}, keys: [] }, on(1), true, never);
  expect(asked).toBeGreaterThan(1);
  expect(here.files.size).toBe(0);
});

test("a copied browser profile takes other ids", async () => {
  const here = await computer();
  await record(here.database, [happened(["slug:al"], 1)], on(1));
  await round(here, on(1));
  const before = await here.database.get("about", "replica");
  const [name, bytes] = [...here.files][0]!;
  // Somebody else went on under the same id.
  here.files.set(name.replace("-000001-", "-000002-"), bytes);
  await record(here.database, [happened(["slug:bo"], 2)], on(2));
  await round(here, on(3));
  const copies = new Set([...here.files.keys()].map((one) => one.split("-")[4]));
  expect(copies.size).toBe(2);
  expect(await here.database.get("about", "replica")).not.toBe(before);
});

test("without an order of the user a file is written once a day, and only when something is new", async () => {
  const here = await computer();
  await record(here.database, [happened(["slug:al"], 1)], on(1));
  const at = on(1);
  await round(here, at, false);
  await record(here.database, [happened(["slug:bo"], 1)], on(1));
  await round(here, at + DAY / 2, false);
  expect(here.files.size).toBe(1);
  await round(here, at + DAY, false);
  expect(here.files.size).toBe(2);
  await round(here, at + 3 * DAY, false);
  expect(here.files.size).toBe(2);
});

test("in another folder, or where the file was removed, it is written at once", async () => {
  const here = await computer();
  await record(here.database, [happened(["slug:al"], 1)], on(1));
  await round(here, on(1));
  here.files.clear();
  await round(here, on(1) + 1, false);
  expect(here.files.size).toBe(1);
});

test("a file that is whole and holds what nobody writes is left alone, and others are read", async () => {
  const [here, there] = [await computer(), await computer()];
  await record(there.database, [happened(["slug:al"], 1)], on(1));
  await round(there, on(1));
  synced([here, there]);
  const bad = gzipSync("no history at all");
  const check = createHash("sha256").update(bad).digest("hex").slice(0, 8);
  const name = `tielight-2026-05-20-00000000-000001-${check}.jsonl.gz`;
  here.files.set(name, Uint8Array.from(bad));
  expect(await round(here, on(2))).toMatchObject({ copies: [{}, {}], waiting: 1 });
  expect(await storedView(here.database)).toHaveLength(1);
  expect(here.files.has(name)).toBe(true);
});

test("a file of a later version is refused and left untouched", async () => {
  const here = await computer();
  const later = gzipSync('{"format":"tielight-history","version":2}\n');
  const check = createHash("sha256").update(later).digest("hex").slice(0, 8);
  const name = `tielight-2026-05-20-00000000-000001-${check}.jsonl.gz`;
  here.files.set(name, Uint8Array.from(later));
  expect(await round(here, on(2))).toMatchObject({ copies: [{}], waiting: 0, later: 1 });
  expect(here.files.get(name)).toEqual(Uint8Array.from(later));
  expect(here.known).toEqual({});
});

/** Two computers with one folder. A restore here brought somebody in, and can be undone. */
async function restoredHere(): Promise<readonly [Computer, Computer]> {
  const [here, there, before] = [await computer(), await computer(), await computer()];
  await record(before.database, [happened(["slug:zed"], 1)], on(1));
  await record(here.database, [happened(["slug:al"], 1)], on(1));
  await restore(here, before, on(2));
  return [here, there];
}

test("a restore is written when nobody can undo it any more, and one that was undone does not come back", async () => {
  const [here, there] = await restoredHere();
  await round(here, on(3), false);
  expect(here.files.size).toBe(0);
  await undoRestore(here.database, on(3));
  for (const day of [4, 5]) {
    for (const one of [here, there]) {
      await round(one, on(day), false);
      synced([here, there]);
    }
  }
  for (const { database } of [here, there])
    expect((await storedView(database)).map(({ subject }) => subject)).toEqual(["slug:al"]);

  const [kept] = await restoredHere();
  await round(kept, on(2) + UNDO_FOR_MS, false);
  expect(kept.files.size).toBe(1);
});

test("who wants a file now keeps what was restored", async () => {
  const [here, there] = await restoredHere();
  await round(here, on(3), true);
  expect(await undoRestore(here.database, on(3))).toBeUndefined();
  synced([here, there]);
  await round(there, on(3), false);
  expect(await storedView(there.database)).toHaveLength(2);
});

const UNREAD = "tielight-2026-05-20-00000000-000001-9a8b7c6d.jsonl.gz";

test.each([
  ["that a program has elsewhere", () => new DOMException("offline", "NotReadableError")],
  ["that is a folder", () => new DOMException("a folder", "TypeMismatchError")],
  ["that is too long for the memory", () => new RangeError("Array buffer allocation failed")],
])("a file %s is waited for; others are read, and the own one is written", async (_, error) => {
  const [here, there] = [await computer(), await computer()];
  await record(there.database, [happened(["slug:al"], 1)], on(1));
  await round(there, on(1));
  synced([here, there]);
  const folder = memoryFolder(here.files);
  const found = await keepFolder(
    {
      ...folder,
      names: async () => [UNREAD, ...(await folder.names())],
      read: async (name) => {
        if (name === UNREAD) throw error();
        return folder.read(name);
      },
    },
    kept(here.database),
    { known: {}, keys: [] },
    on(2),
    true,
    never,
  );
  expect(found).toMatchObject({ copies: [{}, {}], waiting: 1, wroteAt: on(2) });
  expect(await storedView(here.database)).toHaveLength(1);
  expect(here.files.size).toBe(2);
});

test("a file that is far too long is not read", async () => {
  const here = await computer();
  const long = new Blob(["long"]);
  Object.defineProperties(long, {
    size: { value: 2 ** 40 },
    arrayBuffer: { value: () => Promise.reject(new Error("It was read")) },
    stream: { value: () => expect.fail("It was read") },
  });
  const folder = memoryFolder(here.files);
  const found = await keepFolder(
    {
      ...folder,
      names: async () => [UNREAD, ...(await folder.names())],
      read: async (name) => (name === UNREAD ? long : folder.read(name)),
    },
    kept(here.database),
    { known: {}, keys: [] },
    on(2),
    false,
    never,
  );
  expect(found).toMatchObject({ copies: [{}], waiting: 1 });
});
