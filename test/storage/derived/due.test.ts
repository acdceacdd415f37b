import { expect, test } from "vitest";
import { worthBeforeNovelty } from "../../../src/domain/suggestions/reconnect-worth.ts";
import type { Choices } from "../../../src/domain/person/person.ts";
import { dueNow, dueRows } from "../../../src/storage/derived/due.ts";
import { renewLists } from "../../../src/storage/answers/renew-lists.ts";
import { storedOverdue } from "../../../src/storage/answers/overdue.ts";
import { NOTHING_KNOWN } from "../../../src/storage/view/about.ts";
import { DAY, NOW } from "../../domain/interactions/arbitrary-interactions.ts";
import { chats, contact, ranked } from "../../domain/interactions/facts.ts";
import { change, covered, emptyView, handleOf, person, put } from "./invented-view.ts";

const at = NOW;
const interactions = chats(10, 30, 200);

test("a date comes due; a cadence of the user's own counts as due once it has passed, until there is contact", async () => {
  const database = await emptyView();
  const reminders = [{ id: "r", at: NOW + DAY }];
  const cadenceDays = { value: 30, at };
  await put(database, [
    person("slug:a", { interactions, choices: { reminders } }),
    person("slug:b", { interactions, choices: { cadenceDays } }),
  ]);
  expect((await dueNow(database, NOW)).count).toBe(1);
  expect((await dueNow(database, NOW + DAY)).count).toBe(2);
  // The popup shows as many as the icon counts, and says by what.
  const rows = await dueRows(database, NOW + DAY);
  expect(rows.map(({ id, dueBy, reminder }) => [id, dueBy, reminder])).toStrictEqual([
    [handleOf("slug:b"), "cadence", undefined],
    [handleOf("slug:a"), "date", "r"],
  ]);
  await put(database, [
    person("slug:b", { interactions: [...interactions, contact(0)], choices: { cadenceDays } }),
  ]);
  expect((await dueNow(database, NOW + 29 * DAY)).count).toBe(1);
  expect((await dueNow(database, NOW + 31 * DAY)).count).toBe(2);
  await put(database, [person("slug:a", { interactions })]);
  expect((await dueNow(database, NOW + 31 * DAY)).count).toBe(1);
  const gone = await database.get("people", "slug:b");
  await change(database, [{ ...(gone && { before: gone }) }]);
  expect((await dueNow(database, NOW + 31 * DAY)).count).toBe(0);
});

test("a row that is due says what the user had chosen", async () => {
  const database = await emptyView();
  const choices: Choices = {
    cadenceDays: { value: 30, at },
    inTouchElsewhere: { value: NOW - 100 * DAY, at: NOW - 99 * DAY },
    snoozedUntil: { value: NOW - DAY, at: NOW - 50 * DAY },
  };
  await put(database, [person("slug:a", { interactions, choices })]);
  const [row] = await dueRows(database, NOW);
  expect(row?.chosen).toStrictEqual({
    inTouchElsewhere: NOW - 100 * DAY,
    snoozedUntil: NOW - DAY,
  });
});

test.each<readonly [string, Choices, number]>([
  ["never suggested", { muted: { value: true, at } }, 0],
  ["not recorded any more", { neverTrack: { value: true, at } }, 0],
  ["passed away", { deceased: { value: true, at } }, 0],
  ["snoozed", { snoozedUntil: { value: NOW + 7 * DAY, at } }, 1],
])("somebody who is %s is at once neither overdue nor due", async (_, choices, dueLater) => {
  const database = await emptyView();
  const reminders = [{ id: "r", at: NOW - DAY }];
  await put(database, [person("slug:a", { interactions, choices: { reminders } })]);
  await renewLists(database, 4, { zone: "UTC", firstDay: 1 }, NOW);
  const seen = async (now: number) => [
    (await storedOverdue(database, 10, now)).count,
    (await storedOverdue(database, 10, now)).rows.length,
    (await dueRows(database, now)).length,
    (await dueNow(database, now)).count,
  ];
  expect(await seen(NOW)).toStrictEqual([1, 1, 1, 1]);
  await put(database, [person("slug:a", { interactions, choices: { ...choices, reminders } })]);
  expect(await seen(NOW)).toStrictEqual([0, 0, 0, 0]);
  const later = NOW + 7 * DAY;
  await renewLists(database, 4, { zone: "UTC", firstDay: 1 }, later);
  expect(await seen(later)).toStrictEqual([dueLater, dueLater, dueLater, dueLater]);
});

test("in touch elsewhere today: not overdue any more, whatever the hour", async () => {
  const database = await emptyView();
  const noon = NOW + DAY / 2;
  await put(database, [person("slug:a", { interactions })], { now: noon });
  await renewLists(database, 4, { zone: "UTC", firstDay: 1 }, noon);
  expect((await storedOverdue(database, 10, noon)).count).toBe(1);
  const inTouchElsewhere = { value: noon + 1, at: noon + 1 };
  await put(database, [person("slug:a", { interactions, choices: { inTouchElsewhere } })], {
    now: noon + 1,
  });
  expect((await storedOverdue(database, 10, noon + 1)).count).toBe(0);
});

test("overdue people come most worth reconnecting first, and the count is of all", async () => {
  const database = await emptyView();
  const [often, nowAndThen] = [chats(40, 7, 100), chats(4, 30, 150)];
  await put(database, [
    person("slug:a", { interactions: often }),
    person("slug:b", { interactions: nowAndThen }),
    person("slug:c", { interactions: chats(10, 30, 1) }),
  ]);
  await renewLists(database, 4, { zone: "UTC", firstDay: 1 }, NOW);
  const { rows, count, outdated } = await storedOverdue(database, 10, NOW);
  expect([rows.length, count, outdated]).toStrictEqual([2, 2, undefined]);
  const worths = rows.map(({ id, tie }) => {
    const one = ranked("any", id === handleOf("slug:a") ? often : nowAndThen);
    return worthBeforeNovelty({ person: one, tie }, {});
  });
  expect(worths).toStrictEqual(worths.toSorted((a, b) => b - a));
  expect(new Set(worths).size).toBe(2);
  expect((await storedOverdue(database, 1, NOW)).rows).toStrictEqual(rows.slice(0, 1));
});

test("a list of another day says so, and one that a new coverage changed is about others", async () => {
  const database = await emptyView();
  expect((await storedOverdue(database, 10, NOW)).outdated).toBe("about-others");
  await put(database, [person("slug:a", { interactions })]);
  await renewLists(database, 4, { zone: "UTC", firstDay: 1 }, NOW);
  expect((await storedOverdue(database, 10, NOW)).outdated).toBeUndefined();
  expect((await storedOverdue(database, 10, NOW + DAY)).outdated).toBe("of-another-day");
  await change(database, [], {
    whole: covered({ archives: [{ from: 0, to: NOW - 199 * DAY, kinds: ["message"] }] }),
  });
  expect((await storedOverdue(database, 10, NOW)).outdated).toBe("about-others");
  await renewLists(database, 4, { zone: "UTC", firstDay: 1 }, NOW);
  expect((await storedOverdue(database, 10, NOW)).count).toBe(0);
  await change(database, [], { whole: NOTHING_KNOWN });
  await renewLists(database, 4, { zone: "UTC", firstDay: 1 }, NOW);
  expect((await storedOverdue(database, 10, NOW)).count).toBe(1);
});
