/**
 * Next month's archive says nearly everything again: who shows the later moment has it, and nothing is counted twice.
 */
import "fake-indexeddb/auto";
import { afterEach, expect, test } from "vitest";
import type { ArchiveBody } from "../../../src/domain/records/archive-body.ts";
import { commitImport } from "../../../src/storage/imports/commit.ts";
import { previewImport } from "../../../src/storage/imports/preview.ts";
import { withdrawImport } from "../../../src/storage/imports/withdraw.ts";
import { record } from "../../../src/storage/records/record.ts";
import { histories, on, shown } from "../seen.ts";
import { storedView, viewAnew } from "../stored-history.ts";
import { askedOf, body, fact, imported, staged, type WrittenImport } from "../written-import.ts";

const { empty, close } = histories();
afterEach(close);

const A = "aaaaaaaa-0000-4000-8000-000000000000";
const B = "bbbbbbbb-0000-4000-8000-000000000000";
const C = "cccccccc-0000-4000-8000-000000000000";

const MADE = { first: on(100), later: on(130) };

/** A body with a job, as it is written at the first moment; at any other moment its text is the same. */
const withJob = (said: ArchiveBody, company: string, at = MADE.first): ArchiveBody => ({
  ...said,
  career: [{ company, at, until: at }],
});

/** Two archives, made at different moments, that say the same. */
function twoArchives(said: (madeAt: number) => WrittenImport["said"]) {
  return {
    first: { id: A, madeAt: MADE.first, said: said(MADE.first) },
    later: { id: B, madeAt: MADE.later, said: said(MADE.later) },
  };
}

test("what is repeated of two aliases of one person is counted once", async () => {
  const both = body([fact(1), fact(2)], "Ada Example");
  const { first, later } = twoArchives(() => ({ "slug:ada": both, "number:7": both }));
  const database = await empty();
  await imported(database, first, on(101));
  await record(database, [shown(["slug:ada", "number:7"], "Ada Example", 102)], on(102));
  expect(await imported(database, later, on(131))).toMatchObject({
    peopleNew: 0,
    peopleKnown: 1,
    interactionsNew: 0,
    interactionsKnown: 2,
  });
});

test("of somebody without a contact and a connection the moment of the name is that of the later archive", async () => {
  const { first, later } = twoArchives(() => ({ "slug:ada": body([], "Ada Example") }));
  const database = await empty();
  await imported(database, first, on(101));
  await imported(database, later, on(131));
  const people = await storedView(database);
  expect(people.map(({ name }) => name)).toEqual([{ value: "Ada Example", at: MADE.later }]);
  expect(people).toEqual(await viewAnew(database));
});

test("the address that a later archive repeats is the newest again", async () => {
  const { first, later } = twoArchives(() => ({
    "slug:bo": body([fact(1)], "Ada Example"),
  }));
  const database = await empty();
  await imported(database, first, on(101));
  await record(database, [shown(["slug:ada", "slug:bo"], "Ada Example", 102)], on(102));
  await record(database, [shown(["slug:ada"], "Ada Example", 110)], on(110));
  expect((await storedView(database)).map(({ newest }) => newest)).toEqual([undefined]);
  await imported(database, later, on(131));
  const people = await storedView(database);
  expect(people.map(({ newest }) => newest)).toEqual([["slug:bo"]]);
  expect(people).toEqual(await viewAnew(database));
});

test("a job that a later archive repeats ends later, where a page showed another one in between", async () => {
  const { first, later } = twoArchives((madeAt) => ({
    "slug:ada": withJob(body([fact(1)], "Ada Example"), "Sample Inc", madeAt),
  }));
  const database = await empty();
  await imported(database, first, on(101));
  const { person, ...rest } = shown(["slug:ada"], "Ada Example", 110) as Extract<
    ReturnType<typeof shown>,
    { what: "person" }
  >;
  await record(database, [{ ...rest, person: { ...person, company: "Example Ltd" } }], on(110));
  await imported(database, later, on(131));
  const people = await storedView(database);
  expect(people.map(({ career }) => career)).toEqual([
    [
      { company: "Sample Inc", at: MADE.first, until: MADE.later },
      { company: "Example Ltd", at: on(110) },
    ],
  ]);
  expect(people).toEqual(await viewAnew(database));
});

test("a name that a page showed in between gives way to the one that a later archive repeats", async () => {
  const { first, later } = twoArchives(() => ({ "slug:ada": body([fact(1)], "Ada Example") }));
  const database = await empty();
  await imported(database, first, on(101));
  await record(database, [shown(["slug:ada"], "Ada Sample", 110)], on(110));
  await imported(database, later, on(131));
  const people = await storedView(database);
  expect(people.map(({ name }) => name.value)).toEqual(["Ada Example"]);
  expect(people).toEqual(await viewAnew(database));
});

test("what an archive repeats of one that is undone before the commit is news", async () => {
  const { first, later } = twoArchives(() => ({
    "slug:ada": body([fact(1)], "Ada Example"),
    "name:bo sample": body([fact(2)], "Bo Sample"),
  }));
  const database = await empty();
  await imported(database, first, on(101));
  const asked = askedOf(later, await staged(database, later));
  await withdrawImport(database, A, {}, on(131));
  expect(await storedView(database)).toEqual([]);
  const { revision } = await previewImport(database, B, asked, {}, on(131));
  const outcome = await commitImport(database, B, { ...asked, revision }, {}, on(131));
  expect(outcome).toMatchObject({
    peopleNew: 2,
    peopleKnown: 0,
    interactionsNew: 2,
    interactionsKnown: 0,
  });
  expect(await storedView(database)).toHaveLength(2);
  expect(await storedView(database)).toEqual(await viewAnew(database));
});

test("a question about a name that nobody answered is not asked again by an archive that only repeats the name", async () => {
  const { first, later } = twoArchives(() => ({
    "name:ada example": body([fact(4)], "Ada Example"),
  }));
  const database = await empty();
  const ada = {
    "slug:ada": body([fact(1)], "Ada Example"),
    "slug:ada-2": body([fact(2)], "Ada Example"),
  };
  await imported(database, { ...first, said: { ...ada, ...first.said } }, on(101));
  const parts = await staged(database, later);
  const preview = await previewImport(database, B, askedOf(later, parts), {}, on(131));
  expect(preview.questions).toEqual([]);
  const other = {
    ...later,
    id: C,
    said: { ...later.said, "slug:ada-3": body([fact(3)], "Ada Example") },
  };
  const asked = askedOf(other, await staged(database, other));
  const { questions } = await previewImport(database, C, asked, {}, on(131));
  expect(questions.map(({ name, candidates }) => [name, candidates.length])).toEqual([
    ["name:ada example", 3],
  ]);
});
