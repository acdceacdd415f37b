// @vitest-environment jsdom
/** What keeps the history safe and whole, with the background refusing, absent, slow, and with answers that are lost. */
import { storedValues } from "../words/extension-of-the-tests.ts";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { FolderPanel } from "../../src/dashboard/backup/folder-panel.tsx";
import type { KeySealing } from "../../src/dashboard/backup/folder-seal.tsx";
import { UndoRestoreNotice } from "../../src/dashboard/restore/undo-restore-notice.tsx";
import { NameQuestions } from "../../src/dashboard/import/name-questions.tsx";
import { SelectionBar } from "../../src/dashboard/people/selection-bar.tsx";
import type { PersonId } from "../../src/domain/person/person.ts";
import type { NameSubject } from "../../src/domain/records/subject.ts";
import type { FolderState } from "../../src/protocol/backup-questions.ts";
import { TrySample } from "../../src/setup/try-sample.tsx";
import { eachWay, type UserAct } from "../components/acts/each-way.ts";
import { found, settled, settledFor } from "../components/drawn.ts";

const nothing = (): void => {};

const press = async (place: ParentNode, ...selectors: readonly string[]): Promise<void> => {
  for (const selector of selectors) {
    found(place, selector).click();
    await settled();
  }
};

const ids = ["ada", "bo"] as readonly string[] as readonly PersonId[];
const restored = (
  <UndoRestoreNotice restore={{ at: Date.now() }} onUndone={nothing} onKept={nothing} />
);
const FOLDER: FolderState = {
  name: "Backups",
  isGranted: true,
  copies: [{ copy: "0f1e2d3c", day: "2020-05-20", files: 3, isTaken: true, isOfOther: false }],
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
const KEY = { id: "0f1e2d3c", file: Uint8Array.from([1, 2, 3]), scalar: "scalar" };
/** A stand-in for the worker. */
const sealing: KeySealing = { makeKey: async () => KEY, openKeys: async () => [KEY] };
const folderWith = (state: Partial<FolderState>) => (
  <FolderPanel folder={{ ...FOLDER, ...state }} onChange={nothing} sealing={sealing} />
);
const folder = folderWith({});

/** Gives a passphrase and presses the button. */
async function pressWith(place: ParentNode, button: string): Promise<void> {
  const field = found<HTMLInputElement>(place, "[name=passphrase]");
  field.value = "a passphrase";
  field.dispatchEvent(new Event("input", { bubbles: true }));
  await settled();
  await press(place, button);
}

const READS = {
  folderKeys: () => [{ id: "0f1e2d3c", file: "AQID" }],
  histories: () => [
    { name: "sample-1", owner: {}, shown: false, signedIn: false, aside: "sample" },
  ],
  tableRows: () => ids.map((id) => ({ id, alias: `slug:${id}`, name: `${id} Example` })),
};

const ACTS: readonly UserAct[] = [
  {
    name: "a restore is undone",
    asks: "undoRestore",
    page: restored,
    act: (place) => press(place, "[name=restore-undo]"),
  },
  {
    name: "a restore is kept",
    asks: "keepRestore",
    page: restored,
    act: (place) => press(place, "[name=restore-keep]"),
  },
  {
    name: "the folder is written to",
    asks: "keepFolder",
    page: folder,
    act: (place) => press(place, "[name=folder-write]"),
  },
  {
    name: "the folder is given up",
    asks: "forgetFolder",
    page: folder,
    act: (place) => press(place, "[name=folder-forget]"),
  },
  {
    name: "the folder is sealed",
    asks: "sealFolder",
    page: folder,
    async act(place) {
      await press(place, "[name=folder-seal]");
      await pressWith(place, "[name=folder-seal-now]");
    },
  },
  {
    name: "a sealed folder is opened",
    asks: "openFolder",
    page: folderWith({ seal: "locked" }),
    act: (place) => pressWith(place, "[name=folder-open]"),
  },
  {
    name: "a computer is taken out of the folder",
    asks: "takeOutOfFolder",
    page: folder,
    act: (place) => press(place, "[name=folder-take-out]", "[name=folder-take-out-sure]"),
  },
  {
    name: "many are made one person",
    asks: "mergePeople",
    answer: { a: "slug:ada", b: "slug:bo" },
    page: (
      <SelectionBar
        selection={new Set(ids)}
        onExport={nothing}
        onSelection={nothing}
        onChange={nothing}
      />
    ),
    act: (place) => press(place, "[name=act-merge]", "[name=bulk-yes]"),
  },
  {
    name: "it is said who is meant by a name",
    asks: "answerQuestion",
    page: (
      <NameQuestions
        questions={[
          {
            name: "name:ana silva" as NameSubject,
            facts: 2,
            strangers: 0,
            candidates: [{ alias: "slug:ana", name: "Ana Silva", work: "", interactions: 1 }],
          },
        ]}
      />
    ),
    act: (place) => press(place, "input[type=radio]", "[name=answer-name]"),
  },
  {
    name: "the invented people are shown",
    asks: "showHistory",
    page: <TrySample />,
    act: async (place) => {
      await import("../../src/sample/show-sample.ts");
      await press(place, "[name=try-sample]");
      await settledFor(400);
    },
  },
];

const { showDirectoryPicker: none } = globalThis as { readonly showDirectoryPicker?: unknown };
beforeAll(() => Object.assign(globalThis, { showDirectoryPicker: () => Promise.reject(none) }));
afterAll(() => Reflect.deleteProperty(globalThis, "showDirectoryPicker"));
beforeEach(() => storedValues.clear());
eachWay(ACTS, READS, ["is undone", "one person now", "All questions are done"]);
