/**
 * Laws of the stored history: following step by step gives what projecting everything anew gives, for people and for everything that
 * follows from them; and a change that fails leaves what was there.
 */
import "fake-indexeddb/auto";
import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import type { Interaction } from "../../../src/domain/interactions/interaction.ts";
import type { Alias, PersonId } from "../../../src/domain/person/person.ts";
import type { Sighting } from "../../../src/domain/interactions/sighting.ts";
import { importSource } from "../../../src/domain/records/archive-import.ts";
import { type HistoryDatabase, openHistory } from "../../../src/storage/database/database.ts";
import { commitImport } from "../../../src/storage/imports/commit.ts";
import { previewImport } from "../../../src/storage/imports/preview.ts";
import { withdrawImport } from "../../../src/storage/imports/withdraw.ts";
import { choose } from "../../../src/storage/records/by-hand.ts";
import { mergePeople, splitPerson, undoMerge } from "../../../src/storage/records/merge-people.ts";
import { forget } from "../forgotten.ts";
import { record } from "../../../src/storage/records/record.ts";
import { changeRules } from "../../../src/storage/records/rules.ts";
import { projectedAnew, rawText, storedView, viewAnew } from "../stored-history.ts";
import { exported, restored, withoutHandles } from "../exchange/restoring.ts";
import { askedOf, body, imported, staged, type WrittenImport } from "../written-import.ts";
import { patience, runs } from "../../effort.ts";

const START = Date.UTC(2024, 0, 1);
const DAY = 86_400_000;

const opened: HistoryDatabase[] = [];
let count = 0;

async function emptyHistory(): Promise<HistoryDatabase> {
  const database = await openHistory(`laws-${++count}`);
  opened.push(database);
  return database;
}

afterEach(() => {
  for (const database of opened.splice(0)) database.close();
});

const ALIASES: readonly Alias[] = ["slug:al", "slug:bo", "member:ACoB", "number:7", "slug:cy"];
const NAMES = ["Al Example", "Bo Sample", "Cy Trial"];

/** The id of the import with this number. */
const importId = (number: number): string =>
  `aaaaaaaa-0000-4000-8000-${String(number).padStart(12, "0")}`;

const alias = fc.constantFrom(...ALIASES);
const name = fc.constantFrom(...NAMES);
const day = fc.integer({ min: 0, max: 300 });
const madeDay = fc.constantFrom(50, 150, 250);
const company = fc.constantFrom("Example Ltd", "Sample Inc");

const fact = (kind: Interaction["kind"], at: number, source: "page" | "hand"): Interaction => ({
  kind,
  direction: kind === "connected" ? "both" : "in",
  from: START + at * DAY,
  to: START + at * DAY + (kind === "connected" ? DAY - 1 : 0),
  ...(kind === "reaction" && { ref: "activity:1" }),
  sources: [source],
});

type ImportAct = Extract<Act, { readonly do: "import" }>;

type Act =
  | { readonly do: "see"; readonly sightings: readonly Sighting[] }
  | {
      readonly do: "import";
      readonly names: readonly string[];
      readonly aliases: readonly Alias[];
      readonly day: number;
      /** The day on which the archive was made: the next one may be older, and say the same word for word. */
      readonly madeDay: number;
      readonly company: string;
      /** A row shows the first of the aliases together with this one, of which the archive says nothing else. */
      readonly besides: Alias | undefined;
    }
  /** The archive of the import before says the same, and was made on this day. */
  | { readonly do: "repeat"; readonly madeDay: number }
  | { readonly do: "undo"; readonly which: number }
  | { readonly do: "merge"; readonly one: number; readonly other: number }
  | { readonly do: "apart"; readonly one: number; readonly alias: Alias }
  | { readonly do: "unmerge"; readonly a: Alias; readonly b: Alias }
  | { readonly do: "choose"; readonly one: number; readonly tag: string }
  | { readonly do: "rule"; readonly tag: string; readonly holds: boolean }
  | { readonly do: "forget"; readonly one: number };

