/**
 * People who are deleted are gone at once, come back whole when that is undone, and leave nothing when it is done.
 */
import "fake-indexeddb/auto";
import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import type { Alias, PersonId } from "../../../src/domain/person/person.ts";
import type { Sighting } from "../../../src/domain/interactions/sighting.ts";
import type { HistoryDatabase } from "../../../src/storage/database/database.ts";
import { exportedRecords } from "../../../src/storage/exchange/exported-records.ts";
import { beginRestore, stageRestore } from "../../../src/storage/exchange/restore-staging.ts";
import { previewRestore } from "../../../src/storage/exchange/restore-preview.ts";
import { commitRestore } from "../../../src/storage/exchange/restore.ts";
import { undoableRestore, undoRestore } from "../../../src/storage/exchange/undo-restore.ts";
import { dropImport } from "../../../src/storage/imports/staging.ts";
import { withdrawImport } from "../../../src/storage/imports/withdraw.ts";
import { openQuestions } from "../../../src/storage/answers/questions.ts";
import { answer } from "../../../src/storage/records/answer.ts";
import { choose } from "../../../src/storage/records/by-hand.ts";
import {
  beginDeletion,
  finishDeletion,
  undoableDeletion,
  undoDeletion,
} from "../../../src/storage/records/deletion.ts";
import { erasedCount } from "../../../src/storage/records/forget.ts";
import { mergePeople } from "../../../src/storage/records/merge-people.ts";
import { record } from "../../../src/storage/records/record.ts";
import { storedCounts } from "../../../src/storage/view/about.ts";
import { peopleByAliases } from "../../../src/storage/view/people.ts";
import { patience, runs } from "../../effort.ts";
import { live, message } from "../lived-history.ts";
import { forget } from "../forgotten.ts";
import { happened, histories, on, shown } from "../seen.ts";
import { rawText, storedView, wholeHistory, viewAnew } from "../stored-history.ts";
import { body, imported, staged } from "../written-import.ts";

const { empty, close } = histories();
afterEach(close);

const D = "dddddddd-0000-4000-8000-000000000000";
const E = "eeeeeeee-0000-4000-8000-000000000000";
const RESTORE = "11111111-0000-4000-8000-000000000000";

const idOf = async (database: HistoryDatabase, alias: Alias): Promise<PersonId | undefined> =>
  (await peopleByAliases(database, [[alias]]))[0]?.id;

/** Somebody whose page names mutual connections. */
const withMutual = (named: readonly Alias[], day: number): Sighting => {
  const { person } = shown(["slug:bo"], "Bo Example", day);
  return { what: "person", person: { ...person, mutual: { count: named.length, named } } };
};

/** What may have happened before. */
const BEFORE: Readonly<
  Record<string, (database: HistoryDatabase, day: number) => Promise<unknown>>
> = {
  seen: (database, day) => record(database, [happened(["slug:al", "number:9"], day)], on(day)),
  mutual: (database, day) => record(database, [withMutual(["slug:al", "slug:cy"], day)], on(day)),
  async merge(database, day) {
    const [one, other] = [await idOf(database, "slug:al"), await idOf(database, "slug:cy")];
    if (one && other && one !== other) await mergePeople(database, one, other, on(day));
  },
  archive: (database, day) =>
    imported(
      database,
      { id: D, said: { "slug:al": body([message(7)]), "slug:fay": body([message(8)]) } },
      on(day),
    ),
};

/** Aliases that may be in it, and names. */
const PEOPLE: readonly Alias[] = ["slug:al", "slug:bo", "slug:cy", "slug:fay"];

test(
  "a deletion of anybody after any acts that is undone leaves every record and every person as before",
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.constantFrom(...Object.keys(BEFORE))),
        fc.subarray([...PEOPLE], { minLength: 1 }),
        async (acts, whom) => {
          const database = await empty();
          await live(database);
          for (const [place, act] of acts.entries()) await BEFORE[act]?.(database, 60 + place);
          const before = [await wholeHistory(database), await storedCounts(database)];
          const ids = await Promise.all(whom.map((alias) => idOf(database, alias)));
          const deletion = await beginDeletion(
            database,
            ids.filter((id) => id !== undefined),
            on(70),
          );
          fc.pre(deletion !== undefined);
          // Gone from every store that anything is read from; what can be undone lies apart.
          const gone = new Set<Alias>(deletion!.people.flatMap(({ aliases }) => aliases));
          const read = JSON.stringify(await wholeHistory(database));
          for (const alias of gone) expect(read).not.toContain(`"${alias}"`);
          expect(await storedView(database)).toEqual(await viewAnew(database));
          // Met meanwhile, alone and with an alias that nobody knew.
          await record(database, [shown([...gone].slice(0, 1), "Somebody", 71)], on(71));
          await record(database, [shown([...gone, "number:77"], "Somebody", 71)], on(71));
          expect(await undoDeletion(database, deletion!.id, on(72))).toBe(true);
          expect([await wholeHistory(database), await storedCounts(database)]).toEqual(before);
          expect(await storedView(database)).toEqual(await viewAnew(database));
          expect(await database.count("staged")).toBe(0);
          close();
        },
      ),
      { numRuns: runs(60) },
    );
  },
  patience(240_000),
);

