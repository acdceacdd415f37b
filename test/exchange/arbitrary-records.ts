/**
 * Records of every kind with everything that can be in them, for properties. Texts are of the kinds that break files: line breaks, quotes,
 * halves of pictographs, names of fields that objects have from elsewhere.
 */
import fc from "fast-check";
import {
  type ExportedRecord,
  type ExportHead,
  recordId,
} from "../../src/domain/records/exported-history.ts";
import { compareInteractions } from "../../src/domain/interactions/history.ts";
import { type Fact, packed } from "../../src/domain/interactions/interaction-columns.ts";
import { type Alias, KNOWS } from "../../src/domain/person/person.ts";
import { REASON_KINDS } from "../../src/domain/person/sent-message.ts";
import { pair, type RegisterWord } from "../../src/domain/records/register.ts";
import { nameSubject, postSubject } from "../../src/domain/records/subject.ts";
import { anInteraction, NOW } from "../domain/interactions/arbitrary-interactions.ts";

/** The head of an invented export. */
export const HEAD: ExportHead = {
  format: "tielight-history",
  version: 1,
  exportedAt: NOW,
  owner: { aliases: ["slug:me-example"], name: "Me Example" },
};

const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.constantFrom(
    "Ada Example",
    "two\nlines\r\n",
    '"',
    "\\",
    "\ud83d",
    "\ufeffx",
    "\u2028",
    "名前",
  ),
);
/** Keys that the user types or that are made of references. */
const key = fc.oneof(
  text,
  fc.constantFrom("10", "9", "__proto__", "constructor", "prototype", "toString"),
);
const moment = fc.oneof(fc.integer({ min: 0, max: NOW }), fc.constantFrom(0, -1, 8.64e15));
const count = fc.nat({ max: 1_000_000 });
const replica = fc.constantFrom("r1", "r2", "0b5c7c1e-9d5f-4c8b-8f5b-2f6f0a1b2c3d");
const source = fc.constantFrom("page", "hand", "archive:a", "archive:b-1");
const time = fc.tuple(moment, count, replica);

const alias: fc.Arbitrary<Alias> = fc.constantFrom(
  "slug:ada-example",
  "slug:émile-名前",
  "member:ACoAAB_-x",
  "number:1234567",
  "mail:ada@example.com",
  "phone:+4912345",
  "own:1",
);
const name = text.map(nameSubject);
const post = fc
  .tuple(fc.constantFrom("activity:7100", "ugcPost:-12"), fc.option(fc.constantFrom("1", "22")))
  .map(([id, comment]) => postSubject(id, comment ?? undefined));
const person = fc.oneof(alias, name);

const facts = fc.array(anInteraction(), { maxLength: 6 }).map((list) =>
  packed(
    list
      .map(({ sources: _sources, ...fact }): Fact => fact)
      .toSorted(compareInteractions)
      .filter((one, place, all) => {
        const before = all[place - 1];
        return before === undefined || compareInteractions(before, one) !== 0;
      }),
  ),
);

const register = <T>(value: fc.Arbitrary<T>) =>
  fc.record({ value, time }, { requiredKeys: ["time"] });

/** Registers by key, every key a property of the object itself. */
const registers = <T>(value: fc.Arbitrary<T>) =>
  fc
    .uniqueArray(fc.tuple(key, register(value)), { selector: ([one]) => one, maxLength: 4 })
    .map((entries) => Object.fromEntries(entries));

const dated = fc.record({ value: text, at: moment });
const owner = fc.record(
  { aliases: fc.array(alias, { maxLength: 3 }), name: text },
  { requiredKeys: ["aliases"] },
);
const spans = fc.array(
  fc.record({
    from: moment,
    to: moment,
    kinds: fc.subarray(["message", "inmail", "reaction"] as const),
  }),
  { maxLength: 2 },
);
const circles = fc.array(
  fc.record(
    {
      kind: fc.constantFrom("company", "school", "followed"),
      name: text,
      title: text,
      from: moment,
      to: moment,
    },
    { requiredKeys: ["kind", "name"] },
  ),
  { maxLength: 2 },
);
const files = fc.array(
  fc.record({
    path: text,
    source: text,
    rows: count,
    used: count,
    merged: count,
    ambiguous: count,
    skipped: count,
  }),
  { maxLength: 2 },
);

