/**
 * A folder whose files are sealed: what is written there without the passphrase, who can read it, and what is told of it.
 */
import "fake-indexeddb/auto";
import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { afterEach, expect, test } from "vitest";
import type { FolderKey } from "../../../src/background/backup/folder-keys.ts";
import { sealLast } from "../../../src/background/backup/replace-file.ts";
import {
  folderFile,
  folderFileName,
  folderKeyId,
  folderKeyName,
} from "../../../src/domain/backup/folder-files.ts";
import { openedByKeys } from "../../../src/exchange/backup/key-sealed-file.ts";
import { folderCopy } from "../../../src/storage/exchange/folder-copy.ts";
import { UNDO_FOR_MS, undoableRestore } from "../../../src/storage/exchange/undo-restore.ts";
import { record } from "../../../src/storage/records/record.ts";
import { forget } from "../../storage/forgotten.ts";
import { happened, histories, on } from "../../storage/seen.ts";
import { rawText, storedView } from "../../storage/stored-history.ts";
import {
  type Computer,
  computerWith,
  idOf,
  newKey,
  records,
  restore,
  round,
  seal,
  synced,
  unlock,
  unsealedOf,
} from "./computers.ts";
import { type Files, memoryFolder } from "./memory-folder.ts";

const { empty, close } = histories();
afterEach(close);

/** A computer on which something was seen of these people. */
async function computer(...who: readonly `slug:${string}`[]): Promise<Computer> {
  const one = computerWith(await empty());
  if (who.length > 0)
    await record(
      one.database,
      who.map((alias) => happened([alias], 1)),
      on(1),
    );
  return one;
}

const keyNames = (files: Files): readonly string[] =>
  [...files.keys()].filter((name) => folderKeyId(name) !== undefined);
const historyFiles = (files: Files): readonly (readonly [string, Uint8Array<ArrayBuffer>])[] =>
  [...files].filter(([name]) => folderFile(name) !== undefined);
const subjects = async ({ database }: Computer): Promise<readonly string[]> =>
  (await storedView(database)).map(({ subject }) => subject).sort();
const flipped = (bytes: Uint8Array<ArrayBuffer>, place: number): Uint8Array<ArrayBuffer> => {
  const changed = bytes.slice();
  changed[place] = (changed[place] ?? 0) ^ 1;
  return changed;
};

/** What stands in every file, unsealed and unpacked. */
async function inFiles(files: Files, keys: readonly FolderKey[]): Promise<string> {
  const texts: string[] = [];
  for (const [, bytes] of historyFiles(files)) {
    const opened = await openedByKeys(
      new Blob([bytes]),
      keys.map(({ recipient, secret }) => ({ recipient, secret: secret! })),
    );
    const packed =
      opened.outcome === "opened" ? Buffer.from(await opened.file.arrayBuffer()) : bytes;
    texts.push(gunzipSync(packed).toString());
  }
  return texts.join("");
}

test("another computer reads and writes a sealed folder once the passphrase is given, and nothing before", async () => {
  const [here, there] = [await computer("slug:al"), await computer("slug:bo")];
  await seal(here);
  await round(here, on(2));
  expect(here.found).toMatchObject({ isSealed: true, unsealed: 0, foreign: [] });
  for (const [name, bytes] of historyFiles(here.files)) {
    expect(name).toMatch(/\.jsonl\.gz\.age$/);
    expect(() => gunzipSync(bytes)).toThrow("incorrect header check");
  }
  synced([here, there]);
  const names = [...there.files.keys()];
  expect(await round(there, on(3))).toMatchObject({ isSealed: true, locked: 1, waiting: 0 });
  expect([...there.files.keys()]).toEqual(names);
  expect(await subjects(there)).toEqual(["slug:bo"]);
  unlock(there);
  expect(await round(there, on(3))).toMatchObject({ locked: 0, foreign: [] });
  expect(await subjects(there)).toEqual(["slug:al", "slug:bo"]);
  expect(there.files.size).toBe(names.length + 1);
  synced([here, there]);
  await round(here, on(4));
  expect(await subjects(here)).toEqual(["slug:al", "slug:bo"]);
});