const sighting = fc
  .record({
    aliases: fc.uniqueArray(alias, { minLength: 1, maxLength: 2 }),
    name,
    day,
    what: fc.constantFrom("person", "message", "connected", "author"),
    company,
  })
  .map(({ aliases, name: called, day: at, what, company: shown }): Sighting => {
    const person = { aliases, name: called, company: shown, at: START + at * DAY };
    if (what === "person") return { what, person };
    if (what === "author") return { what, person, subject: "activity:1" };
    return { what: "interaction", person, interaction: fact(what as "message", at, "page") };
  });

const seeing = fc
  .array(sighting, { minLength: 1, maxLength: 3 })
  .map((sightings) => ({ do: "see" as const, sightings }));

const importAct: fc.Arbitrary<ImportAct> = fc.record({
  do: fc.constant("import" as const),
  names: fc.uniqueArray(name, { maxLength: 2 }),
  aliases: fc.uniqueArray(alias, { maxLength: 3 }),
  day: fc.constantFrom(10, 160),
  madeDay,
  company,
  besides: fc.option(alias, { nil: undefined }),
});

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: seeing },
  { weight: 3, arbitrary: importAct },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("repeat" as const), madeDay }) },
  fc.record({ do: fc.constant("undo" as const), which: fc.constantFrom(0, 1) }),
  fc.record({ do: fc.constant("merge" as const), one: fc.nat(4), other: fc.nat(4) }),
  fc.record({ do: fc.constant("apart" as const), one: fc.nat(4), alias }),
  fc.record({ do: fc.constant("unmerge" as const), a: alias, b: alias }),
  fc.record({ do: fc.constant("choose" as const), one: fc.nat(4), tag: fc.constantFrom("x", "y") }),
  fc.record({
    do: fc.constant("rule" as const),
    tag: fc.constantFrom("x", "y"),
    holds: fc.boolean(),
  }),
  fc.record({ do: fc.constant("forget" as const), one: fc.nat(4) }),
);

/** Acts with imports in place of those that repeat the one before. */
function withRepeats(all: readonly Act[]): readonly Act[] {
  let last: ImportAct | undefined;
  return all.flatMap((one): readonly Act[] => {
    if (one.do === "import") last = one;
    if (one.do !== "repeat") return [one];
    return last === undefined ? [] : [{ ...last, madeDay: one.madeDay }];
  });
}

const acts = (minLength: number, maxLength: number): fc.Arbitrary<readonly Act[]> =>
  fc.array(act, { minLength, maxLength }).map(withRepeats);

async function idAt(database: HistoryDatabase, place: number): Promise<PersonId | undefined> {
  const people = await storedView(database);
  return people[place % Math.max(1, people.length)]?.id;
}

/** An import as it comes next. */
async function writtenImport(
  database: HistoryDatabase,
  { names, aliases, day: at, madeDay, company: shown, besides }: ImportAct,
): Promise<WrittenImport> {
  const number = (await database.getAllKeys("imports")).length;
  const madeAt = START + madeDay * DAY;
  const [a] = aliases;
  const career = [{ company: shown, at: madeAt, until: madeAt }];
  const messages = [fact("connected", at, "page"), fact("message", at + 1, "page")];
  return {
    id: importId(number),
    madeAt,
    said: {
      ...Object.fromEntries(
        aliases.map((each, place) => [each, { ...body(messages, NAMES[place]), career }]),
      ),
      ...Object.fromEntries(
        names.map((each) => [`name:${each.toLowerCase()}`, { ...body(messages, each), career }]),
      ),
      "post:activity:1": body([fact("reaction", at, "page")]),
    },
    links: [aliases.length > 2 ? aliases[1] : undefined, besides].flatMap((b) =>
      a === undefined || b === undefined || a === b ? [] : [{ a, b }],
    ),
  };
}