test("a deletion that is done leaves nothing but marks, whatever was on its way or could be undone", async () => {
  const [database, from] = [await empty(), await empty()];
  await live(database);
  await record(from, [happened(["slug:al"], 50), happened(["slug:new"], 51)], on(51));
  const head = {
    format: "tielight-history",
    version: 1,
    exportedAt: on(52),
    owner: { aliases: [] },
  } as const;
  const { records, next } = await exportedRecords(from, {
    after: undefined,
    atMost: 1000,
    erased: false,
  });
  const rest = await exportedRecords(from, { after: next, atMost: 1000, erased: false });
  // A restore that can be undone, and one that is staged.
  await beginRestore(database, RESTORE, head);
  await stageRestore(database, RESTORE, 0, [...records, ...rest.records]);
  const { revision } = await previewRestore(database, RESTORE, {}, on(53));
  await commitRestore(database, RESTORE, revision, {}, on(53), { isNew: false });
  await beginRestore(database, RESTORE, head);
  await stageRestore(database, RESTORE, 0, [...records, ...rest.records]);
  const own = await exportedRecords(database, { after: undefined, atMost: 1000, erased: false });
  await stageRestore(database, RESTORE, 1, own.records);
  expect(JSON.stringify(own.records)).toContain("slug:al");
  const marks = await erasedCount(database);
  const deletion = await beginDeletion(database, [(await idOf(database, "slug:al"))!], on(54));
  expect(await undoableRestore(database, on(54))).toBeUndefined();
  expect(await undoRestore(database, on(54))).toBeUndefined();
  expect(await undoableDeletion(database)).toMatchObject({ id: deletion!.id, at: on(54) });
  expect(await rawText(database)).toContain("slug:al");
  expect(await finishDeletion(database, "another")).toBeUndefined();
  expect(await finishDeletion(database, deletion!.id)).toMatchObject({ id: deletion!.id });
  const text = await rawText(database);
  for (const word of ["slug:al", "ACoAl", "Al Example"]) expect(text).not.toContain(word);
  expect(text).toContain("slug:new");
  expect(await erasedCount(database)).toBe(marks + 2);
  expect(await undoDeletion(database, deletion!.id, on(55))).toBe(false);
});

test("a deletion that is undone leaves the way back from the restore before it", async () => {
  const [database, from] = [await empty(), await empty()];
  await live(database);
  await record(from, [happened(["slug:new"], 51)], on(51));
  const { records, next } = await exportedRecords(from, {
    after: undefined,
    atMost: 1000,
    erased: false,
  });
  const rest = await exportedRecords(from, { after: next, atMost: 1000, erased: false });
  await beginRestore(database, RESTORE, {
    format: "tielight-history",
    version: 1,
    exportedAt: on(52),
    owner: { aliases: [] },
  });
  await stageRestore(database, RESTORE, 0, [...records, ...rest.records]);
  const { revision } = await previewRestore(database, RESTORE, {}, on(53));
  await commitRestore(database, RESTORE, revision, {}, on(53), { isNew: false });
  const deletion = await beginDeletion(database, [(await idOf(database, "slug:al"))!], on(54));
  await undoDeletion(database, deletion!.id, on(54));
  expect(await undoableRestore(database, on(54))).toMatchObject({ at: on(53) });
});

test("who deletes others before a deletion is done, meant it", async () => {
  const database = await empty();
  await live(database);
  const first = await beginDeletion(database, [(await idOf(database, "slug:al"))!], on(60));
  const second = await beginDeletion(database, [(await idOf(database, "slug:cy"))!], on(60));
  expect(await rawText(database)).not.toContain("slug:al");
  expect(await undoDeletion(database, first!.id, on(61))).toBe(false);
  expect(await undoDeletion(database, second!.id, on(61))).toBe(true);
  expect(await idOf(database, "slug:cy")).toBeDefined();
  expect(await idOf(database, "slug:al")).toBeUndefined();
});

test("what the user writes meanwhile stays when a deletion is undone", async () => {
  const database = await empty();
  await live(database);
  const deletion = await beginDeletion(database, [(await idOf(database, "slug:al"))!], on(60));
  const bo = (await idOf(database, "slug:bo"))!;
  await choose(database, bo, { notes: { m: "about Bo" } }, on(61));
  await undoDeletion(database, deletion!.id, on(62));
  const [person] = (await storedView(database)).filter(({ id }) => id === bo);
  expect(person?.choices.notes?.map(({ text }) => text)).toContain("about Bo");
  expect(await idOf(database, "slug:al")).toBeDefined();
});

/** Every word of the history, as a text. */
const wordsOf = async (database: HistoryDatabase): Promise<readonly string[]> =>
  (await database.getAll("registers")).map(({ word }) => JSON.stringify(word));

