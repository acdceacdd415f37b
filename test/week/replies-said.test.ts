import { expect, test } from "vitest";
import { asRepliesSaid, isToSay, withSaid } from "../../src/week/replies-said.ts";

test("it is said once in a month, and all of the day on which it was said", () => {
  expect(isToSay(undefined, "2026-11-30")).toBe(true);
  expect(isToSay({ day: "2026-10-31" }, "2026-11-01")).toBe(true);
  expect(isToSay({ day: "2026-11-30" }, "2026-11-30")).toBe(true);
  expect(isToSay({ day: "2026-11-30", isAway: true }, "2026-11-30")).toBe(false);
  expect(isToSay({ day: "2026-11-01" }, "2026-11-30")).toBe(false);
});

test("a page that was opened the day before says nothing, and what a clock noted that ran ahead counts for nothing", () => {
  expect(isToSay({ day: "2026-12-01" }, "2026-11-30")).toBe(false);
  expect(isToSay({ day: "2026-12-02" }, "2026-11-30")).toBe(true);
  expect(isToSay({ day: "2031-01-01", isAway: true }, "2026-11-30")).toBe(true);
});

test("of each history the last time is kept, and of twenty histories at most", () => {
  const one = { history: "h-1", day: "2026-11-30" };
  const all = withSaid([{ history: "h-1", day: "2026-10-01", isAway: true }], one);
  expect(all).toEqual([one]);
  const names = Array.from({ length: 30 }, (_, place) => `h-${place}`);
  const many = names.reduce((list, history) => withSaid(list, { ...one, history }), all);
  expect(many.map(({ history }) => history)).toEqual(names.slice(-20));
});

test("what is no such note is left out", () => {
  const note = { history: "h-1", day: "2026-11-30" };
  expect(asRepliesSaid([note, null, {}, { ...note, day: "soon" }, { ...note, isAway: 1 }])).toEqual(
    [note],
  );
  expect(asRepliesSaid({ day: "2026-11-30" })).toEqual([]);
});
