import "fake-indexeddb/auto";
import { afterEach, expect, test } from "vitest";
import { nameSubject, subjectOf, type WaitingFact } from "../../src/domain/archive-import.ts";
import type { PersonSeen, Sighting } from "../../src/domain/sighting.ts";
import { storedCounts } from "../../src/storage/about.ts";
import { type HistoryDatabase, openHistory } from "../../src/storage/database.ts";
import { choose } from "../../src/storage/choose.ts";
import { erase } from "../../src/storage/erase.ts";
import { undoImport } from "../../src/storage/import-undo.ts";
import { waitingForImport } from "../../src/storage/known-for-import.ts";
import { peopleByAliases } from "../../src/storage/people.ts";
import { record } from "../../src/storage/record.ts";
import { attribute, awaited } from "../../src/storage/waiting.ts";
import { bring } from "./imports.ts";
import { countedIds, messageFromAda, START } from "./sightings.ts";

const opened: HistoryDatabase[] = [];
let count = 0;

async function emptyHistory(): Promise<HistoryDatabase> {
  const database = await openHistory(`waiting-${++count}`);
  opened.push(database);
  return database;
}

afterEach(() => {
  for (const database of opened.splice(0)) database.close();
});

const A = "aaaaaaaa-0000-4000-8000-000000000000";
const B = "bbbbbbbb-0000-4000-8000-000000000000";
const POST = "activity:7148999999999999999";
const bo: PersonSeen = { aliases: ["slug:bo"], name: "Bo Sample", at: START };
const seenBo: Sighting = { what: "person", person: bo };

const reaction = (id: string, subject = POST): WaitingFact => ({
  subject,
  interaction: {
    kind: "reaction",
    direction: "out",
    from: START,
    to: START + 999,
    ref: POST,
    sources: [`archive:${id}`],
  },
});

const interactionsOfBo = async (database: HistoryDatabase): Promise<number | undefined> =>
  (await peopleByAliases(database, [["slug:bo"]]))[0]?.summary.interactions;

test("a reaction waits until a page shows the author of the post, and then counts once", async () => {
  const database = await emptyHistory();
  const ids = countedIds();
  const outcome = await bring(
    database,
    { id: A, sightings: [messageFromAda(1)], waiting: [reaction(A)] },
    ids,
    START,
  );
  expect(outcome.waiting).toBe(1);
  expect(await awaited(database, [POST, "activity:1"])).toEqual([POST]);
  expect(await attribute(database, [{ subject: POST, author: bo }], ids)).toBe(1);
  expect(await interactionsOfBo(database)).toBe(1);
  expect(await attribute(database, [{ subject: POST, author: bo }], ids)).toBe(0);
  expect(await storedCounts(database)).toEqual({ people: 2, interactions: 2 });
  expect(await awaited(database, [POST])).toEqual([]);
});

test("of posts nothing waits for, nothing is learnt", async () => {
  const database = await emptyHistory();
  expect(await attribute(database, [{ subject: POST, author: bo }], countedIds())).toBe(0);
  expect([await database.count("waiting"), await database.count("people")]).toEqual([0, 0]);
});

test("a comment under a post has an author of its own", async () => {
  const database = await emptyHistory();
  const ids = countedIds();
  const comment = subjectOf(POST, "7149000000000000000");
  await bring(
    database,
    { id: A, sightings: [messageFromAda(1)], waiting: [reaction(A, comment)] },
    ids,
    START,
  );
  expect(await attribute(database, [{ subject: POST, author: bo }], ids)).toBe(0);
  expect(await attribute(database, [{ subject: comment, author: bo }], ids)).toBe(1);
});

test("importing again what found its person tells nothing new, and undoing either leaves what the other says", async () => {
  const database = await emptyHistory();
  const ids = countedIds();
  await record(database, [seenBo], ids, START);
  await bring(
    database,
    { id: A, sightings: [messageFromAda(1)], waiting: [reaction(A)] },
    ids,
    START,
  );
  await attribute(database, [{ subject: POST, author: bo }], ids);
  const again = await bring(
    database,
    { id: B, sightings: [messageFromAda(1)], waiting: [reaction(B)] },
    ids,
    START,
  );
  expect(again).toMatchObject({ waiting: 0, interactionsNew: 0 });
  await undoImport(database, A);
  expect(await interactionsOfBo(database)).toBe(1);
  await undoImport(database, B);
  expect(await interactionsOfBo(database)).toBe(0);
  expect([await database.count("waiting"), await storedCounts(database)]).toEqual([
    0,
    { people: 1, interactions: 0 },
  ]);
});

test("what waits under a name is no reaction, is no page's to count, and is forgotten with whoever bears it", async () => {
  const database = await emptyHistory();
  const ids = countedIds();
  const named = reaction(A, nameSubject(" Bo  SAMPLE "));
  const outcome = await bring(
    database,
    { id: A, sightings: [messageFromAda(1)], waiting: [named] },
    ids,
    START,
  );
  expect(outcome.waiting).toBe(0);
  expect(
    (await waitingForImport(database, undefined, 9)).waiting.map(({ subject }) => subject),
  ).toEqual(["name:bo sample"]);
  await record(database, [seenBo], ids, START);
  const [known] = await peopleByAliases(database, [["slug:bo"]]);
  if (known === undefined) throw new Error("nobody to erase");
  expect(known.summary.interactions).toBe(0);
  await erase(database, known.id);
  expect((await waitingForImport(database, undefined, 9)).waiting).toEqual([]);
});

test("nothing is counted for an author who is not to be recorded, or who was erased", async () => {
  for (const wish of ["not recorded", "erased"] as const) {
    const database = await emptyHistory();
    const ids = countedIds();
    await record(database, [seenBo], ids, START);
    await bring(database, { id: A, sightings: [], waiting: [reaction(A)] }, ids, START);
    const [known] = await peopleByAliases(database, [["slug:bo"]]);
    if (known === undefined) throw new Error("nobody to wish about");
    if (wish === "erased") await erase(database, known.id);
    else await choose(database, known.id, { neverTrack: { value: true, at: START } });
    const author: PersonSeen = { ...bo, at: START + 1 };
    expect(await attribute(database, [{ subject: POST, author }], ids)).toBe(0);
    expect((await interactionsOfBo(database)) ?? 0).toBe(0);
  }
});