test("an undo leaves what follows from older erasures, and the user's word on them", async () => {
  const database = await empty();
  await live(database);
  const deletion = await beginDeletion(database, [(await idOf(database, "slug:al"))!], on(60));
  // Eve was erased long before.
  await record(database, [shown(["slug:eve", "slug:bo"], "Bo Example", 61)], on(61));
  await record(database, [shown(["slug:eve", "slug:cy"], "Cy Trial", 61)], on(61));
  const open = await openQuestions(database, on(61));
  const asked = open.flatMap(({ question }) =>
    question.kind === "shown-with-erased" ? [question] : [],
  );
  const ofBo = asked.find(({ alias }) => alias === "slug:bo");
  await answer(database, { kind: "shown-with-erased", alias: "slug:bo", mark: ofBo!.mark }, on(61));
  const ofEve = (await wordsOf(database)).filter((word) => word.includes(ofBo!.mark));
  expect(ofEve).toHaveLength(3);
  expect(await undoDeletion(database, deletion!.id, on(62))).toBe(true);
  expect(await wordsOf(database)).toEqual(expect.arrayContaining([...ofEve]));
});

test("what is deleted cannot come back once somebody else was forgotten, and is still to be done", async () => {
  const database = await empty();
  await live(database);
  const deletion = await beginDeletion(database, [(await idOf(database, "slug:al"))!], on(60));
  await record(database, [shown(["slug:eve", "number:5"], "Eve Example", 61)], on(61));
  expect(await undoableDeletion(database)).toBeUndefined();
  expect(await undoDeletion(database, deletion!.id, on(62))).toBe(false);
  expect(await finishDeletion(database)).toMatchObject({ id: deletion!.id });
  expect(await rawText(database)).not.toContain("slug:al");
  expect(await storedView(database)).toEqual(await viewAnew(database));
});

test("an import that shows somebody erased under another address makes a deletion final", async () => {
  const database = await empty();
  await live(database);
  await forget(database, (await idOf(database, "slug:cy"))!, on(59));
  const deletion = await beginDeletion(database, [(await idOf(database, "slug:al"))!], on(60));
  const said = { "slug:cy": body([message(7)]), "slug:cyrus": body([message(8)]) };
  await imported(database, { id: D, said, links: [{ a: "slug:cy", b: "slug:cyrus" }] }, on(61));
  expect(await rawText(database)).not.toContain("slug:cyrus");
  const marks = await erasedCount(database);
  expect(await undoDeletion(database, deletion!.id, on(62))).toBe(false);
  expect(await erasedCount(database)).toBe(marks);
  expect(await finishDeletion(database)).toMatchObject({ id: deletion!.id });
  expect(await rawText(database)).not.toContain("slug:al");
});

test("an undo brings nothing back of an import that was cancelled, or taken back, since", async () => {
  const database = await empty();
  await live(database);
  const theirs = { "slug:al": body([message(7)]), "slug:fay": body([message(8)]) };
  const links = [{ a: "slug:al", b: "slug:al-old" }] as const;
  await imported(database, { id: E, said: theirs, links }, on(59));
  await staged(database, { id: D, said: { "slug:al": body([message(9)]) }, links });
  const deletion = await beginDeletion(database, [(await idOf(database, "slug:al"))!], on(60));
  await dropImport(database, D);
  await withdrawImport(database, E, {}, on(61));
  expect(await undoDeletion(database, deletion!.id, on(62))).toBe(true);
  expect(await idOf(database, "slug:al")).toBeDefined();
  const orphans = [`archive:${D}`, `archive:${E}`];
  const [parts, found] = [await database.getAllKeys("parts"), await database.getAll("links")];
  expect(parts.filter(([source]) => orphans.includes(source))).toEqual([]);
  expect(found.filter(({ source }) => orphans.includes(source))).toEqual([]);
  expect(await storedView(database)).toEqual(await viewAnew(database));
});

test("a deletion is not done where what goes before it fails, and is done the next time", async () => {
  const database = await empty();
  await live(database);
  const al = (await idOf(database, "slug:al"))!;
  const cy = (await idOf(database, "slug:cy"))!;
  const first = await beginDeletion(database, [al], on(60), { clock: () => on(60) + 5 });
  expect(await undoableDeletion(database)).toMatchObject({ at: on(60) + 5 });
  const fails = () => Promise.reject(new Error("no room"));
  await expect(finishDeletion(database, undefined, fails)).rejects.toThrow("no room");
  await expect(beginDeletion(database, [cy], on(61), { beforeGone: fails })).rejects.toThrow(
    "no room",
  );
  expect(await idOf(database, "slug:cy")).toBe(cy);
  const dropped: string[] = [];
  await beginDeletion(database, [cy], on(61), {
    beforeGone: async ({ id }) => {
      dropped.push(id);
    },
  });
  expect(dropped).toEqual([first!.id]);
});
