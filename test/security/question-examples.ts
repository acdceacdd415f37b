/**
 * What each question may be about, as a page of ours or the script on the site would ask it. A new question of the protocol needs a row
 * here: the compiler names a question without one, and {@link forged} makes the forgeries of it.
 */
import type { PageQuestions } from "../../src/protocol/page-questions.ts";
import type { SiteQuestions } from "../../src/protocol/site-questions.ts";

/** Questions that are about nothing. */
export const NOTHING = Symbol("nothing");

const PERSON = "aaaaaaaaaaaaaaaaaaaaaa";
const UUID = "00000000-0000-4000-8000-000000000001";
const RESTORE = `history-${UUID}.${UUID}`;
const VIEWER = { aliases: ["slug:sam-example"], name: "Sam Example" };
const SEEN = {
  aliases: ["slug:alex-example"],
  name: "Alex Example",
  headline: "Sails",
  company: "Kites Ltd",
  title: "Sailmaker",
  inOneAddress: ["slug:alex-example", "member:ACoAAExample"],
  mutual: { count: 3, named: ["slug:bea-example"] },
  at: 1,
};
const MADE = {
  choices: {
    name: { value: "Alex" },
    company: { value: "Kites Ltd" },
    title: { value: "Sailmaker" },
    howMet: { value: "At sea" },
    muted: { value: true },
    snoozedUntil: { value: 5 },
    cadenceDays: { value: 30 },
    inTouchElsewhere: { value: 5 },
    knows: { value: "no" },
    neverTrack: { value: false },
    deceased: { value: false },
  },
  notes: { n1: "Sails." },
  tags: { sailing: true },
  reminders: { r1: 5 },
};
const VIEW = {
  text: "alex",
  conditions: [{ of: "company", is: "Kites Ltd", not: true }],
  by: "name",
  descending: false,
};
const HEAD = {
  format: "tielight-history",
  version: 1,
  exportedAt: 1,
  owner: { aliases: ["slug:sam-example"], name: "Sam Example" },
};
const IMPORT = {
  history: `history-${UUID}`,
  id: UUID,
  parts: 1,
  owner: { aliases: ["slug:sam-example"], name: "Sam Example" },
  named: [{ name: "name:alex example", value: "slug:alex-example" }],
};
const KEY = { file: "YWJj", scalar: `${"A".repeat(42)}A`, isKept: true };

/** An example of each question of our own pages. */
export const OF_PAGES: Readonly<Record<keyof PageQuestions, unknown>> = {
  personCard: { id: PERSON, atMost: 1 },
  personDetails: { id: PERSON },
  openQuestions: NOTHING,
  rules: NOTHING,
  ruleReach: { of: "company", name: "Kites Ltd" },
  changeRules: {
    rules: {
      r1: { about: { of: "company", name: "Kites Ltd" }, says: { what: "cadence", days: 30 } },
      r2: { about: { of: "tag", name: "sailing" }, says: { what: "never" } },
      r3: { about: { of: "tag", name: "sailing" }, says: { what: "knows", how: "a-little" } },
    },
  },
  choose: { id: PERSON, made: MADE },
  week: NOTHING,
  markDone: { id: PERSON, done: true },
  people: {
    text: "alex",
    late: false,
    bands: ["close"],
    silentDays: 30,
    field: "design",
    company: "Kites Ltd",
    tag: "sailing",
    connectedFrom: 1,
    connectedTo: 2,
    changed: true,
    known: true,
    twoWay: false,
    choice: "muted",
    order: "name",
    start: 0,
    atMost: 10,
  },
  topic: { tabId: 1 },
  balance: NOTHING,
  replies: NOTHING,
  backtest: NOTHING,
  renewLists: NOTHING,
  mergePeople: { id: PERSON, other: PERSON },
  undoMerge: { a: "slug:a", b: "slug:b" },
  splitPerson: { id: PERSON, split: ["slug:alex-example"] },
  answerQuestion: {
    answer: { kind: "one-person", a: "slug:a", b: "slug:b", value: "same" },
  },
  deleteInteraction: { id: PERSON, key: "message|in|1|1|" },
  restoreInteraction: { id: PERSON, key: "message|in|1|1|" },
  addInteraction: {
    id: PERSON,
    interaction: { kind: "call", direction: "both", from: 1, to: 2, words: "Sails." },
  },
  erasedCount: NOTHING,
  liftErasures: NOTHING,
  peopleTable: { ...VIEW, start: 0, atMost: 10 },
  tableIds: VIEW,
  tableRows: { ids: [PERSON] },
  tableChoices: NOTHING,
  changes: { kind: "job", start: 0, atMost: 1 },
  chooseMany: { ids: [PERSON], made: MADE },
  takeBackMany: { made: MADE, back: [{ id: PERSON, before: MADE }] },
  deletePeople: { ids: [PERSON] },
  undoDeletion: { id: UUID },
  finishDeletion: { id: UUID },
  peopleToDelete: { of: "quiet", years: 5 },
  network: NOTHING,
  networkMap: NOTHING,
  importTrouble: NOTHING,
  importTargets: NOTHING,
  beginImport: {
    head: {
      id: UUID,
      at: 1,
      madeAt: 1,
      coverage: [{ from: 1, to: 2, kinds: ["message"] }],
      circles: [{ kind: "company", name: "Kites Ltd", title: "Sailmaker", from: 1, to: 2 }],
      files: [{ path: "a", source: "b", rows: 1, used: 1, merged: 0, ambiguous: 0, skipped: 0 }],
    },
    history: `history-${UUID}`,
  },
  stageImport: {
    history: `history-${UUID}`,
    id: UUID,
    part: {
      part: 0,
      subjects: ["slug:alex-example"],
      bodies: ["{}"],
      links: [{ a: "slug:a", b: "slug:b" }],
    },
  },
  previewImport: IMPORT,
  commitImport: { ...IMPORT, revision: 0 },
  importProgress: { id: UUID },
  cancelImport: { history: `history-${UUID}`, id: UUID },
  imports: NOTHING,
  undoImport: { id: UUID },
  exportHead: NOTHING,
  exportRecords: { after: "-a", atMost: 1, erased: false },
  exportPeople: { after: "a", atMost: 1, interactions: false },
  exportChosen: { ids: [PERSON], interactions: false },
  beginRestore: HEAD,
  stageRestore: { id: RESTORE, part: 0, records: [] },
  previewRestore: { id: RESTORE },
  commitRestore: { id: RESTORE, revision: 0 },
  beginSample: HEAD,
  commitSample: { id: RESTORE, revision: 0 },
  cancelRestore: { id: RESTORE },
  backupState: NOTHING,
  peopleSinceBackup: NOTHING,
  backupMark: NOTHING,
  undoableRestore: NOTHING,
  noteBackup: { at: 1, revision: 0 },
  undoRestore: NOTHING,
  keepRestore: NOTHING,
  folderState: NOTHING,
  folderKeys: NOTHING,
  useFolder: { id: UUID, key: KEY },
  sealFolder: { key: KEY },
  openFolder: { keys: [KEY] },
  sendFolder: { id: UUID },
  keepFolder: NOTHING,
  takeOutOfFolder: { copy: "0f1e2d3c" },
  forgetFolder: NOTHING,
  heldHistories: NOTHING,
  joinHistories: { from: "history-a", into: "history-b" },
  removeHistory: { name: "history-a" },
  eraseEverything: NOTHING,
  overview: NOTHING,
  settings: NOTHING,
  changeSettings: {
    mode: "badges",
    pause: { since: 1, until: 2 },
    preferences: { perWeek: 3, weekStartsOn: 1, toolbarNumber: true, openers: { warm: "Ahoy" } },
    badgesIn: { feed: false },
    language: "en",
    setup: { requestedAt: 1 },
  },
  keptValue: { key: "tone" },
  keepValue: { key: "tone", value: "warm", from: {} },
  readerReport: NOTHING,
  readerHealth: NOTHING,
  acceptDamage: NOTHING,
  startAnew: NOTHING,
  settleUnclaimed: { name: "history-a" },
  histories: NOTHING,
  showHistory: { name: "history-a" },
};

