// @vitest-environment jsdom
/** Sealing the folder on the page, and giving the passphrase of one that is sealed. */
import { render } from "preact";
import { answerWith } from "../../words/extension-of-the-tests.ts";
import { afterEach, beforeEach, expect, test } from "vitest";
import { FolderPanel } from "../../../src/dashboard/backup/folder-panel.tsx";
import type { KeySealing } from "../../../src/dashboard/backup/folder-seal.tsx";
import type { FolderState } from "../../../src/protocol/backup-questions.ts";
import { drawn, found, settled, settledFor } from "../../components/drawn.ts";

const FOLDER: FolderState = {
  name: "Backups",
  isGranted: true,
  wroteAt: Date.now(),
  copies: [{ copy: "0f1e2d3c", day: "2026-05-20", files: 3, isTaken: true, isOfOther: false }],
  waiting: 0,
  later: 0,
  held: 0,
  hasFailed: false,
  seal: "none",
  locked: 0,
  damagedKeys: 0,
  unsealed: 0,
  unsealedOwn: 0,
  isAllSealed: false,
};

const PASSPHRASE = "a passphrase";
const FILE = Uint8Array.from([1, 2, 3]);

/** A stand-in for the worker: the key opens with the passphrase alone. */
const sealing: KeySealing = {
  makeKey: async (passphrase) => ({ id: "0f1e2d3c", file: FILE, scalar: `made of ${passphrase}` }),
  openKeys: async (keys, passphrase) =>
    passphrase === PASSPHRASE ? keys.map((key) => ({ ...key, scalar: "opened" })) : [],
};

let asked: (readonly [string, unknown])[] = [];
let keys: readonly { readonly id: string; readonly file: string }[] = [];
let chosen: FolderState;

beforeEach(() => {
  asked = [];
  chosen = FOLDER;
  keys = [{ id: "0f1e2d3c", file: "AQID" }];
  const noting = (name: string) => ({ [name]: (about: unknown) => void asked.push([name, about]) });
  answerWith({
    folderState: () => chosen,
    folderKeys: () => keys,
    ...noting("useFolder"),
    ...noting("sealFolder"),
    ...noting("openFolder"),
    ...noting("keepFolder"),
  });
  Object.assign(globalThis, {
    showDirectoryPicker: async () => ({ requestPermission: async () => "granted" }),
    BroadcastChannel: class {
      postMessage(): void {}
      close(): void {}
    },
  });
});
const { BroadcastChannel: channel } = globalThis;
afterEach(() => {
  Reflect.deleteProperty(globalThis, "showDirectoryPicker");
  Object.assign(globalThis, { BroadcastChannel: channel });
});

async function panel(folder: FolderState | undefined): Promise<HTMLElement> {
  const place = drawn(<FolderPanel folder={folder} onChange={() => undefined} sealing={sealing} />);
  await settled();
  return place;
}
const press = async (place: Element, selector: string): Promise<void> => {
  found<HTMLElement>(place, selector).click();
  await settledFor(400);
};
async function type(place: Element, words: string): Promise<void> {
  const field = found<HTMLInputElement>(place, "[name=passphrase]");
  field.value = words;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  await settled();
}
const words = (place: Element) => (place.textContent ?? "").replace(/[\u2068\u2069]/g, "");

test("a folder can be sealed before the first file is written there", async () => {
  const place = await panel(undefined);
  expect(words(place)).toContain("The files are not encrypted.");
  await press(place, "[name=folder-sealed]");
  expect(words(place)).not.toContain("not encrypted");
  expect(found<HTMLButtonElement>(place, "[name=folder-choose]").disabled).toBe(true);
  await type(place, PASSPHRASE);
  await press(place, "[name=folder-choose]");
  const key = { file: "AQID", scalar: `made of ${PASSPHRASE}`, isKept: true };
  expect(asked).toEqual([["useFolder", { id: expect.any(String) as unknown, key }]]);
});

test("a folder that somebody sealed before is opened with the passphrase that was given for it", async () => {
  const place = await panel(undefined);
  await press(place, "[name=folder-sealed]");
  await type(place, PASSPHRASE);
  chosen = { ...FOLDER, seal: "asks" };
  await press(place, "[name=folder-choose]");
  expect(asked.at(-1)).toEqual([
    "openFolder",
    { keys: [{ file: "AQID", scalar: "opened", isKept: true }] },
  ]);
});

