// @vitest-environment jsdom
import { answerWith, storedValues } from "../words/extension-of-the-tests.ts";
import { Blob as ReadableBlob, File as ReadableFile } from "node:buffer";
import { beforeEach, expect, test, vi } from "vitest";
import { BackupPanel } from "../../src/dashboard/backup/backup-panel.tsx";
import { TroubleNotice } from "../../src/components/trouble-notice.tsx";
import { HistoriesPanel } from "../../src/dashboard/settings/histories-panel.tsx";
import { ImportLog } from "../../src/dashboard/import/import-log.tsx";
import { DeleteManyPanel } from "../../src/dashboard/settings/delete-many-panel.tsx";
import { Deletions } from "../../src/components/pieces/deletions.tsx";
import { RulesPanel } from "../../src/dashboard/settings/rules-panel.tsx";
import { SelectionBar } from "../../src/dashboard/people/selection-bar.tsx";
import { WeekSection } from "../../src/dashboard/week/week-section.tsx";
import { BringPanel } from "../../src/dashboard/bring/bring-panel.tsx";
import type { LoggedImport } from "../../src/domain/records/archive-import.ts";
import type { PersonId } from "../../src/domain/person/person.ts";
import type { SuggestedRow, Week } from "../../src/domain/week/week.ts";
import { canonicalJson } from "../../src/exchange/canonical-json.ts";
import { historyLines } from "../../src/exchange/write-history.ts";
import type { HeldHistory } from "../../src/protocol/views.ts";
import { Welcome } from "../../src/welcome/welcome.tsx";
import { eachWay, type UserAct } from "../components/acts/each-way.ts";
import { drawn, found, settled, settledFor } from "../components/drawn.ts";
import { alex, now } from "../components/invented-person.ts";
import { HEAD } from "../exchange/arbitrary-records.ts";
import { NOTHING, TAGGED } from "../exchange/invented-export.ts";

const DAY = 86_400_000;

const row = (id: string, name: string): SuggestedRow => ({
  id: id as PersonId,
  alias: `slug:${id}`,
  aliases: [`slug:${id}`, "member:ACoAAExample"],
  name,
  tie: alex().tie,
  reasons: [{ code: "wrote-last", at: now - 92 * DAY }],
  lens: [],
});

const week: Week = {
  reconnect: [row("alex", "Alex Example")],
  neverTalked: [],
  due: [
    { ...row("cem", "Cem Example"), dueBy: "date", dueAt: now - DAY, reminder: "r1", chosen: {} },
  ],
  number: 1,
  doneThisWeek: 0,
};

const held: readonly HeldHistory[] = ["Sam", "Kim"].map((name, place) => ({
  name: `history-${place + 1}`,
  owner: { name: `${name} Example` },
  shown: place === 0,
  signedIn: place === 0,
  people: 3,
  interactions: 7,
}));

const logged: LoggedImport = {
  id: "00000000-0000-4000-8000-000000000001",
  at: now,
  madeAt: now,
  doneAt: now,
  coverage: [],
  circles: [],
  files: [],
  owner: { aliases: [] },
  outcome: {
    peopleNew: 1,
    peopleKnown: 0,
    interactionsNew: 2,
    interactionsKnown: 0,
    waiting: 0,
    erased: 0,
  },
} as LoggedImport;

const READS = {
  week: () => week,
  rules: () => [
    { id: "r1", at: now, about: { of: "tag", name: "team" }, says: { what: "never" }, people: 2 },
  ],
  ruleReach: () => 3,
  tableChoices: () => ({ companies: ["Acme"], tags: ["team"] }),
  renewLists: () => undefined,
  peopleToDelete: () => ({ ids: ["alex"], names: ["Alex Example"] }),
  erasedCount: () => 0,
  exportRecords: () => ({ records: [TAGGED] }),
  backupMark: () => ({ at: now, revision: 1 }),
  noteBackup: () => undefined,
  backupState: () => ({ days: 0, imports: 0 }),
  tableIds: () => ["alex"],
  exportChosen: () => [],
  beginRestore: () => ({ id: "restore-1" }),
  stageRestore: () => undefined,
  cancelRestore: () => undefined,
  previewRestore: () => ({ ...NOTHING, peopleNew: 3 }),
};

