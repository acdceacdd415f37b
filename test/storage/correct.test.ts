import { expect, test } from "vitest";
import { type Interaction, interactionKey } from "../../src/domain/interaction.ts";
import type { Alias } from "../../src/domain/person.ts";
import type { Sighting } from "../../src/domain/sighting.ts";
import { choose } from "../../src/storage/choose.ts";
import {
  addInteraction,
  deleteInteraction,
  restoreInteraction,
} from "../../src/storage/correct.ts";
import type { HistoryDatabase } from "../../src/storage/database.ts";
import { storedPersonCard } from "../../src/storage/person-card.ts";
import { storedWeek } from "../../src/storage/week.ts";
import { record, restore } from "../../src/storage/record.ts";
import { bring } from "./imports.ts";
import { contents, DAY, emptyHistory, idOf, messageFrom, NOW } from "./invented-history.ts";
import { countedIds, START } from "./sightings.ts";

const ADA: Alias = "slug:ada-example";

async function shown(database: HistoryDatabase): Promise<readonly Interaction[]> {
  const card = await storedPersonCard(database, await idOf(database, ADA), 100, NOW);
  return card?.interactions ?? [];
}

const interaction = (said: Sighting): Interaction => {
  if (said.what !== "interaction") throw new Error("No interaction");
  return said.interaction;
};

/** The same message as a page shows it that only names the day. */
const coarse = (said: Sighting): Sighting => ({
  what: "interaction",
  person: said.person,
  interaction: { ...interaction(said), from: START + DAY, to: START + 2 * DAY - 1 },
});

test("a wrong interaction stays away when it is seen again, also coarsely or from an archive, until that is taken back", async () => {
  const database = await emptyHistory();
  const ids = countedIds();
  const wrong = messageFrom([ADA], 1.5);
  await record(database, [wrong, messageFrom([ADA], 9)], ids, NOW);
  const id = await idOf(database, ADA);
  const key = interactionKey(interaction(wrong));
  await deleteInteraction(database, id, key);
  expect(await shown(database)).toHaveLength(1);
  await record(database, [wrong, coarse(wrong)], ids, NOW);
  await bring(database, { id: "one", sightings: [wrong] }, ids, NOW);
  await restore(database, await contents(database), ids, NOW);
  expect(await shown(database)).toHaveLength(1);
  const card = await storedPersonCard(database, id, 10, NOW);
  expect(card?.tie.last?.from).toBe(START + 9 * DAY);
  await restoreInteraction(database, id, key);
  expect((await shown(database)).map(({ from }) => from)).toEqual([
    START + 9 * DAY,
    START + 1.5 * DAY,
  ]);
});

test("what the user writes down keeps their words, through an export too, and can be deleted and written again", async () => {
  const database = await emptyHistory();
  await record(database, [messageFrom([ADA], 1)], countedIds(), NOW);
  const id = await idOf(database, ADA);
  const coffee: Interaction = {
    kind: "meeting",
    direction: "both",
    from: START + 5 * DAY,
    to: START + 6 * DAY - 1,
    words: "coffee by the river",
    sources: ["hand"],
  };
  await addInteraction(database, id, coffee);
  await addInteraction(database, id, coffee);
  expect((await shown(database))[0]).toEqual(coffee);
  expect(await shown(database)).toHaveLength(2);
  const copy = await emptyHistory();
  await restore(copy, await contents(database), countedIds(), NOW);
  expect((await shown(copy))[0]).toEqual(coffee);
  await deleteInteraction(database, id, interactionKey(coffee));
  expect(await shown(database)).toHaveLength(1);
  await addInteraction(database, id, coffee);
  expect(await shown(database)).toHaveLength(2);
});

test("in touch elsewhere starts the silence anew without an interaction, and can be taken back", async () => {
  const database = await emptyHistory();
  await record(database, [messageFrom([ADA], 1)], countedIds(), NOW);
  const id = await idOf(database, ADA);
  const silence = async () => (await storedPersonCard(database, id, 10, NOW))?.tie.silentDays;
  expect(await silence()).toBe(499);
  await choose(database, id, { inTouchElsewhere: { value: true, at: NOW - 3 * DAY } });
  expect(await silence()).toBe(3);
  expect(await shown(database)).toHaveLength(1);
  await choose(database, id, { inTouchElsewhere: { at: NOW } });
  expect(await silence()).toBe(499);
});

test("an earlier word of being in touch elsewhere holds again, with its own day, after a later one was taken back", async () => {
  const database = await emptyHistory();
  await record(database, [messageFrom([ADA], 1)], countedIds(), NOW);
  const id = await idOf(database, ADA);
  const earlier = NOW - 100 * DAY;
  await choose(database, id, { inTouchElsewhere: { value: true, at: earlier } });
  await choose(database, id, { cadenceDays: { value: 30, at: earlier } });
  const before = await storedWeek(database, NOW);
  expect(before.due).toMatchObject([
    { dueAt: earlier + 30 * DAY, chosen: { inTouchElsewhere: { value: true, at: earlier } } },
  ]);
  await choose(database, id, { inTouchElsewhere: { value: true, at: NOW } });
  expect((await storedWeek(database, NOW)).due).toEqual([]);
  await choose(database, id, { inTouchElsewhere: { value: earlier, at: NOW + 1 } });
  const after = await storedWeek(database, NOW + 1);
  expect(after.due).toMatchObject([{ dueAt: earlier + 30 * DAY }]);
  expect((await storedPersonCard(database, id, 10, NOW))?.tie.silentDays).toBe(100);
});