test("sealing a folder seals the files of this computer that are there, under their days, and names those that it cannot", async () => {
  const [here, there] = [await computer("slug:al"), await computer("slug:cy")];
  for (const day of [1, 2, 3]) {
    await record(here.database, [happened(["slug:bo"], day)], on(day));
    await round(here, on(day));
  }
  await round(there, on(3));
  synced([here, there]);
  const [[name, bytes]] = historyFiles(here.files) as [[string, Uint8Array<ArrayBuffer>]];
  const copied = name.replace("tielight", "Copy of tielight");
  here.files.set(copied, bytes);
  const days = (): readonly string[] =>
    historyFiles(here.files)
      .map(([one]) => folderFile(one)!.day)
      .sort();
  const before = days();
  await seal(here);
  // Another file is written as well, as the last one has to be.
  expect((await round(here, on(4), false)).unsealed).toBe(2);
  expect(days().slice(0, -1)).toEqual(before);
  const left = historyFiles(here.files).filter(([one]) => !folderFile(one)!.isSealed);
  const { copy } = folderFile(name)!;
  expect(left.map(([one]) => one === copied || folderFile(one)!.copy !== copy)).toEqual([
    true,
    true,
  ]);
  const written = await inFiles(here.files, here.keys);
  expect(written.split("slug:al").length).toBeGreaterThan(4);
  // Nothing is written a second time.
  const names = [...here.files.keys()];
  await round(here, on(4) + 1, false);
  expect([...here.files.keys()]).toEqual(names);
  // The other one seals its own when the passphrase is given there.
  synced([here, there]);
  await round(there, on(4));
  expect((await unsealedOf(there)).length).toBe(1);
  unlock(there);
  await round(there, on(4));
  expect(await unsealedOf(there)).toEqual([]);
});

test("while a restore can be undone, the last file of this computer is sealed too, as it was", async () => {
  const [here, before] = [await computer("slug:al"), await computer("slug:zed")];
  await round(here, on(1));
  const { copy, revision } = await folderCopy(here.database);
  await restore(here, before, on(2));
  await seal(here);
  expect(await round(here, on(3), false)).toMatchObject({ unsealed: 0, unsealedOwn: 0 });
  expect(await unsealedOf(here)).toEqual([]);
  const written = await inFiles(here.files, here.keys);
  expect(written).toContain("slug:al");
  expect(written).not.toContain("slug:zed");
  expect(await folderCopy(here.database)).toMatchObject({ copy, revision });
  // Nothing is written a second time, and the restore can be undone still.
  const names = [...here.files.keys()];
  await round(here, on(4), false);
  expect([...here.files.keys()]).toEqual(names);
  expect(await undoableRestore(here.database, on(4))).toBeDefined();
  await round(here, on(2) + UNDO_FOR_MS, false);
  expect(await inFiles(here.files, here.keys)).toContain("slug:zed");
  expect((await folderCopy(here.database)).copy).toBe(copy);
});

test("a computer that ends while it seals its last file is no twin of itself, and seals it later", async () => {
  for (const end of ["nothing", "half", "leftover"] as const) {
    const [here, before] = [await computer("slug:al"), await computer("slug:zed")];
    await round(here, on(1));
    const { copy } = await folderCopy(here.database);
    await restore(here, before, on(2));
    await seal(here);
    const key = here.keys[0]!;
    here.files.set(folderKeyName(key.id), key.file);
    const { files, database } = here;
    const folder = memoryFolder(files, end);
    await expect(sealLast(folder, { name: "h", database }, here.keys)).rejects.toThrow(
      ".jsonl.gz.age",
    );
    await round(here, on(3), false);
    expect(await unsealedOf(here)).toEqual([]);
    expect((await folderCopy(database)).copy).toBe(copy);
  }
});

test("a file of this computer that is damaged is counted as its own, not as one of another computer", async () => {
  const here = await computer("slug:al");
  await round(here, on(1));
  const [[name, bytes]] = historyFiles(here.files) as [[string, Uint8Array<ArrayBuffer>]];
  here.files.set(name, bytes.slice(0, 40));
  await seal(here);
  expect(await round(here, on(2))).toMatchObject({ unsealed: 0, unsealedOwn: 1 });
});

test("the file of a key that is lost or damaged is written again by any computer that has the key", async () => {
  const [here, there] = [await computer("slug:al"), await computer("slug:bo")];
  await seal(here);
  await round(here, on(2));
  const [name] = keyNames(here.files);
  const bytes = here.files.get(name!)!;
  synced([here, there]);
  await round(there, on(3));
  unlock(there);
  there.files.delete(name!);
  await round(there, on(3));
  expect(there.files.get(name!)).toEqual(bytes);
  there.files.set(name!, flipped(bytes, 90));
  there.files.set(`${name}.crswap`, bytes);
  await round(there, on(3));
  expect(there.files.get(name!)).toEqual(bytes);
  expect([...there.files.keys()].filter((one) => one.endsWith(".crswap"))).toEqual([]);
});

