/**
 * What recording asks of IndexedDB. Each wait costs more than each request, and a long record more than a short one.
 */
import "fake-indexeddb/auto";
import { afterAll, expect, test } from "vitest";
import type { Sighting } from "../../../src/domain/interactions/sighting.ts";
import type { Alias } from "../../../src/domain/person/person.ts";
import { type HistoryDatabase, openHistory } from "../../../src/storage/database/database.ts";
import { renewOverdue } from "../../../src/storage/answers/overdue.ts";
import { record } from "../../../src/storage/records/record.ts";
import { countedRequestsOf } from "../counted-requests.ts";
import { DAY, happened, histories, on, START } from "../seen.ts";
import { body, imported } from "../written-import.ts";

const { empty, close } = histories();
afterAll(close);

const aliasOf = (place: number): Alias => `slug:person-${place}`;

/** A page shows a message of somebody. */
function wroteNow(place: number, day: number): Sighting {
  const sighting = happened([aliasOf(place)], day);
  return { ...sighting, person: { aliases: [aliasOf(place)], at: on(day) } };
}

/** A history with an import of 60 people, of whom the first was seen on the site. */
async function lived(): Promise<HistoryDatabase> {
  const database = await empty();
  const said = Object.fromEntries(
    Array.from({ length: 60 }, (_, place) => [
      aliasOf(place),
      body(
        [{ kind: "message", direction: "in", from: START, to: START, sources: ["page"] }],
        `Person ${place}`,
      ),
    ]),
  );
  await imported(database, { id: "aaaaaaaa-0000-4000-8000-000000000001", said }, on(1));
  await record(database, [wroteNow(0, 2)], on(2));
  await renewOverdue(database, on(3));
  return database;
}

/** Counts as they are with one person, times the number of people where there are more. */
const times = (people: number) => ({
  "transaction readonly": 2,
  "transaction readwrite": 1,
  // Before: the revision; what follows: the revision again, counts, the version.
  "get about": 4,
  "get people": people,
  "getAll statements": people,
  "getAll parts": people,
  "getAll links": people,
  "index getAll b": people,
  "index getAllKeys authors": people,
  "get names": people,
  // How often shards were changed and written, and the messages by month.
  "get lists": 4,
  // The revision, the counts, and the moment that was noted.
  "put about": 3,
  "put statements": people,
  "put people": people,
  "put directory": people,
  "put lists": 2,
});

test("a sighting of one known person reads each thing once, writes one short record of the directory, and waits four times", async () => {
  const database = await lived();
  const { counts, waits } = await countedRequestsOf(() =>
    record(database, [wroteNow(7, 3)], on(3)),
  );
  expect(counts).toEqual(times(1));
  expect(waits).toBe(4);
});

test("twenty sightings in one message wait no more often than one, and write each list once", async () => {
  const database = await lived();
  const sightings = Array.from({ length: 20 }, (_, place) => wroteNow(20 + place, 3));
  const { counts, waits } = await countedRequestsOf(() => record(database, sightings, on(3)));
  expect(counts).toEqual(times(20));
  expect(waits).toBe(4);
});

test("a background that has just begun waits once more, and reads no key", async () => {
  const asleep = await lived();
  const database = await openHistory(asleep.name);
  const { counts, waits } = await countedRequestsOf(() =>
    record(database, [wroteNow(7, 3)], on(3)),
  );
  database.close();
  expect(waits).toBe(5);
  expect(Object.keys(counts).filter((what) => what.endsWith(" keys"))).toEqual([]);
});

test("a sighting that says nothing new writes nothing", async () => {
  const database = await lived();
  const again = [wroteNow(0, 2)];
  const { counts } = await countedRequestsOf(() => record(database, again, on(2) + DAY / 24));
  expect(
    Object.keys(counts).filter((what) => /^(?:put|delete|transaction readwrite)/.test(what)),
  ).toEqual([]);
});
