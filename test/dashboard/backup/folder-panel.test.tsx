// @vitest-environment jsdom
import { answerWith } from "../../words/extension-of-the-tests.ts";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  FolderPanel,
  folderText,
  folderTroubleText,
} from "../../../src/dashboard/backup/folder-panel.tsx";
import { allowAgain } from "../../../src/dashboard/backup/directories.ts";
import { useSafety } from "../../../src/dashboard/backup/use-safety.ts";
import type { FolderState } from "../../../src/protocol/backup-questions.ts";
import { tellChange } from "../../../src/protocol/changes.ts";
import { drawn, found, settled, settledFor } from "../../components/drawn.ts";

const DAY = 86_400_000;
const FOLDER: FolderState = {
  name: "Backups",
  isGranted: true,
  wroteAt: Date.now() - 3 * DAY,
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

let folder: FolderState | undefined;
let asked: string[] = [];
let changes = 0;

beforeEach(() => {
  asked = [];
  folder = FOLDER;
  const noting = (name: string, answer: () => unknown = () => undefined) => ({
    [name]: () => {
      asked.push(name);
      return answer();
    },
  });
  answerWith({
    folderState: () => folder,
    ...noting("keepFolder"),
    ...noting("sendFolder"),
    ...noting("useFolder"),
    ...noting("forgetFolder", () => (folder = undefined)),
  });
  Object.assign(globalThis, {
    showDirectoryPicker: () => Promise.reject(new DOMException("closed", "AbortError")),
  });
});
afterEach(() => Reflect.deleteProperty(globalThis, "showDirectoryPicker"));

function Held() {
  const safety = useSafety("history-1", true);
  const changed = () => {
    changes += 1;
    safety.askAgain();
  };
  return safety.isWaiting ? null : <FolderPanel folder={safety.folder} onChange={changed} />;
}

const panel = async (): Promise<HTMLElement> => {
  const place = drawn(<Held />);
  await settled();
  return place;
};
const words = (place: Element) => (place.textContent ?? "").replace(/[\u2068\u2069]/g, "");
const press = async (place: Element, name: string): Promise<void> => {
  found<HTMLButtonElement>(place, `[name=${name}]`).click();
  await settled();
};

test("a browser without folders shows nothing of it", async () => {
  Reflect.deleteProperty(globalThis, "showDirectoryPicker");
  expect((await panel()).textContent).toBe("");
});

test("the folder, the last file and other computers are named", async () => {
  const place = await panel();
  expect(words(place)).toContain(
    "Folder: Backups. Last written 3 days ago. 1 other computer writes there.",
  );
  expect(place.querySelector(".notice")).toBeNull();
});

test("what is missing is said", () => {
  const now = Date.now();
  const { wroteAt: _wroteAt, ...unwritten } = FOLDER;
  expect(folderText({ ...unwritten, copies: [] }, now)).toContain("Nothing is written there yet");
  expect(folderTroubleText(FOLDER)).toBeUndefined();
  expect(folderTroubleText({ ...FOLDER, waiting: 1, later: 1, held: 0, hasFailed: true })).toBe(
    "The last try did not work. Is the folder still there, and is there room on its disk? The last file of another computer is not there whole yet. Another computer has a later version of Tielight. Update this one.",
  );
});

test("the user writes now, and stops using the folder", async () => {
  const place = await panel();
  const before = changes;
  await press(place, "folder-write");
  expect([asked, changes]).toEqual([["keepFolder"], before + 1]);
  await press(place, "folder-forget");
  expect(asked.at(-1)).toBe("forgetFolder");
  expect(place.querySelector("[name=folder-write]")).toBeNull();
  expect(found(place, "[name=folder-choose]").textContent).toBe("Choose a backup folder");
});

test("a dialog of the browser that the user closes changes nothing and is no failure", async () => {
  folder = undefined;
  const place = await panel();
  await press(place, "folder-choose");
  expect(asked).toEqual([]);
  expect(place.querySelector(".notice.danger")).toBeNull();
});

test("permission that the browser withdrew is asked for again where the user is", async () => {
  folder = { ...FOLDER, isGranted: false };
  const place = await panel();
  expect(words(place)).toContain("The browser wants your permission again");
  expect(asked).toEqual(["sendFolder"]);
  // The button comes with the folder: a click counts for a moment only.
  expect(place.querySelector("[name=folder-allow]")).toBeNull();
  expect(place.querySelector("[name=folder-write]")).toBeNull();
});

test("what the background does by itself is followed", async () => {
  const place = await panel();
  folder = { ...FOLDER, copies: [...FOLDER.copies, { ...FOLDER.copies[0]!, copy: "another1" }] };
  tellChange({ of: "value", key: "folder" });
  await settledFor(300);
  expect(words(place)).toContain("2 other computers write there");
});

test("a folder that is allowed again is looked after as once in the hour: a restore can be undone still", async () => {
  const about: unknown[] = [];
  answerWith({ keepFolder: (asked: unknown) => void about.push(asked) });
  const allowing = { requestPermission: async () => "granted" };
  await allowAgain(allowing as unknown as FileSystemDirectoryHandle);
  expect(about).toEqual([{ now: false }]);
});

test("a computer that wrote nothing for a month can be taken out, if all it said is here", async () => {
  const long = { copy: "0f1e2d3c", day: "2020-05-20", files: 3, isTaken: true, isOfOther: false };
  const today = new Date(Date.now()).toISOString().slice(0, 10);
  const unread = { ...long, copy: "22222222", isTaken: false, isOfOther: false };
  folder = { ...FOLDER, copies: [long, unread, { ...long, copy: "33333333", day: today }] };
  const about: unknown[] = [];
  answerWith({ folderState: () => folder, takeOutOfFolder: (one) => void about.push(one) });
  const place = await panel();
  expect(words(place)).toContain("Last file on May 20, 2020, 3 files in all.");
  expect(words(place)).toContain("Its last file could not be read here yet");
  expect(place.querySelectorAll("[name=folder-take-out]").length).toBe(1);
  await press(place, "folder-take-out");
  expect(about).toEqual([]);
  expect(words(place)).toContain("3 files go from the folder.");
  await press(place, "folder-take-out-sure");
  expect(about).toEqual([{ copy: "0f1e2d3c" }]);
});

test("a computer of another account is said to be one, and not to be unreadable", async () => {
  const long = { copy: "0f1e2d3c", day: "2020-05-20", files: 3, isTaken: false, isOfOther: true };
  folder = { ...FOLDER, copies: [long] };
  const place = await panel();
  expect(words(place)).toContain("It keeps the history of another LinkedIn account");
  expect(words(place)).not.toContain("could not be read");
});

test("nothing is taken out of a folder that asks for its passphrase: this computer writes no file there", async () => {
  const long = { copy: "0f1e2d3c", day: "2020-05-20", files: 3, isTaken: true, isOfOther: false };
  folder = { ...FOLDER, copies: [long], seal: "asks" };
  const place = await panel();
  expect(words(place)).toContain("Last file on May 20, 2020, 3 files in all.");
  expect(place.querySelector("[name=folder-take-out]")).toBeNull();
});