async function carryOut(database: HistoryDatabase, one: Act, now: number): Promise<void> {
  switch (one.do) {
    case "see":
      return record(database, one.sightings, now);
    case "import":
      await imported(database, await writtenImport(database, one), now);
      return;
    case "undo":
      return withdrawImport(database, importId(one.which), {}, now);
    case "merge": {
      const [id, other] = [await idAt(database, one.one), await idAt(database, one.other)];
      if (id !== undefined && other !== undefined && id !== other)
        await mergePeople(database, id, other, now);
      return;
    }
    case "apart": {
      const people = await storedView(database);
      const person = people.find(({ aliases }) => aliases.includes(one.alias));
      if (person !== undefined && person.aliases.length > 1)
        await splitPerson(database, person.id, [one.alias], now);
      return;
    }
    case "unmerge":
      if (one.a !== one.b) await undoMerge(database, { a: one.a, b: one.b }, now);
      return;
    case "choose": {
      const id = await idAt(database, one.one);
      const sent = one.tag === "x" ? { at: now, why: "news" as const } : null;
      const made = { tags: { [one.tag]: true }, sent: { [`sent-${one.one}`]: sent } };
      if (id !== undefined) await choose(database, id, made, now);
      return;
    }
    case "forget": {
      const id = await idAt(database, one.one);
      if (id !== undefined) await forget(database, id, now);
      return;
    }
    case "rule": {
      const rule = { about: { of: "tag", name: one.tag }, says: { what: "never" } } as const;
      await changeRules(database, { [one.tag]: one.holds ? rule : null }, now);
    }
  }
}

test(
  "2: following step by step gives the same people as projecting everything anew",
  async () => {
    await fc.assert(
      fc.asyncProperty(acts(1, 7), async (all) => {
        const database = await emptyHistory();
        let now = START + 400 * DAY;
        for (const one of all) await carryOut(database, one, (now += 1000));
        expect(await storedView(database)).toEqual(await viewAnew(database));
        const { waiting } = await projectedAnew(database);
        expect(await database.getAllKeys("waiting")).toEqual(waiting);
      }),
      { numRuns: runs(100) },
    );
  },
  patience(120_000),
);

/** How a law about repeats goes: acts, an import, more acts, and one that repeats it with more or less. */
const repeating = fc.record({
  before: fc.array(act, { maxLength: 2 }),
  first: importAct,
  between: fc.array(act, { maxLength: 3 }),
  next: fc.record({ madeDay, more: fc.uniqueArray(alias, { maxLength: 1 }), names: fc.boolean() }),
  /** The import that is undone while the next one waits for its commit. */
  undone: fc.constantFrom(undefined, 0, 1),
});

test(
  "2: an archive that repeats another one brings what it says it brings, and the people are those of all records",
  async () => {
    await fc.assert(
      fc.asyncProperty(repeating, async ({ before, first, between, next, undone }) => {
        const database = await emptyHistory();
        let now = START + 400 * DAY;
        for (const one of withRepeats([...before, first, ...between]))
          await carryOut(database, one, (now += 1000));
        const written = await writtenImport(database, {
          ...first,
          madeDay: next.madeDay,
          aliases: [...new Set([...first.aliases, ...next.more])],
          names: next.names ? first.names : [],
        });
        const asked = askedOf(written, await staged(database, written));
        if (undone !== undefined)
          await withdrawImport(database, importId(undone), {}, (now += 1000));
        now += 1000;
        const preview = await previewImport(database, written.id, asked, {}, now);
        const { revision } = preview;
        const outcome = await commitImport(database, written.id, { ...asked, revision }, {}, now);
        expect(await storedView(database)).toEqual(await viewAnew(database));
        const { people } = await projectedAnew(database);
        const source = importSource(written.id);
        const theirs = people
          .map(({ interactions }) => interactions.filter(({ sources }) => sources.includes(source)))
          .filter((some) => some.length > 0);
        const isNew = ({ sources }: Interaction): boolean => sources.length === 1;
        expect([outcome.peopleNew + outcome.peopleKnown, outcome.interactionsNew]).toEqual([
          theirs.length,
          theirs.flat().filter(isNew).length,
        ]);
        expect(outcome.interactionsNew + outcome.interactionsKnown).toBe(theirs.flat().length);
        await withdrawImport(database, written.id, {}, (now += 1000));
        expect(await storedView(database)).toEqual(await viewAnew(database));
      }),
      { numRuns: runs(100) },
    );
  },
  patience(120_000),
);

