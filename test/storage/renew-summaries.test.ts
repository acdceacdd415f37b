import { expect, test } from "vitest";
import type { HistoryDatabase } from "../../src/storage/database.ts";
import { record } from "../../src/storage/record.ts";
import { renewLists } from "../../src/storage/renew-lists.ts";
import { contents, emptyHistory, idOf, messageFrom, NOW } from "./invented-history.ts";
import { countedIds } from "./sightings.ts";

const summaries = async (database: HistoryDatabase) =>
  (await database.getAll("people")).map(({ summary }) => summary);

/** Everybody's summary as an older version might have made it. */
async function madeLongAgo(database: HistoryDatabase): Promise<void> {
  for (const person of await database.getAll("people"))
    await database.put("people", {
      ...person,
      summary: { ...person.summary, version: 1, creditIn: 99, pastBands: "0" },
    });
  await database.put("about", 1, "summaries");
}

test("after an update that sums up differently, every summary is made anew from the interactions, and nothing else changes", async () => {
  const database = await emptyHistory();
  // More than are written at once.
  const people = Array.from({ length: 510 }, (_, place) =>
    messageFrom([`slug:p-${place}`], place % 400, `Person ${place}`),
  );
  await record(database, people, countedIds(), NOW);
  const [before, everything] = [await summaries(database), await contents(database)];
  await madeLongAgo(database);
  expect(await summaries(database)).not.toStrictEqual(before);
  await renewLists(database, 5, NOW);
  expect(await summaries(database)).toStrictEqual(before);
  expect(await contents(database)).toStrictEqual(everything);
});

test("summaries of this version are not read again", async () => {
  const database = await emptyHistory();
  await record(database, [messageFrom(["slug:ada"], 10)], countedIds(), NOW);
  await renewLists(database, 5, NOW);
  const id = await idOf(database, "slug:ada");
  const person = await database.get("people", id);
  if (person === undefined) throw new Error("Nobody is there");
  const marked = { ...person, summary: { ...person.summary, version: 1 } };
  await database.put("people", marked);
  await renewLists(database, 5, NOW);
  expect(await database.get("people", id)).toStrictEqual(marked);
});