const personBody = fc.record(
  {
    names: fc.array(dated, { maxLength: 3 }),
    career: fc.array(
      fc.record(
        { company: text, title: text, headline: text, at: moment, until: moment },
        { requiredKeys: ["at", "until"] },
      ),
      { maxLength: 2 },
    ),
    facts,
    undone: fc.array(text, { maxLength: 2 }),
    visits: fc.array(moment, { maxLength: 3 }),
    mutual: fc.array(
      fc.record(
        { at: moment, count, named: fc.array(alias, { maxLength: 2 }) },
        { requiredKeys: ["at", "named"] },
      ),
      { maxLength: 2 },
    ),
    notes: registers(text),
    tags: registers(fc.boolean()),
    reminders: registers(moment),
    sent: registers(fc.record({ at: moment, why: fc.constantFrom(...REASON_KINDS) })),
    removed: registers(fc.boolean()),
    choices: fc.record(
      {
        name: register(text),
        company: register(text),
        title: register(text),
        howMet: register(text),
        muted: register(fc.boolean()),
        snoozedUntil: register(moment),
        cadenceDays: register(fc.constantFrom(1, 30, 91.25)),
        inTouchElsewhere: register(moment),
        knows: register(fc.constantFrom(...KNOWS)),
        neverTrack: register(fc.boolean()),
        deceased: register(fc.boolean()),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
);

const postBody = fc.record(
  {
    authors: fc.array(
      fc.record(
        { alias, name: text, days: fc.array(fc.nat({ max: 30_000 }), { maxLength: 3 }) },
        { requiredKeys: ["days"] },
      ),
      { maxLength: 2 },
    ),
    facts,
  },
  { requiredKeys: [] },
);

const historyBody = fc.record(
  {
    owner,
    watched: fc.record({ since: moment, until: moment }, { requiredKeys: ["since"] }),
    spans,
    circles,
    files,
    imported: fc.record({ at: moment, madeAt: moment, doneAt: moment }),
    weeks: fc.array(
      fc.record({
        week: fc.nat({ max: 3000 }),
        at: moment,
        rows: fc.array(
          fc.record(
            {
              person,
              list: fc.constantFrom("reconnect", "hello"),
              shownAt: moment,
              done: register(fc.boolean()),
            },
            { requiredKeys: ["person", "list"] },
          ),
          { maxLength: 3 },
        ),
      }),
      { maxLength: 2 },
    ),
    rules: fc.dictionary(
      fc.uuid(),
      register(
        fc.record({
          about: fc.record({ of: fc.constantFrom("company", "tag"), name: fc.constant("Acme") }),
          says: fc.oneof(
            fc.constant({ what: "never" }),
            fc.record({ what: fc.constant("cadence"), days: fc.nat({ max: 900 }) }),
            fc.record({ what: fc.constant("knows"), how: fc.constantFrom("well", "a-little") }),
          ),
        }),
      ),
      { maxKeys: 2 },
    ),
  },
  { requiredKeys: [] },
);

const statement = <Subject, Body>(subject: fc.Arbitrary<Subject>, body: fc.Arbitrary<Body>) =>
  fc.record({ subject, source, replica, version: count, body });

const twoAliases = fc
  .uniqueArray(alias, { minLength: 2, maxLength: 2 })
  .map((list) => list.toSorted() as [Alias, Alias]);

const word: fc.Arbitrary<RegisterWord> = fc.oneof(
  fc
    .tuple(twoAliases, fc.constantFrom("same", "different", "nothing"))
    .map(([[a, b], value]) => pair(a, b, value)),
  alias.map((one) => pair(one, "erased:0123456789abcdefghij-_", "different")),
  fc.record({ kind: fc.constant("withdrawn" as const), import: source, value: fc.boolean() }),
  fc.record({
    kind: fc.constant("erased" as const),
    mark: fc.constantFrom("0123456789abcdefghij-_", "A123456789abcdefghij-_"),
    value: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant("named" as const),
    name,
    value: fc.oneof(alias, fc.constantFrom("somebody-else" as const, "nothing" as const)),
  }),
  fc.record({
    kind: fc.constant("author" as const),
    post,
    value: fc.oneof(alias, fc.constant("nothing" as const)),
  }),
  fc.record({ kind: fc.constant("clock" as const), of: replica, to: moment, value: moment }),
);

const settings = fc.record(
  {
    mode: fc.constantFrom("badges", "popup", "archive"),
    showRails: fc.boolean(),
    preferences: fc.record({ perWeek: count, toolbarNumber: fc.boolean() }),
    lenses: fc.array(text, { maxLength: 2 }),
    never: fc.constant(null),
  },
  { requiredKeys: [] },
);

/** Any record of an export. */
export const anyRecord: fc.Arbitrary<ExportedRecord> = fc.oneof(
  statement(person, personBody).map((one) => ({ kind: "statement" as const, statement: one })),
  statement(post, postBody).map((one) => ({ kind: "statement" as const, statement: one })),
  statement(fc.constant("history" as const), historyBody).map((one) => ({
    kind: "statement" as const,
    statement: one,
  })),
  fc
    .record({
      ends: twoAliases,
      source,
      replica,
      version: count,
      evidence: fc.constantFrom("address", "row", "card"),
      firstAt: moment,
    })
    .map(({ ends: [a, b], ...rest }) => ({ kind: "link" as const, link: { a, b, ...rest } })),
  fc.record({ word, replica, time }).map((one) => ({ kind: "register" as const, register: one })),
  fc
    .record(
      {
        id: fc.constantFrom("a", "b-1"),
        replica,
        at: moment,
        madeAt: moment,
        doneAt: moment,
        owner,
        coverage: spans,
        circles,
        files,
        outcome: fc.record({
          peopleNew: count,
          peopleKnown: count,
          interactionsNew: count,
          interactionsKnown: count,
          waiting: count,
          erased: count,
        }),
      },
      {
        requiredKeys: [
          "id",
          "replica",
          "at",
          "madeAt",
          "doneAt",
          "coverage",
          "circles",
          "files",
          "outcome",
        ],
      },
    )
    .map((one) => ({ kind: "import" as const, import: one })),
  fc
    .constantFrom("0123456789abcdefghij-_", "0123456789abcdefghij-_0123456789abcdefghij-_")
    .map((one) => ({ kind: "key" as const, key: one })),
  settings.map((one) => ({ kind: "settings" as const, settings: one })),
);

/** Records of an export, each once. */
export const anyRecords: fc.Arbitrary<readonly ExportedRecord[]> = fc.uniqueArray(anyRecord, {
  selector: recordId,
  maxLength: 12,
});