test("2: somebody of whom only the user's word is left has a handle after an import is undone", async () => {
  const database = await emptyHistory();
  const made = { day: 10, madeDay: 100, company: "Example Ltd", besides: undefined };
  const all: readonly Act[] = [
    { do: "import", names: ["Cy Trial"], aliases: [], ...made },
    { do: "import", names: [], aliases: ["slug:al"], ...made },
    { do: "merge", one: 0, other: 1 },
    { do: "undo", which: 1 },
  ];
  let now = START + 400 * DAY;
  for (const one of all) await carryOut(database, one, (now += 1000));
  const people = await storedView(database);
  expect(people.map(({ subject }) => subject)).toEqual(["slug:al"]);
  expect(people).toEqual(await viewAnew(database));
});

test(
  "5: exported, wiped and restored are the same records and the same people, also after an import is undone",
  async () => {
    await fc.assert(
      fc.asyncProperty(acts(1, 6), fc.constantFrom(0, 1), async (all, which) => {
        const [database, copy] = [await emptyHistory(), await emptyHistory()];
        let now = START + 400 * DAY;
        for (const one of all) await carryOut(database, one, (now += 1000));
        const records = await exported(database, true);
        await restored(copy, records, (now += 1000));
        const others = (some: typeof records) => some.filter(({ kind }) => kind !== "key");
        // The copy has a key of its own besides those that came along.
        expect(others(await exported(copy, true))).toEqual(others(records));
        expect(await withoutHandles(copy)).toEqual(await withoutHandles(database));
        now += 1000;
        for (const each of [database, copy]) await withdrawImport(each, importId(which), {}, now);
        expect(await withoutHandles(copy)).toEqual(await withoutHandles(database));
      }),
      { numRuns: runs(50) },
    );
  },
  patience(120_000),
);

test(
  "an alias leads to the person who has it, and to nobody else",
  async () => {
    await fc.assert(
      fc.asyncProperty(acts(1, 6), async (all) => {
        const database = await emptyHistory();
        let now = START + 400 * DAY;
        for (const one of all) await carryOut(database, one, (now += 1000));
        const people = await storedView(database);
        const expected = people.flatMap(({ subject, aliases }) =>
          aliases.flatMap((each) => (each === subject ? [] : [[each, subject]])),
        );
        const [keys, values] = [
          await database.getAllKeys("aliases"),
          await database.getAll("aliases"),
        ];
        expect(keys.map((key, place) => [key, values[place]])).toEqual(
          expected.toSorted(([a = ""], [b = ""]) => (a < b ? -1 : 1)),
        );
      }),
      { numRuns: runs(50) },
    );
  },
  patience(120_000),
);

test(
  "6: after a person was forgotten no store holds an alias of the person, and nothing brings the person back",
  async () => {
    await fc.assert(
      fc.asyncProperty(
        acts(1, 5),
        fc.array(fc.oneof(seeing, importAct), { minLength: 1, maxLength: 3 }),
        async (all, after) => {
          const database = await emptyHistory();
          let now = START + 400 * DAY;
          for (const one of all) await carryOut(database, one, (now += 1000));
          const [person] = await storedView(database);
          if (person === undefined) return;
          await forget(database, person.id, (now += 1000));
          const erased = new Set<string>(person.aliases);
          for (const one of after) await carryOut(database, one, (now += 1000));
          const text = await rawText(database);
          for (const each of erased) expect(text).not.toContain(`"${each}"`);
        },
      ),
      { numRuns: runs(100) },
    );
  },
  patience(120_000),
);
