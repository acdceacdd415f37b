/** The folder that the user chose, and the histories of this browser profile: what may come in from it, and what may not. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ChosenDirectory } from "../../../src/background/backup/folder.ts";
import { keepFolder } from "../../../src/background/backup/keep-folder.ts";
import type { FolderKey } from "../../../src/background/backup/folder-keys.ts";
import { changeOwnValue, ownValue } from "../../../src/background/kept/own-kept.ts";
import { folderFile, folderKeyName } from "../../../src/domain/backup/folder-files.ts";
import { base64, bytesOfBase64 } from "../../../src/exchange/backup/base64.ts";
import { madeKey } from "../../../src/exchange/backup/folder-secret.ts";
import { record } from "../../../src/storage/records/record.ts";
import { extension } from "../../words/extension-of-the-tests.ts";
import { happened, histories, on } from "../../storage/seen.ts";
import {
  answerOf,
  ask,
  beginAnew,
  closeBrowser,
  history,
  other,
  viewer,
} from "../started-background.ts";
import {
  copiedWithFolder,
  type Files,
  memoryDirectory as directory,
  memoryFolder,
} from "./memory-folder.ts";

/** Nothing ends these rounds. */
const never = new AbortController().signal;

const { empty, close } = histories();

beforeEach(async () => {
  vi.stubGlobal("structuredClone", copiedWithFolder);
  await beginAnew();
});
afterEach(() => {
  close();
  vi.unstubAllGlobals();
});

/** A folder with what another computer knows of this member. */
async function filled(files: Files, ...aliases: readonly `slug:${string}`[]): Promise<void> {
  const database = await empty();
  await record(database, [happened(["slug:al"], 100)], on(100));
  const kept = {
    opened: async () => [{ name: "h", database }],
    ofHead: async () => undefined,
    headOf: async () => ({
      format: "tielight-history" as const,
      version: 1 as const,
      exportedAt: on(100),
      owner: { aliases },
    }),
    changed: async () => undefined,
  };
  await keepFolder(memoryFolder(files), kept, { known: {}, keys: [] }, on(100), true, never);
}

const chosen = (files: Files, mayBegin: boolean): Promise<unknown> =>
  changeOwnValue("folder", () => ({ id: "f", directory: directory(files), mayBegin }));

const round = (): Promise<unknown> => answerOf(ask("keepFolder", { now: true }));
const state = (): Promise<unknown> => answerOf(ask("folderState"));

const listed = async (): Promise<readonly { readonly name: string }[]> =>
  (await answerOf(ask("histories"))) as readonly { readonly name: string }[];

test("on a new computer a file begins the history; once it is removed it does not come back by itself", async () => {
  const files: Files = new Map();
  await filled(files, "slug:sam-example");
  await chosen(files, true);
  await round();
  const [begun, ...others] = await listed();
  expect(others).toEqual([]);
  expect(await answerOf(ask("overview"))).toMatchObject({ history: begun?.name, people: 1 });
  await answerOf(ask("removeHistory", { name: begun?.name }));
  await round();
  // And not when another computer writes, either.
  await filled(files, "slug:sam-example");
  await round();
  expect(await listed()).toEqual([]);
});

test("a history that was removed after its folder was chosen stays removed", async () => {
  const files: Files = new Map();
  const { name } = await history(viewer, "alex-example", "Alex Example");
  await chosen(files, false);
  await round();
  expect(files.size).toBe(1);
  await answerOf(ask("removeHistory", { name }));
  await round();
  expect(await listed()).toEqual([]);
});

test("a file of a member who has no history here is taken in as soon as there is one", async () => {
  const files: Files = new Map();
  await filled(files, "slug:kim-example");
  await history(viewer, "alex-example", "Alex Example");
  await chosen(files, false);
  await round();
  const { name } = await history(other, "bea-example", "Bea Example");
  await answerOf(ask("showHistory", { name }));
  expect(await answerOf(ask("overview"))).toMatchObject({ history: name, people: 1 });
  await round();
  expect(await answerOf(ask("overview"))).toMatchObject({ history: name, people: 2 });
});