test("a key whose file is gone for good is found in any sealed file; one that is damaged is told, and nothing lies open meanwhile", async () => {
  const [here, there] = [await computer("slug:al"), await computer("slug:bo")];
  await seal(here);
  await round(here, on(2));
  const [name] = keyNames(here.files);
  const bytes = here.files.get(name!)!;
  for (const [one, content] of here.files) if (one !== name) there.files.set(one, content);
  expect((await round(there, on(3))).foreign).toEqual([
    { id: folderKeyId(name!), file: new Uint8Array(bytes) },
  ]);
  // Only its key is there, and damaged.
  const third = await computer("slug:cy");
  third.files.set(name!, flipped(bytes, 90));
  expect(await round(third, on(3))).toMatchObject({ isSealed: true, foreign: [], damagedKeys: 1 });
  expect([...third.files.keys()]).toEqual([name]);
  third.files.set(name!.replace(".age", " (conflicted copy).age"), bytes);
  expect(await round(third, on(3))).toMatchObject({ foreign: [{}], damagedKeys: 0 });
  unlock(third);
  await round(third, on(3));
  expect(historyFiles(third.files).length).toBe(1);
});

test("a computer that chose the folder again finds the key in its own files", async () => {
  const here = await computer("slug:al");
  await seal(here);
  await round(here, on(2));
  for (const name of keyNames(here.files)) here.files.delete(name);
  const { keys } = here;
  here.keys = [];
  await record(here.database, [happened(["slug:bo"], 3)], on(3));
  expect((await round(here, on(3))).foreign.map(({ id }) => id)).toEqual(keys.map(({ id }) => id));
  expect(historyFiles(here.files).length).toBe(1);
});

test("two computers that seal the folder at the same time keep both keys, and read each other", async () => {
  const [here, there] = [await computer("slug:al"), await computer("slug:bo")];
  await seal(here);
  await seal(there);
  await round(here, on(2));
  await round(there, on(2));
  synced([here, there]);
  expect(await round(here, on(3))).toMatchObject({ locked: 1, foreign: [{}] });
  // Not knowing the other passphrase yet is no reason to write nothing.
  await record(here.database, [happened(["slug:cy"], 3)], on(3));
  await round(here, on(3));
  expect(historyFiles(here.files).length).toBe(3);
  unlock(here);
  await round(here, on(4));
  synced([here, there]);
  await round(there, on(4));
  unlock(there);
  await round(there, on(4));
  expect(await subjects(here)).toEqual(["slug:al", "slug:bo", "slug:cy"]);
  expect(await subjects(there)).toEqual(await subjects(here));
  // From now on one passphrase is enough, whichever it is.
  await record(here.database, [happened(["slug:di"], 4)], on(5));
  await round(here, on(5));
  const newest = historyFiles(here.files).at(-1)!;
  for (const key of here.keys) {
    const third = await computer();
    third.files.set(...newest);
    third.keys = [key];
    await round(third, on(6));
    expect(await subjects(third)).toContain("slug:di");
  }
});

test("a computer that does not keep the key writes all the same, and says what it cannot read", async () => {
  const [here, there] = [await computer("slug:al", "slug:ed"), await computer("slug:bo")];
  await seal(here);
  await round(here, on(2));
  there.keys = here.keys;
  await round(there, on(2));
  synced([here, there]);
  const { keys } = here;
  here.keys = keys.map(({ secret: _secret, ...key }) => key);
  await record(here.database, [happened(["slug:cy"], 3)], on(3));
  expect(await round(here, on(3))).toMatchObject({ locked: 1, foreign: [] });
  expect(historyFiles(here.files).length).toBe(3);
  // People who are deleted stay in its older files until the passphrase is given; that is said.
  await forget(here.database, (await idOf(here.database, "slug:ed"))!, on(4));
  expect((await round(here, on(4), false)).held).toBeGreaterThan(0);
  here.keys = keys;
  expect(await round(here, on(4) + 1, false)).toMatchObject({ held: 0, locked: 0 });
  const { copy } = folderFile(historyFiles(here.files)[0]![0])!;
  const own: Files = new Map([...here.files].filter(([name]) => folderFile(name)?.copy === copy));
  expect(await inFiles(own, keys)).not.toContain("slug:ed");
});

test("people who are deleted go from sealed files, and travel as deletions", async () => {
  const [here, there] = [await computer("slug:al", "slug:bo"), await computer()];
  await seal(here);
  there.keys = here.keys;
  for (const day of [1, 2]) {
    await record(here.database, [happened(["slug:bo"], day)], on(day));
    for (const one of [here, there]) {
      await round(one, on(day));
      synced([here, there]);
    }
  }
  const { copy } = await folderCopy(here.database);
  const ofHere = (): Files =>
    new Map([...here.files].filter(([name]) => folderFile(name)?.copy === copy));
  expect(ofHere().size).toBe(2);
  expect((await inFiles(ofHere(), here.keys)).split("slug:al").length).toBeGreaterThan(2);
  await forget(here.database, (await idOf(here.database, "slug:al"))!, on(3));
  expect((await round(here, on(3))).held).toBe(0);
  expect(ofHere().size).toBe(3);
  const written = await inFiles(ofHere(), here.keys);
  expect(written).toContain("slug:bo");
  expect(written).not.toContain("slug:al");
  synced([here, there]);
  await round(there, on(4));
  expect(await rawText(there.database)).not.toContain("slug:al");
  expect(await records(there.database)).toEqual(await records(here.database));
});

