import fc from "fast-check";
import { expect, test } from "vitest";
import { localWeek } from "../../../src/domain/time/local-time.ts";
import {
  fillingRows,
  freePlaces,
  lastSuggested,
  unitedWeeks,
  withWeek,
} from "../../../src/domain/week/made-weeks.ts";
import type { MadeWeek, WeekRow } from "../../../src/domain/records/statement.ts";
import type { Suggestion } from "../../../src/domain/suggestions/suggestions.ts";
import { NOW } from "../interactions/arbitrary-interactions.ts";
import { runs } from "../../effort.ts";

const WEEK = localWeek(NOW, { zone: "UTC", firstDay: 1 }).week;

const aRow: fc.Arbitrary<WeekRow> = fc.record(
  {
    handle: fc.constantFrom("a", "b", "c", "d"),
    list: fc.constantFrom("reconnect" as const, "hello" as const),
    shownAt: fc.integer({ min: 1, max: 4 }),
    done: fc
      .tuple(fc.boolean(), fc.integer({ min: 1, max: 4 }), fc.constantFrom("one", "two"))
      .map(([value, ms, replica]) => ({ value, time: [ms, 0, replica] as const })),
  },
  { requiredKeys: ["handle", "list"] },
);

const aWeek: fc.Arbitrary<MadeWeek> = fc.record({
  week: fc.constantFrom(WEEK - 1, WEEK),
  at: fc.constantFrom(NOW, NOW + 1),
  rows: fc.uniqueArray(aRow, { selector: ({ handle }) => handle, maxLength: 4 }),
});

const said = fc.array(fc.array(aWeek, { maxLength: 3 }), { maxLength: 4 });

test("what the statements of several machines unite to depends on the set of them only", () => {
  fc.assert(
    fc.property(said, fc.nat(), (all, turn) => {
      const united = unitedWeeks(all);
      const turned = [
        ...all.slice(turn % (all.length + 1)),
        ...all.slice(0, turn % (all.length + 1)),
      ];
      expect(unitedWeeks(turned)).toStrictEqual(united);
      expect(unitedWeeks(all.toReversed())).toStrictEqual(united);
      expect(unitedWeeks([...all, ...all])).toStrictEqual(united);
      expect(unitedWeeks([...all, united])).toStrictEqual(united);
    }),
    { numRuns: runs(1000) },
  );
});

const row = (handle: string, more: Partial<WeekRow> = {}): WeekRow => ({
  handle,
  list: "reconnect",
  ...more,
});

test("the rows of a week are those of the one that was made first, each with the later word and the first showing", () => {
  const done = (value: boolean, ms: number) => ({ value, time: [ms, 0, "one"] as const });
  const first: MadeWeek = {
    week: WEEK,
    at: 1,
    rows: [row("b"), row("a", { shownAt: 9, done: done(true, 5) })],
  };
  const second: MadeWeek = {
    week: WEEK,
    at: 2,
    rows: [row("a", { shownAt: 7, done: done(false, 6) }), row("c", { shownAt: 7 })],
  };
  expect(unitedWeeks([[second], [first]])).toStrictEqual([
    { week: WEEK, at: 1, rows: [row("b"), row("a", { shownAt: 7, done: done(false, 6) })] },
  ]);
  const said = [
    { replica: "two", weeks: [second] },
    { replica: "one", weeks: [first] },
  ];
  expect(lastSuggested(said, [])).toStrictEqual(
    new Map([
      ["a", 9],
      ["c", 7],
    ]),
  );
});

test("what a clock noted that had run ahead counts as suggested when it was put right", () => {
  const marked = { value: true, time: [800, 0, "one"] as const };
  const rows = [
    row("a", { shownAt: 900 }),
    row("b", { shownAt: 3, done: marked }),
    row("c", { shownAt: 4 }),
  ];
  const week: MadeWeek = { week: WEEK, at: 1, rows };
  const corrections = [{ replica: "one", from: 5, to: 1000 }];
  expect(lastSuggested([{ replica: "one", weeks: [week] }], corrections)).toStrictEqual(
    new Map([
      ["a", 5],
      ["b", 5],
      ["c", 4],
    ]),
  );
  // The clock of another machine was right.
  const other = { replica: "two", weeks: [{ ...week, rows: [row("a", { shownAt: 900 })] }] };
  expect(lastSuggested([other], corrections).get("a")).toBe(900);
});

test("one's own weeks hold a copy of the week that holds, whatever was there before", () => {
  const weeks = fc.array(aWeek, { maxLength: 4 });
  fc.assert(
    fc.property(weeks, said, fc.integer({ min: 1, max: 9 }), (own, others, shownAt) => {
      const united = unitedWeeks([own, ...others]).find(({ week }) => week === WEEK);
      const mark = (rows: readonly WeekRow[]) => rows.map((one) => ({ ...one, shownAt }));
      const changed = withWeek(own, united, mark, WEEK, NOW);
      const after = unitedWeeks([changed, ...others]).find(({ week }) => week === WEEK);
      const handles = (week: MadeWeek | undefined) =>
        new Set(week?.rows.map(({ handle, list }) => `${list} ${handle}`));
      expect(handles(after)).toStrictEqual(handles(united));
      for (const { shownAt: at = Infinity } of after?.rows ?? [])
        expect(at).toBeLessThanOrEqual(shownAt);
    }),
    { numRuns: runs(1000) },
  );
});

test("sixty weeks are kept, the latest, and one of a clock that ran ahead takes the place of one", () => {
  const rows = [row("a", {})];
  const write = (weeks: readonly MadeWeek[], number: number) =>
    withWeek(weeks, undefined, () => rows, number, number);
  let own: readonly MadeWeek[] = [];
  for (let number = 1; number <= 70; number += 1) own = write(own, number);
  const lastOf = (count: number) => Array.from({ length: count }, (_, place) => 71 - count + place);
  expect(own.map(({ week }) => week)).toEqual(lastOf(60));
  own = write(own, 2400);
  expect(own.map(({ week }) => week)).toEqual([...lastOf(59), 2400]);
  own = write(own, 71);
  expect(own.map(({ week }) => week).toSorted((a, b) => a - b)).toEqual([...lastOf(58), 71, 2400]);
  // A clock that was put back by years.
  expect(write(own, 5).map(({ week }) => week)).toContain(5);
});

test("no change leaves the weeks as they are, and a week without rows is not made", () => {
  const own: readonly MadeWeek[] = [{ week: WEEK, at: NOW, rows: [] }];
  expect(withWeek(own, own[0], (rows) => rows, WEEK, NOW)).toBe(own);
  expect(withWeek([], undefined, () => [], WEEK, NOW)).toStrictEqual([]);
});

test("free places of each list are filled with those worth most, and no more", () => {
  const suggested = (...ids: readonly string[]) => ids.map((id) => ({ id }) as Suggestion);
  const rows: readonly WeekRow[] = [
    { handle: "a", list: "reconnect" },
    { handle: "b", list: "hello" },
    { handle: "c", list: "hello" },
  ];
  const found = { reconnect: suggested("d", "e"), neverTalked: suggested("f") };
  expect(fillingRows({ rows }, found, 2)).toStrictEqual([{ handle: "d", list: "reconnect" }]);
  expect(freePlaces({ rows }, "hello", 1)).toBe(0);
  expect(freePlaces(undefined, "hello", 3)).toBe(3);
});
