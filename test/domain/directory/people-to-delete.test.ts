import { expect, test } from "vitest";
import type { PersonRecord } from "../../../src/domain/directory/person-record.ts";
import { isQuiet } from "../../../src/domain/directory/people-to-delete.ts";

const now = Date.UTC(2026, 4, 20);
const YEAR = 365.25 * 86_400_000;

const person = (
  summary: Partial<PersonRecord["summary"]>,
  choices: PersonRecord["choices"] = {},
  nameAt = now,
): PersonRecord =>
  ({ choices, summary, name: { value: "Ada Example", at: nameAt } }) as PersonRecord;

test.each([
  ["wrote six years ago", person({ lastAt: now - 6 * YEAR }), true],
  ["wrote four years ago", person({ lastAt: now - 4 * YEAR }), false],
  [
    "wrote six years ago, connected last year",
    person({ lastAt: now - 6 * YEAR, connected: { from: now - YEAR, to: now - YEAR } }),
    false,
  ],
  ["connected six years ago", person({ connected: { from: 0, to: now - 6 * YEAR } }), true],
  ["was only seen, today", person({}), false],
  ["was only seen, six years ago", person({}, {}, now - 6 * YEAR), true],
  ["has a note", person({ lastAt: 0 }, { notes: [{ id: "n", text: "kept", at: 0 }] }), false],
  ["has a tag", person({ lastAt: 0 }, { tags: ["team"] }), false],
  ["is never suggested", person({ lastAt: 0 }, { muted: { value: true, at: 0 } }), false],
] as const)("out of touch for five years: who %s", (_who, one, isOut) => {
  expect(isQuiet(one, 5, now)).toBe(isOut);
});

test("a year is a year of the calendar, to the moment", () => {
  const limit = Date.UTC(2024, 4, 20);
  expect(isQuiet(person({ lastAt: limit }), 2, now)).toBe(false);
  expect(isQuiet(person({ lastAt: limit - 1 }), 2, now)).toBe(true);
});
