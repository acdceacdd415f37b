/** Taking another copy out of the folder: nothing that it said is lost, to nobody. */
import "fake-indexeddb/auto";
import { afterEach, expect, test } from "vitest";
import { takeOut } from "../../../src/background/backup/take-out.ts";
import { folderFile } from "../../../src/domain/backup/folder-files.ts";
import { folderCopy } from "../../../src/storage/exchange/folder-copy.ts";
import { record } from "../../../src/storage/records/record.ts";
import { happened, histories, on } from "../../storage/seen.ts";
import { storedView } from "../../storage/stored-history.ts";
import { type Computer, computerWith, round, synced } from "./computers.ts";
import { memoryFolder } from "./memory-folder.ts";

const { empty, close } = histories();
afterEach(close);

async function computer(alias?: `slug:${string}`): Promise<Computer> {
  const one = computerWith(await empty());
  if (alias) await record(one.database, [happened([alias], 1)], on(1));
  return one;
}

const outOf = async (one: Computer, copy: string): Promise<void> => {
  const { database, files, found } = one;
  await takeOut(memoryFolder(files), copy, found!, [{ name: "h", database }]);
};
const copies = ({ files }: Computer): readonly string[] => [
  ...new Set([...files.keys()].flatMap((name) => folderFile(name)?.copy ?? [])),
];
const subjects = async ({ database }: Computer): Promise<readonly string[]> =>
  (await storedView(database)).map(({ subject }) => subject).sort();

test("what it said is in a file of this copy before its files go, renamed ones too, and a third computer meets it there", async () => {
  const [gone, here, third] = [
    await computer("slug:al"),
    await computer("slug:bo"),
    await computer(),
  ];
  await round(gone, on(1));
  synced([gone, here]);
  const [name] = [...gone.files.keys()];
  here.files.set(`Copy of ${name}`, gone.files.get(name!)!);
  await round(here, on(2));
  const { copy } = await folderCopy(gone.database);
  expect(here.found!.copies).toEqual([
    {
      copy,
      day: expect.any(String) as unknown,
      counter: 1,
      files: 2,
      isTaken: true,
      isOfOther: false,
    },
  ]);
  await outOf(here, copy);
  expect(copies(here)).toEqual([(await folderCopy(here.database)).copy]);
  for (const file of here.files) third.files.set(...file);
  await round(third, on(3));
  expect(await subjects(third)).toEqual(["slug:al", "slug:bo"]);
  // It was only away: it comes back, and takes nothing amiss.
  gone.files.clear();
  for (const file of here.files) gone.files.set(...file);
  await round(gone, on(4));
  expect(copies(gone)).toContain(copy);
  expect(await subjects(gone)).toEqual(["slug:al", "slug:bo"]);
});

test("it stays where its last file is not whole, where it wrote meanwhile, and where no file of this copy holds what it said", async () => {
  const [gone, here] = [await computer("slug:al"), await computer("slug:bo")];
  await round(gone, on(1));
  const { copy } = await folderCopy(gone.database);
  const [[name, bytes]] = [...gone.files] as [[string, Uint8Array<ArrayBuffer>]];
  here.files.set(name, bytes.slice(0, 40));
  await round(here, on(2));
  await expect(outOf(here, copy)).rejects.toThrow("copy-not-taken");

  here.files.set(name, bytes);
  await round(here, on(3));
  await record(here.database, [happened(["slug:cy"], 3)], on(3));
  await expect(outOf(here, copy)).rejects.toThrow("copy-not-taken");

  await round(here, on(4));
  await record(gone.database, [happened(["slug:di"], 4)], on(4));
  await round(gone, on(4));
  synced([gone, here]);
  await expect(outOf(here, copy)).rejects.toThrow("copy-not-taken");
  expect(here.files.has(name)).toBe(true);
  await round(here, on(5));
  await outOf(here, copy);
  expect(copies(here)).not.toContain(copy);
});

test("it stays where the file that holds what it said is in another folder, and where no history is open", async () => {
  const [gone, here] = [await computer("slug:al"), await computer("slug:bo")];
  await round(gone, on(1));
  const { copy } = await folderCopy(gone.database);
  synced([gone, here]);
  await round(here, on(2));
  const own = (await folderCopy(here.database)).copy;
  const [name, bytes] = [...here.files].find(([one]) => folderFile(one)?.copy === own)!;
  here.files.delete(name);
  await expect(outOf(here, copy)).rejects.toThrow("copy-not-taken");
  here.files.set(name, bytes);
  await expect(takeOut(memoryFolder(here.files), copy, here.found!, [])).rejects.toThrow(
    "copy-not-taken",
  );
  expect(copies(here)).toContain(copy);
  await outOf(here, copy);
  expect(copies(here)).toEqual([own]);
});
