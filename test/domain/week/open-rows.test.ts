import { expect, test } from "vitest";
import type { PersonId } from "../../../src/domain/person/person.ts";
import { openRows } from "../../../src/domain/week/open-rows.ts";
import type { DueRow, SuggestedRow } from "../../../src/domain/week/week.ts";

/** A row, as far as it counts here. */
const row = (id: string, parts: Partial<SuggestedRow> = {}) =>
  ({ id: id as PersonId, name: id, ...parts }) as SuggestedRow;
const due = (id: string, dueBy: DueRow["dueBy"]) => ({ ...row(id), dueBy }) as unknown as DueRow;

test("who is done, or due by a rhythm alone, does not count, and nobody counts twice", () => {
  const week = {
    due: [due("ana", "date"), due("bo", "cadence")],
    reconnect: [row("ana"), row("cem"), row("dana", { done: "observed" })],
    neverTalked: [row("eva")],
  };
  expect(openRows(week).map(({ id }) => id)).toEqual(["ana", "cem"]);
  expect(openRows({ ...week, reconnect: [] }).map(({ id }) => id)).toEqual(["ana", "eva"]);
  expect(openRows({ due: [], reconnect: [], neverTalked: [] })).toEqual([]);
});