test("a folder that is in use is sealed, and the key is kept in the browser only if the user wants it", async () => {
  const place = await panel(FOLDER);
  expect(words(place)).toContain("The files are not encrypted.");
  await press(place, "[name=folder-seal]");
  await type(place, "short");
  expect(found<HTMLButtonElement>(place, "[name=folder-seal-now]").disabled).toBe(true);
  await type(place, PASSPHRASE);
  await press(place, "[name=folder-key-kept]");
  await press(place, "[name=folder-seal-now]");
  const key = { file: "AQID", scalar: `made of ${PASSPHRASE}`, isKept: false };
  expect(asked).toEqual([["sealFolder", { key }]]);
});

test("a sealed folder says so, and nothing asks for a passphrase", async () => {
  const place = await panel({ ...FOLDER, seal: "sealed", isAllSealed: true });
  expect(words(place)).toContain("The files are sealed.");
  expect(place.querySelector("[name=passphrase], [name=folder-seal]")).toBeNull();
});

test("a folder in which files are left to be sealed does not say that they are", async () => {
  const place = await panel({ ...FOLDER, seal: "sealed", isAllSealed: false, hasFailed: true });
  expect(words(place)).toContain("The last try did not work.");
  expect(words(place)).not.toContain("The files are sealed.");
  expect(words(place)).not.toContain("not encrypted");
});

test("own files that are not sealed are named so; not in a folder that asks, as they wait for the passphrase only", async () => {
  const own = "1 file of this computer is not sealed yet.";
  const state = { ...FOLDER, unsealedOwn: 1 };
  expect(words(await panel({ ...state, seal: "sealed" }))).toContain(own);
  expect(words(await panel({ ...state, seal: "asks" }))).not.toContain(own);
});

test("a folder that is sealed elsewhere asks for its passphrase; a wrong one is called so, and nothing is written meanwhile", async () => {
  const place = await panel({ ...FOLDER, seal: "asks" });
  expect(words(place)).toContain("This folder is sealed");
  expect(place.querySelector("[name=folder-write]")).toBeNull();
  await type(place, "another one");
  await press(place, "[name=folder-open]");
  expect(found(place, "[role=alert].wrong").textContent).toBe("This passphrase does not open it.");
  expect(asked).toEqual([]);
  await type(place, PASSPHRASE);
  await press(place, "[name=folder-open]");
  expect(place.querySelector(".wrong")).toBeNull();
  expect(asked.map(([name]) => name)).toEqual(["openFolder"]);
});

test("where the user wanted the key not to be kept, it is not kept the next time either unless the user wants it", async () => {
  const props = { onChange: () => undefined, sealing };
  const drawnWith = (folder: FolderState) => <FolderPanel folder={folder} {...props} />;
  const place = drawn(drawnWith({ ...FOLDER, seal: "sealed" }));
  await settled();
  // The browser was closed meanwhile.
  render(drawnWith({ ...FOLDER, seal: "locked" }), place);
  await settled();
  const box = () => found<HTMLInputElement>(place, "[name=folder-key-kept]");
  expect(box().checked).toBe(false);
  await type(place, PASSPHRASE);
  await press(place, "[name=folder-open]");
  const sent = { file: "AQID", scalar: "opened" };
  expect(asked).toEqual([["openFolder", { keys: [{ ...sent, isKept: false }] }]]);
  await press(place, "[name=folder-key-kept]");
  expect(box().checked).toBe(true);
  await type(place, PASSPHRASE);
  await press(place, "[name=folder-open]");
  expect(asked.at(-1)).toEqual(["openFolder", { keys: [{ ...sent, isKept: true }] }]);
  expect(box().checked).toBe(false);
});

test("a folder whose keys are all damaged is told from a wrong passphrase", async () => {
  keys = [];
  const place = await panel({ ...FOLDER, seal: "asks", damagedKeys: 1 });
  expect(words(place)).toContain("A key in the folder is damaged, or not there whole yet.");
  await type(place, PASSPHRASE);
  await press(place, "[name=folder-open]");
  expect(found(place, ".wrong").textContent).toContain("no key that is whole");
});

test.each([
  [{ seal: "locked", locked: 2 }, "The last files of 2 other computers wait for the passphrase."],
  [{ seal: "locked" }, "Tielight can read the files until the browser closes."],
  [{ seal: "other-key" }, "The folder is sealed with another passphrase as well"],
  [{ seal: "sealed", unsealed: 1 }, "1 file there is not sealed."],
] as const)("what waits is said: %o", async (state, said) => {
  const place = await panel({ ...FOLDER, ...state });
  expect(words(place)).toContain(said);
  expect(place.querySelector("[name=passphrase]") !== null).toBe(state.seal !== "sealed");
  expect(place.querySelector("[name=folder-write]")).not.toBeNull();
});