test("a computer that keeps the history of another member is told from one that cannot be read", async () => {
  const files: Files = new Map();
  await filled(files, "slug:sam-example");
  await history(other, "bea-example", "Bea Example");
  await chosen(files, false);
  await round();
  expect(await state()).toMatchObject({ copies: [{ isTaken: false, isOfOther: true }] });
  await history(viewer, "alex-example", "Alex Example");
  await round();
  expect(await state()).toMatchObject({ copies: [{ isTaken: true, isOfOther: false }] });
});

test("a file of two members whose histories were joined elsewhere mixes them here with neither", async () => {
  const files: Files = new Map();
  await filled(files, "slug:sam-example", "slug:kim-example");
  const { name: first } = await history(viewer, "alex-example", "Alex Example");
  const { name: second } = await history(other, "bea-example", "Bea Example");
  await chosen(files, false);
  await round();
  for (const name of [first, second]) {
    await answerOf(ask("showHistory", { name }));
    expect(await answerOf(ask("overview"))).toMatchObject({ history: name, people: 1 });
  }
});

/** A round that has begun and waits for a file, until it is let go. */
async function heldRound(files: Files) {
  const folder = memoryFolder(files);
  let letGo = (): void => undefined;
  let begun = (): void => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  const isReading = new Promise<void>((resolve) => (begun = resolve));
  const read = async (name: string): Promise<Blob> => {
    begun();
    await held;
    return folder.read(name);
  };
  const slow = directory(files, { ...folder, read });
  await changeOwnValue("folder", () => ({ id: "f", directory: slow, mayBegin: false }));
  const done = round();
  await isReading;
  return { letGo, done };
}

const databases = async (): Promise<readonly (string | undefined)[]> =>
  (await indexedDB.databases()).map(({ name }) => name);

test("everything that is erased during a round stays erased: nothing is opened or written anew", async () => {
  const files: Files = new Map();
  await filled(files, "slug:alex-example");
  await history(viewer, "alex-example", "Alex Example");
  const { letGo, done } = await heldRound(files);
  const erased = answerOf(ask("eraseEverything"));
  letGo();
  await Promise.all([erased, done]);
  expect(await databases()).toEqual([]);
  // What the round was about to write is in the folder neither.
  expect(files.size).toBe(1);
});

const PASSPHRASE = "a passphrase";

/** A key as a page sends it. */
async function sentKey(isKept: boolean) {
  const { id, file, scalar } = await madeKey(PASSPHRASE, 1);
  return { id, key: { file: base64(file), scalar, isKept } };
}
const plain = (files: Files): readonly string[] =>
  [...files.keys()].filter((name) => !name.endsWith(".age"));

test("a folder is sealed by our pages; where it is chosen anew it asks, and writes nothing, until the key is opened", async () => {
  const files: Files = new Map();
  await history(viewer, "alex-example", "Alex Example");
  await chosen(files, false);
  await round();
  expect(plain(files).length).toBe(1);
  const { id, key } = await sentKey(true);
  await answerOf(ask("sealFolder", { key }));
  expect(await state()).toMatchObject({ seal: "sealed", unsealed: 0, hasFailed: false });
  expect(plain(files)).toEqual([]);
  const another = await sentKey(true);
  expect(await ask("sealFolder", { key: another.key })).toMatchObject({
    refused: "sealed-already",
  });

  // What is kept of it opens files, and can be read out by nobody.
  const kept = (await ownValue("folder")) as { readonly keys: readonly FolderKey[] };
  const [{ secret } = { secret: undefined }] = kept.keys;
  await expect(crypto.subtle.exportKey("pkcs8", secret!)).rejects.toThrow("not extractable");
  expect(JSON.stringify(kept)).not.toContain(key.scalar);

  await chosen(files, false);
  const names = [...files.keys()];
  await round();
  expect(await state()).toMatchObject({ seal: "asks" });
  expect([...files.keys()]).toEqual(names);
  expect(await answerOf(ask("folderKeys"))).toEqual([{ id, file: key.file }]);
  await answerOf(ask("openFolder", { keys: [key] }));
  expect(await state()).toMatchObject({ seal: "sealed" });
  expect(await answerOf(ask("folderKeys"))).toEqual([]);
});

