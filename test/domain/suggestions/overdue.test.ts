import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PersonId } from "../../../src/domain/person/person.ts";
import {
  LEAST_BEST,
  MOST_BEST,
  type Overdue,
  overdueList,
  overdueWithChanges,
} from "../../../src/domain/suggestions/overdue.ts";
import { runs } from "../../effort.ts";
import { NOW } from "../interactions/arbitrary-interactions.ts";

const one = (number: number, worth: number): Overdue => ({
  id: `person-${number}` as PersonId,
  subject: `slug:person-${number}`,
  worth,
});

/** More people than are kept, few different worths: many are equal. */
const PEOPLE = MOST_BEST + 30;

/** Some people change: a worth for those who are overdue then, nothing for the others. */
const aStep = fc.uniqueArray(
  fc.tuple(fc.nat(PEOPLE - 1), fc.option(fc.nat(8), { nil: undefined })),
  { minLength: 1, maxLength: 30, selector: ([number]) => number },
);

describe("the list of overdue people", () => {
  test("knows after every change how many there are, and the best as if it were made anew, or says that it has to be", () => {
    const reached = { outdated: 0, current: 0 };
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.nat(8), { nil: undefined }), {
          minLength: PEOPLE,
          maxLength: PEOPLE,
        }),
        fc.array(aStep, { maxLength: 8 }),
        (worths, steps) => {
          const all = new Map<PersonId, Overdue>();
          for (const [number, worth] of worths.entries()) {
            const person = one(number, worth ?? 0);
            if (worth !== undefined) all.set(person.id, person);
          }
          let list = overdueList([...all.values()], NOW);
          for (const step of steps) {
            const touched = new Set(step.map(([number]) => one(number, 0).id));
            const before = [...touched].filter((id) => all.has(id)).length;
            const after = step.flatMap(([number, worth]) =>
              worth === undefined ? [] : [one(number, worth)],
            );
            for (const id of touched) all.delete(id);
            for (const person of after) all.set(person.id, person);
            list = overdueWithChanges(list, { touched, before, after });
            const ids = list.best.map(({ id }) => id);
            expect(ids.filter((id) => !all.has(id))).toEqual([]);
            if (list.outdated) {
              reached.outdated += 1;
              continue;
            }
            reached.current += 1;
            const anew = overdueList([...all.values()], NOW);
            expect(list.count).toBe(anew.count);
            expect(list.best.length).toBeGreaterThanOrEqual(Math.min(LEAST_BEST, anew.count));
            expect(list.best).toStrictEqual(anew.best.slice(0, list.best.length));
          }
        },
      ),
      { numRuns: runs(300) },
    );
    expect(reached.current).toBeGreaterThan(reached.outdated);
  });

  test("has to be made anew when most of the best have gone and others are left", () => {
    const all = Array.from({ length: PEOPLE }, (_, number) => one(number, PEOPLE - number));
    const first = overdueList(all, NOW);
    const without = (count: number) =>
      overdueWithChanges(first, {
        touched: new Set(all.slice(0, count).map(({ id }) => id)),
        before: count,
        after: [],
      });
    const most = MOST_BEST - LEAST_BEST;
    expect(without(most)).toEqual({
      day: first.day,
      count: PEOPLE - most,
      best: all.slice(most, MOST_BEST),
    });
    expect(without(most + 1).outdated).toBe(true);
  });

  test("is the same where a change concerns nobody in it", () => {
    const list = overdueList([one(1, 5)], NOW);
    const touched = new Set([one(2, 0).id]);
    expect(overdueWithChanges(list, { touched, before: 0, after: [] })).toBe(list);
  });
});
