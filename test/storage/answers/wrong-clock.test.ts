/**
 * A clock that was 45 years ahead and was put right: what was done meanwhile rules nothing afterwards.
 */
import "fake-indexeddb/auto";
import { afterEach, expect, test } from "vitest";
import type { WeekStart } from "../../../src/domain/time/local-time.ts";
import { renewLists } from "../../../src/storage/answers/renew-lists.ts";
import { storedWeek } from "../../../src/storage/answers/week.ts";
import { choose } from "../../../src/storage/records/by-hand.ts";
import type { HistoryDatabase } from "../../../src/storage/database/database.ts";
import { DAY, histories } from "../seen.ts";
import { storedView, viewAnew } from "../stored-history.ts";
import { body, imported } from "../written-import.ts";

const { empty, close } = histories();
afterEach(close);

const NOW = Date.UTC(2026, 2, 4, 12);
const AHEAD = NOW + 45 * 365 * DAY;
const UTC: WeekStart = { zone: "UTC", firstDay: 1 };

/** Eight people who exchanged messages with the user until two years ago. */
async function eightSilent(): Promise<HistoryDatabase> {
  const database = await empty();
  const letters = (place: number) =>
    Array.from({ length: 12 }, (_, time) => {
      const at = NOW - (730 + time * 15 + place) * DAY;
      const direction = time % 2 === 0 ? ("in" as const) : ("out" as const);
      return { kind: "message" as const, direction, from: at, to: at, sources: ["page" as const] };
    });
  const said = Array.from({ length: 8 }, (_, place) => [
    `slug:person-${place}`,
    body(letters(place), `Person ${place}`),
  ]);
  const id = "aaaaaaaa-0000-4000-8000-000000000000";
  await imported(
    database,
    { id, madeAt: NOW - 5 * DAY, said: Object.fromEntries(said) },
    NOW - DAY,
  );
  return database;
}

async function weekOf(
  database: HistoryDatabase,
  now: number,
  perWeek = 4,
): Promise<readonly string[]> {
  await renewLists(database, perWeek, UTC, now);
  const { reconnect, outdated } = await storedWeek(database, UTC, now);
  expect(outdated).toBeUndefined();
  return reconnect.map(({ name }) => name).toSorted();
}

const FIRST = ["Person 0", "Person 1", "Person 2", "Person 3"];
const OTHERS = ["Person 4", "Person 5", "Person 6", "Person 7"];

test("the week is the one that was made before, and who was suggested meanwhile rests 90 days and no longer", async () => {
  const database = await eightSilent();
  expect(await weekOf(database, NOW)).toEqual(FIRST);
  expect(await weekOf(database, AHEAD)).toHaveLength(4);
  expect(await weekOf(database, NOW + 60_000)).toEqual(FIRST);
  expect(await weekOf(database, NOW + 7 * DAY)).toEqual(OTHERS);
  expect(await weekOf(database, NOW + 14 * DAY)).toEqual([]);
  expect(await weekOf(database, NOW + 98 * DAY, 8)).toEqual([...FIRST, ...OTHERS]);
});

test("a choice that was made meanwhile can be taken back", async () => {
  const database = await eightSilent();
  const [person] = await storedView(database);
  const id = person!.id;
  const choices = {
    neverTrack: { value: true },
    muted: { value: true },
    howMet: { value: "in 2071" },
  };
  const tags = { wrong: true };
  await choose(database, id, { choices, tags, notes: { n: "old words" } }, AHEAD);
  const back = { choices: { neverTrack: {}, muted: {}, howMet: { value: "at the fair" } } };
  const after = { ...back, tags: { wrong: false }, notes: { n: "new words" } };
  await choose(database, id, after, NOW);
  const people = await storedView(database);
  expect(people.find((one) => one.id === id)?.choices).toEqual({
    neverTrack: { at: NOW },
    muted: { at: NOW },
    howMet: { value: "at the fair", at: NOW },
    notes: [{ id: "n", text: "new words", at: NOW }],
  });
  expect(people).toEqual(await viewAnew(database));
});