test("a key that is not to be kept is forgotten with the browser; files are sealed with it all the same", async () => {
  const files: Files = new Map();
  await filled(files, "slug:sam-example");
  await history(viewer, "alex-example", "Alex Example");
  await chosen(files, false);
  const { id, key } = await sentKey(false);
  await answerOf(ask("sealFolder", { key }));
  expect(await state()).toMatchObject({ seal: "sealed" });
  const { keys } = (await ownValue("folder")) as { readonly keys: readonly FolderKey[] };
  expect(keys.map((one) => Object.keys(one).sort())).toEqual([["file", "id", "recipient"]]);
  closeBrowser();
  expect(await state()).toMatchObject({ seal: "locked" });
  await round();
  expect(plain(files).length).toBe(1);
  expect(await answerOf(ask("folderKeys"))).toEqual([{ id, file: key.file }]);
  await answerOf(ask("openFolder", { keys: [{ ...key, isKept: true }] }));
  closeBrowser();
  expect(await state()).toMatchObject({ seal: "sealed" });
});

test("a folder is not said to be sealed while the files cannot be written, nor while one of them is not sealed", async () => {
  const files: Files = new Map();
  await history(viewer, "alex-example", "Alex Example");
  await chosen(files, false);
  await round();
  expect(await state()).toMatchObject({ seal: "none", isAllSealed: false });
  const full = async (): Promise<void> => {
    throw new DOMException("full", "QuotaExceededError");
  };
  const inUse = (in_: ChosenDirectory): Promise<unknown> =>
    changeOwnValue("folder", (kept) => ({ ...(kept as object), directory: in_ }));
  await inUse(directory(files, { ...memoryFolder(files), write: full }));
  const report = vi.spyOn(console, "error").mockReturnValue();
  await answerOf(ask("sealFolder", { key: (await sentKey(true)).key }));
  expect(report).toHaveBeenCalledOnce();
  expect(await state()).toMatchObject({ seal: "sealed", hasFailed: true, isAllSealed: false });
  await inUse(directory(files));
  await round();
  expect(await state()).toMatchObject({ seal: "sealed", hasFailed: false, isAllSealed: true });
  const [name] = [...files.keys()].filter((one) => folderFile(one) !== undefined);
  files.set(`Copy of ${name!.replace(".age", "")}`, new Uint8Array(3));
  await round();
  expect(await state()).toMatchObject({ unsealed: 1, unsealedOwn: 0, isAllSealed: false });
});

test("two keys that are not to be kept are both known until the browser closes", async () => {
  const files: Files = new Map();
  await history(viewer, "alex-example", "Alex Example");
  await chosen(files, false);
  const [one, two] = [await sentKey(false), await sentKey(false)];
  for (const { id, key } of [one, two]) files.set(folderKeyName(id), bytesOfBase64(key.file));
  await round();
  expect(await state()).toMatchObject({ seal: "asks" });
  // A browser that takes its time to answer.
  const session: { get: (key: string) => Promise<object> } = extension.storage.session;
  const read = session.get.bind(session);
  const slow = vi.spyOn(session, "get").mockImplementation(async (key) => {
    const answer = await read(key);
    await new Promise((resolve) => setTimeout(resolve, 50));
    return answer;
  });
  // Two pages, at once.
  await Promise.all([one, two].map(({ key }) => answerOf(ask("openFolder", { keys: [key] }))));
  slow.mockRestore();
  expect(await state()).toMatchObject({ seal: "sealed" });
  expect(await answerOf(ask("folderKeys"))).toEqual([]);
});