/** An example of each question of the script on the site. */
export const OF_THE_SITE: Readonly<Record<keyof SiteQuestions, unknown>> = {
  permission: NOTHING,
  styles: NOTHING,
  glimpses: { people: [SEEN], viewer: VIEWER },
  peopleNamed: { names: ["Alex Example"], viewer: VIEWER },
  record: {
    viewer: VIEWER,
    sightings: [
      {
        id: "s1",
        sighting: {
          what: "interaction",
          person: SEEN,
          interaction: {
            kind: "message",
            direction: "in",
            from: 1,
            to: 2,
            ref: "r",
            groupSize: 2,
            withNote: true,
            sources: ["page"],
          },
        },
        of: ["slug:sam-example"],
      },
    ],
  },
  certainViewer: NOTHING,
  signedIn: { ...VIEWER, kinds: ["menu"] },
  signedOut: NOTHING,
  reportReading: { surface: "feed", found: 1, missing: 1, structure: "main" },
  turned: NOTHING,
  openPerson: { alias: "slug:alex-example", beside: false, viewer: VIEWER },
};

/** No field of any question is like this: a name with a blank, and lists in each other. */
const FORGED = { "forged ": [[{ "forged ": [] }]] };

/** Fields that hold anything, by question. */
const ANYTHING: Readonly<Record<string, readonly string[]>> = { keepValue: ["value"] };

interface Forgery {
  /** What was done to the example. */
  readonly what: string;
  readonly about: unknown;
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A value with every part of it, one after another, put in place of what belongs there. */
function* replaced(value: unknown, path: string): Generator<Forgery> {
  yield { what: `${path} is something else`, about: FORGED };
  if (Array.isArray(value)) {
    for (const [place, item] of value.entries())
      for (const { what, about } of replaced(item, `${path}[${place}]`))
        yield { what, about: value.with(place, about) };
    return;
  }
  if (!isPlain(value)) return;
  for (const [key, item] of Object.entries(value))
    for (const { what, about } of replaced(item, `${path}.${key}`))
      yield { what, about: { ...value, [key]: about } };
}

/** Everything that is certainly no question of this name: another type, a part exchanged, a part too many, a text without end. */
export function forged(question: string, example: unknown): readonly Forgery[] {
  if (example === NOTHING) return [];
  const free = ANYTHING[question] ?? [];
  const parts = [...replaced(example, "it")].filter(
    ({ what }) => !free.some((key) => what.startsWith(`it.${key} `)),
  );
  return [
    ...[undefined, null, 0, -1, "x", true, [], [[]], Number.NaN].map((about) => ({
      what: `it is ${JSON.stringify(about) ?? "nothing"}`,
      about,
    })),
    ...parts,
    { what: "a part too many", about: { ...(example as object), "forged ": 1 } },
    {
      what: "a part of the prototype",
      about: JSON.parse(`{"__proto__":${JSON.stringify(example)}}`) as unknown,
    },
    {
      what: "a text of 3 MB too many",
      about: { ...(example as object), more: "x".repeat(3_000_000) },
    },
  ];
}