test("a file that was flipped, cut off or mixed is waited for, and nothing of it comes in", async () => {
  const [here, another, there] = [
    await computer("slug:al"),
    await computer("slug:bo"),
    await computer(),
  ];
  await seal(here);
  another.keys = here.keys;
  there.keys = here.keys;
  for (const one of [here, another]) await round(one, on(2));
  const [[name, bytes]] = historyFiles(here.files) as [[string, Uint8Array<ArrayBuffer>]];
  const [[, others]] = historyFiles(another.files) as [[string, Uint8Array<ArrayBuffer>]];
  // Up to there, every sealed file is the same.
  const begin = "age-encryption.org/v1\n-> X25519 ".length;
  const mixed = (place: number): Uint8Array<ArrayBuffer> =>
    Uint8Array.from([...bytes.slice(0, place), ...others.slice(place)]);
  for (let place = begin + 20; place < bytes.length; place += 13)
    for (const changed of [flipped(bytes, place), bytes.slice(0, place), mixed(place)]) {
      // The check of the name fits, so that the seal alone tells it.
      const check = createHash("sha256").update(changed).digest("hex").slice(0, 8);
      const renamed = folderFileName({ ...folderFile(name)!, check });
      there.files.set(renamed, changed);
      const { waiting, locked } = await round(there, on(3));
      expect([place, waiting + locked]).toEqual([place, 1]);
      there.files.delete(renamed);
      // As it comes from a program that syncs, under the name of the whole file.
      there.files.set(name, changed);
      expect(await round(there, on(3))).toMatchObject({ waiting: 1, locked: 0 });
    }
  expect(await subjects(there)).toEqual([]);
  there.files.set(name, bytes);
  await round(there, on(3));
  expect(await subjects(there)).toEqual(["slug:al"]);
});

test("people who are deleted while the folder asks for its passphrase are said to be in the files there", async () => {
  const [here, there] = [await computer("slug:al", "slug:ed"), await computer("slug:bo")];
  for (const day of [1, 2]) {
    await record(here.database, [happened(["slug:al"], day)], on(day));
    await round(here, on(day));
  }
  await seal(there);
  await round(there, on(2));
  synced([here, there]);
  expect(await round(here, on(3), false)).toMatchObject({ isSealed: true, held: 0 });
  await forget(here.database, (await idOf(here.database, "slug:ed"))!, on(4));
  expect((await round(here, on(4), false)).held).toBe(2);
  unlock(here);
  expect((await round(here, on(5), false)).held).toBe(0);
  const { copy } = await folderCopy(here.database);
  const own: Files = new Map([...here.files].filter(([name]) => folderFile(name)?.copy === copy));
  expect(await inFiles(own, here.keys)).not.toContain("slug:ed");
  // A key that is lost again, as after the folder was chosen anew: nothing holds them any more.
  here.keys = [];
  expect((await round(here, on(6), false)).held).toBe(0);
});

test("what was written into another folder is not said to be written here", async () => {
  const here = await computer("slug:al");
  expect((await round(here, on(2))).wroteAt).toBe(on(2));
  const key = await newKey();
  here.files.set(folderKeyName(key.id), key.file);
  expect((await round(here, on(3))).wroteAt).toBe(on(2));
  for (const [name] of historyFiles(here.files)) here.files.delete(name);
  expect((await round(here, on(4))).wroteAt).toBeUndefined();
});

test("files full of keys of others do not fill the memory, either", async () => {
  const here = await computer("slug:al");
  for (const alias of ["slug:bo", "slug:cy"] as const) {
    const one = await computer(alias);
    one.keys = await Promise.all(Array.from({ length: 20 }, newKey));
    await round(one, on(1));
    for (const [name, bytes] of historyFiles(one.files)) here.files.set(name, bytes);
  }
  expect((await round(here, on(2))).foreign.length).toBe(32);
});

test("a folder full of keys of others keeps nobody busy for long", async () => {
  const here = await computer("slug:al");
  const key = await newKey();
  here.keys = [key];
  for (let count = 0; count < 500; count += 1)
    here.files.set(folderKeyName(count.toString(16).padStart(8, "0")), new Uint8Array(64));
  expect((await round(here, on(2))).damagedKeys).toBeLessThan(40);
  expect(here.files.has(folderKeyName(key.id))).toBe(true);
  expect(historyFiles(here.files).length).toBe(1);
});