const press = async (place: ParentNode, ...selectors: readonly string[]): Promise<void> => {
  for (const selector of selectors) {
    found(place, selector).click();
    await settled();
  }
};

/** The same where the page loads a part of itself first. */
const pressAndLoad = async (place: ParentNode, selector: string): Promise<void> => {
  await Promise.all([
    import("../../src/exchange/write-history.ts"),
    import("../../src/exchange/backup/gzip.ts"),
    import("../../src/exchange/backup/backup-name.ts"),
    import("../../src/exchange/people-file.ts"),
  ]);
  await press(place, selector);
  await settledFor(400);
};

/** Opens what is done less often about the suggestion, and presses the button with these words. */
const more = async (place: ParentNode, words: string): Promise<void> => {
  await press(place, ".suggest [name=more]");
  const choices = [...place.querySelectorAll<HTMLButtonElement>(".suggest button")];
  const choice = choices.find(({ textContent }) => textContent === words);
  if (choice === undefined) throw new Error(`No choice "${words}"`);
  choice.click();
  await settled();
};

const nothing = (): void => {};
const weekPage = <WeekSection isCovered now={now} round={0} overdue={0} />;
const histories = (
  <HistoriesPanel histories={{ state: "answered", answer: held }} onChange={nothing} />
);
const selection = (
  <SelectionBar
    selection={new Set(["alex" as PersonId])}
    onExport={nothing}
    onSelection={nothing}
    onChange={nothing}
  />
);
const damaged = (
  <TroubleNotice
    trouble={{
      code: "damaged",
      peopleBefore: 2,
      peopleNow: 1,
      interactionsBefore: 9,
      interactionsNow: 4,
    }}
    restore="here"
    onChange={nothing}
  />
);

const BACKUP = `${canonicalJson(HEAD)}\n${historyLines([TAGGED])}`;
const restoring = <BringPanel isFirst={false} now={0} onChange={nothing} />;

/** Chooses a backup; the document's engine has files without streams. */
async function chooseBackup(place: HTMLElement): Promise<void> {
  await import("../../src/exchange/restore-history.ts");
  const field = found<HTMLInputElement>(place, "input[name=given]");
  const file = new ReadableFile([BACKUP], "backup.jsonl");
  Object.defineProperty(field, "files", { value: [file], configurable: true });
  field.dispatchEvent(new Event("change", { bubbles: true }));
  await settledFor(1000);
}