test("sealing that is asked again, after the background ended before its files were sealed, seals them", async () => {
  const files: Files = new Map();
  await history(viewer, "alex-example", "Alex Example");
  await chosen(files, false);
  await round();
  const before = new Map(files);
  const { key } = await sentKey(true);
  await answerOf(ask("sealFolder", { key }));
  files.clear();
  for (const file of before) files.set(...file);
  await answerOf(ask("sealFolder", { key }));
  expect(plain(files)).toEqual([]);
  expect(await state()).toMatchObject({ seal: "sealed", isAllSealed: true });
});

test("a folder that another computer sealed since the last round is not sealed with a second key", async () => {
  const files: Files = new Map();
  await history(viewer, "alex-example", "Alex Example");
  await chosen(files, false);
  await round();
  const [theirs, ours] = [await sentKey(true), await sentKey(true)];
  files.set(folderKeyName(theirs.id), bytesOfBase64(theirs.key.file));
  const names = [...files.keys()];
  expect(await state()).toMatchObject({ seal: "none" });
  expect(await ask("sealFolder", { key: ours.key })).toMatchObject({ refused: "sealed-already" });
  expect(await state()).toMatchObject({ seal: "asks" });
  expect([...files.keys()]).toEqual(names);
  expect(await answerOf(ask("folderKeys"))).toEqual([{ id: theirs.id, file: theirs.key.file }]);
});

test("what is no key of a folder is refused", async () => {
  await chosen(new Map(), false);
  const { key } = await sentKey(true);
  expect(await ask("sealFolder", { key: { ...key, file: "YWJj" } })).toMatchObject({
    refused: "no-key",
  });
  expect(await state()).toMatchObject({ seal: "none" });
});

const copyIn = (files: Files): string => folderFile([...files.keys()][0]!)!.copy;
const copiesIn = (files: Files): readonly string[] =>
  [...files.keys()].map((name) => folderFile(name)!.copy);

test("a computer that is gone is taken out when what it said is in a file of this one", async () => {
  const files: Files = new Map();
  await filled(files, "slug:sam-example");
  const copy = copyIn(files);
  await history(viewer, "alex-example", "Alex Example");
  await chosen(files, false);
  await answerOf(ask("takeOutOfFolder", { copy }));
  expect(await answerOf(ask("overview"))).toMatchObject({ people: 2 });
  expect(files.size).toBe(1);
  expect(copiesIn(files)).not.toContain(copy);
  expect(await state()).toMatchObject({ copies: [] });
});

test("a computer is not taken out when the history is gone that took in what it said", async () => {
  const files: Files = new Map();
  await filled(files, "slug:sam-example");
  const copy = copyIn(files);
  const { name } = await history(viewer, "alex-example", "Alex Example");
  const { name: left } = await history(other, "bea-example", "Bea Example");
  await chosen(files, false);
  await round();
  expect(await state()).toMatchObject({ copies: [{ copy, isTaken: true }] });
  await answerOf(ask("removeHistory", { name }));
  const refused = { refused: "copy-not-taken" };
  expect(await ask("takeOutOfFolder", { copy })).toMatchObject(refused);
  expect(await state()).toMatchObject({
    copies: expect.arrayContaining([expect.objectContaining({ copy, isTaken: false })]) as unknown,
  });
  await answerOf(ask("removeHistory", { name: left }));
  expect(await ask("takeOutOfFolder", { copy })).toMatchObject(refused);
  expect(copiesIn(files)).toContain(copy);
});

test("a computer is not taken out of a folder that the browser no longer lets us read", async () => {
  const files: Files = new Map();
  await filled(files, "slug:sam-example");
  const copy = copyIn(files);
  await history(viewer, "alex-example", "Alex Example");
  await chosen(files, false);
  await round();
  await changeOwnValue("folder", (kept) => ({
    ...(kept as object),
    directory: { ...directory(files), queryPermission: async () => "prompt" },
  }));
  expect(await ask("takeOutOfFolder", { copy })).toMatchObject({ refused: "copy-not-taken" });
  expect(copiesIn(files)).toContain(copy);
});
