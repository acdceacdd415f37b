import { expect, test } from "vitest";
import { isAsMade, madeBefore } from "../../../src/domain/records/acts/choices-of-many.ts";

const at = 1;

test("the way back holds what was there, for each choice and tag that the act changes, and no other", () => {
  const now = { tags: ["choir"], cadenceDays: { value: 7, at }, muted: { value: true, at } };
  expect(
    madeBefore(now, {
      choices: { cadenceDays: { value: 30 }, snoozedUntil: { value: 5 } },
      tags: { choir: true, press: true },
    }),
  ).toEqual({
    choices: { cadenceDays: { value: 7 }, snoozedUntil: {} },
    tags: { choir: true, press: false },
  });
  expect(madeBefore(now, { tags: { press: true } })).toEqual({ tags: { press: false } });
});

test("somebody who was changed again since is not as the act made them", () => {
  const made = { choices: { cadenceDays: { value: 30 } }, tags: { press: true } };
  expect(isAsMade({ tags: ["press"], cadenceDays: { value: 30, at } }, made)).toBe(true);
  expect(isAsMade({ tags: ["press"], cadenceDays: { value: 7, at } }, made)).toBe(false);
  expect(isAsMade({ cadenceDays: { value: 30, at } }, made)).toBe(false);
  expect(isAsMade({ tags: ["press"], cadenceDays: { at } }, made)).toBe(false);
});