const ACTS: readonly UserAct[] = [
  {
    name: "a suggestion is done",
    asks: "markDone",
    page: weekPage,
    act: (place) => press(place, ".suggest .row button"),
  },
  {
    name: "somebody is put off",
    asks: "choose",
    page: weekPage,
    act: (place) => more(place, "1 month"),
  },
  {
    name: "somebody is never to be suggested",
    asks: "choose",
    page: weekPage,
    act: (place) => more(place, "Never suggest"),
  },
  {
    name: "a reminder is done",
    asks: "choose",
    page: weekPage,
    act: (place) => press(place, "li.due button"),
  },
  {
    name: "many are given a rhythm",
    asks: "chooseMany",
    page: selection,
    answer: [{ id: "alex" }],
    act: (place) => press(place, "[name=act-cadence]", "form [type=submit]"),
  },
  {
    name: "those selected are deleted",
    asks: "deletePeople",
    page: <Deletions>{selection}</Deletions>,
    answer: { id: "d1", count: 1 },
    act: (place) => press(place, "[name=act-delete]", "[name=bulk-yes]"),
  },
  {
    name: "many are deleted by how long nothing passed",
    asks: "deletePeople",
    page: (
      <Deletions>
        <DeleteManyPanel />
      </Deletions>
    ),
    answer: { id: "d1", count: 1 },
    act: async (place) => {
      const by = found<HTMLSelectElement>(place, "[name=delete-by]");
      by.value = "quiet";
      by.dispatchEvent(new Event("change", { bubbles: true }));
      await settled();
      found<HTMLFormElement>(place, "form").requestSubmit();
      await settled();
      await press(place, "[name=delete-many-yes]");
    },
  },
  {
    name: "another history is shown",
    asks: "showHistory",
    page: histories,
    act: (place) => press(place, "[name=show-history]"),
  },
  {
    name: "two histories are joined",
    asks: "joinHistories",
    page: histories,
    answer: { people: 4, interactions: 9 },
    act: (place) => press(place, "[name=join-history]", "[name=sure]"),
  },
  {
    name: "a history is removed",
    asks: "removeHistory",
    page: histories,
    act: (place) => press(place, "[name=remove-history]", "[name=sure]"),
  },
  {
    name: "everything is erased",
    asks: "eraseEverything",
    page: histories,
    act: (place) => press(place, "[name=erase-everything]", "[name=sure]"),
  },
  {
    name: "a backup is read",
    asks: "beginRestore",
    page: restoring,
    answer: { id: "restore-1" },
    act: chooseBackup,
  },
  {
    name: "a backup is restored",
    asks: "commitRestore",
    page: restoring,
    answer: { people: 12, interactions: 34 },
    act: async (place) => {
      await chooseBackup(place);
      await press(place, "[name=restore-commit]");
    },
  },
  {
    name: "an import is undone",
    asks: "undoImport",
    page: <ImportLog log={{ state: "answered", answer: [logged] }} onChange={nothing} />,
    act: (place) => press(place, "[name=undo]", "[name=undo-yes]"),
  },
  {
    name: "a backup is written",
    asks: "exportHead",
    page: <BackupPanel erasedCount={0} backup={undefined} onWritten={nothing} />,
    act: (place) => pressAndLoad(place, "[value=json]"),
  },
  {
    name: "people are exported",
    asks: "exportPeople",
    page: <BackupPanel erasedCount={0} backup={undefined} onWritten={nothing} />,
    answer: { people: [] },
    act: async (place) => {
      await pressAndLoad(place, "[value=people]");
      await pressAndLoad(place, "[name=export-save]");
    },
  },
  {
    name: "what can be read is exported",
    asks: "exportHead",
    page: damaged,
    act: (place) => pressAndLoad(place, "[name=export-readable]"),
  },
  {
    name: "the user goes on with what is left",
    asks: "acceptDamage",
    page: damaged,
    act: (place) => press(place, "[name=accept-damage]"),
  },
  {
    name: "the user starts anew",
    asks: "startAnew",
    page: damaged,
    act: (place) => press(place, "[name=start-anew]", "[name=start-anew-sure]"),
  },
  {
    name: "a rule is written",
    asks: "changeRules",
    page: <RulesPanel />,
    act: async (place) => {
      await press(place, "[name=rule-add]");
      const name = found<HTMLInputElement>(place, "[name=rule-name]");
      name.value = "Acme";
      name.dispatchEvent(new Event("input", { bubbles: true }));
      await settled();
      await press(place, "[name=rule-keep]");
    },
  },
  {
    name: "a rule is removed",
    asks: "changeRules",
    page: <RulesPanel />,
    act: (place) => press(place, "[name=rule-remove]"),
  },
  {
    name: "the user chooses how far Tielight may go",
    asks: "changeSettings",
    page: <Welcome now={now} />,
    act: (place) => press(place, "[name=mode][value=popup]"),
  },
];

const SUCCESS = [
  ": done",
  "Undo",
  "is removed",
  "is added",
  "The rule",
  "Everything is erased",
  "deleted.",
  "is undone",
  "exported",
];

// The document's engine has blobs that nobody can read.
vi.stubGlobal("Blob", ReadableBlob);
// And no locks.
Object.assign(navigator, {
  locks: {
    request: (_name: string, options: unknown, work?: (lock: object) => unknown) =>
      Promise.resolve((work ?? (options as (lock: object) => unknown))({})),
  },
});
URL.createObjectURL ??= () => "blob:tests";
URL.revokeObjectURL ??= () => {};
beforeEach(() => storedValues.clear());
const { alerts } = eachWay(ACTS, READS, SUCCESS);

test("what was done to many and cannot be undone keeps the way back", async () => {
  const undoing = { asks: "chooseMany", undo: "takeBackMany" };
  answerWith({ ...READS, [undoing.asks]: () => [{ id: "alex", before: {} }] });
  const place = drawn(selection);
  await settled();
  await press(place, "[name=act-cadence]", "form [type=submit]");
  const undo = (): HTMLElement[] =>
    [...place.querySelectorAll("button")].filter(({ textContent }) => textContent === "Undo");
  undo()[0]?.click();
  await settled();
  expect(alerts(place)[0]?.textContent).toContain(undoing.undo);
  expect(undo()).toHaveLength(1);
});
