import fc from "fast-check";
import { expect, test } from "vitest";
import type { RowOfDay } from "../../../src/domain/directory/directory.ts";
import {
  type Condition,
  fitting,
  sortedBy,
  type SortColumn,
} from "../../../src/domain/directory/people-table.ts";
import type { PersonId } from "../../../src/domain/person/person.ts";
import { BANDS } from "../../../src/domain/tie/band.ts";

const aRow: fc.Arbitrary<RowOfDay> = fc
  .record(
    {
      id: fc.uuid(),
      nameKey: fc.constantFrom("ada", "bo", "zoe"),
      band: fc.constantFrom(...BANDS),
      companyKey: fc.constantFrom("tin whistle", "acme"),
      tags: fc.constantFrom(["choir"], ["choir", "press"]),
      silentDays: fc.constantFrom(0, 30, 400, Infinity),
      overdue: fc.constantFrom(0, 0.5, 3),
      rhythmDays: fc.constantFrom(7, 30),
      mutual: fc.constantFrom(0, 4),
      twoWay: fc.boolean(),
      isOverdue: fc.boolean(),
    },
    { requiredKeys: ["id", "nameKey", "band", "silentDays", "overdue", "twoWay", "isOverdue"] },
  )
  .map((some): RowOfDay => ({
    field: "unknown",
    howMet: undefined,
    connected: undefined,
    strength: 0,
    worthAlone: 0,
    isCounted: true,
    hasTalked: true,
    text: some.nameKey,
    joinedName: `\n${some.nameKey}`,
    ...some,
    id: some.id as PersonId,
  }));

const aCondition: fc.Arbitrary<Condition> = fc
  .oneof(
    fc.record({ of: fc.constant("band" as const), is: fc.constantFrom(...BANDS) }),
    fc.record({ of: fc.constant("company" as const), is: fc.constantFrom("ACME", "Tin Whistle") }),
    fc.record({ of: fc.constant("tag" as const), is: fc.constantFrom("Choir", "press") }),
    fc.record({ of: fc.constant("silent" as const), is: fc.constantFrom(1, 90) }),
    fc.record({ of: fc.constantFrom("overdue" as const, "two-way" as const) }),
  )
  .chain((condition) => fc.constantFrom<Condition>(condition, { ...condition, not: true }));

const view = (conditions: readonly Condition[]) => ({
  text: "",
  conditions,
  by: "name" as const,
  descending: false,
});

test("a condition and its opposite divide everybody between them", () => {
  fc.assert(
    fc.property(aCondition, aRow, ({ not: _not, ...condition }, row) => {
      const holds = fitting(view([condition as Condition]))(row);
      expect(fitting(view([{ ...condition, not: true } as Condition]))(row)).toBe(!holds);
    }),
  );
});

test("conditions of one kind are alternatives, those of different kinds and the negated ones all have to hold", () => {
  fc.assert(
    fc.property(fc.array(aCondition, { maxLength: 6 }), aRow, (conditions, row) => {
      const alone = (one: Condition) => fitting(view([one]))(row);
      const kinds = new Set(conditions.filter(({ not }) => !not).map((one) => one.of));
      const expected =
        [...kinds].every((kind) =>
          conditions.some((one) => !one.not && one.of === kind && alone(one)),
        ) && conditions.filter(({ not }) => not).every(alone);
      expect(fitting(view(conditions))(row)).toBe(expected);
    }),
  );
});

test("nobody is called silent whose silence no source would show", () => {
  fc.assert(
    fc.property(aRow, (row) => {
      fc.pre(row.band === "unknown");
      expect(fitting(view([{ of: "silent", is: 1 }]))(row)).toBe(false);
    }),
  );
});

const COLUMNS: readonly SortColumn[] = [
  "name",
  "company",
  "band",
  "last",
  "rhythm",
  "overdue",
  "tags",
  "mutual",
];

const valueIn = (row: RowOfDay, by: SortColumn): string | number | undefined =>
  ({
    name: row.nameKey,
    company: row.companyKey,
    band: BANDS.indexOf(row.band),
    last: row.silentDays === Infinity ? undefined : row.silentDays,
    rhythm: row.rhythmDays,
    overdue: row.overdue === 0 ? undefined : row.overdue,
    tags: row.tags?.[0],
    mutual: row.mutual,
    field: undefined,
    connected: undefined,
    source: undefined,
  })[by];

test("every order holds everybody once, each value next to its equals, and those without a value last in both directions", () => {
  fc.assert(
    fc.property(
      fc.array(aRow),
      fc.constantFrom(...COLUMNS),
      fc.boolean(),
      (rows, by, descending) => {
        const sorted = sortedBy(rows, by, descending);
        expect(new Set(sorted)).toEqual(new Set(rows));
        const values = sorted.map((row) => valueIn(row, by));
        const known = values.filter((value) => value !== undefined);
        expect(values.slice(0, known.length)).toEqual(known);
        for (const [place, value] of known.entries()) {
          const before = known[place - 1];
          if (before === undefined) continue;
          if (descending) expect(before >= value).toBe(true);
          else expect(before <= value).toBe(true);
        }
      },
    ),
  );
});
