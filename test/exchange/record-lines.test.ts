import fc from "fast-check";
import { safeParse, parse } from "valibot";
import { expect, test } from "vitest";
import {
  type ExportedRecord,
  handlesIn,
  peopleIn,
  recordId,
  withHandles,
  withPeople,
} from "../../src/domain/records/exported-history.ts";
import { packed } from "../../src/domain/interactions/interaction-columns.ts";
import type { Statement } from "../../src/domain/records/statement.ts";
import { canonicalJson } from "../../src/exchange/canonical-json.ts";
import { recordLine } from "../../src/exchange/record-schemas.ts";
import { lineOf, stagedLine, stagedRecordSchema } from "../../src/exchange/record-lines.ts";
import { historyLines } from "../../src/exchange/write-history.ts";
import { anyRecord, anyRecords } from "./arbitrary-records.ts";
import { runs } from "../effort.ts";

/** The record as it comes back: through the text of a line, the check of the page, a message, and the check of the background. */
function back(record: ExportedRecord): ExportedRecord {
  const line = parse(recordLine, JSON.parse(canonicalJson(lineOf(record))));
  return parse(stagedRecordSchema, JSON.parse(JSON.stringify(stagedLine(line))));
}

test("any record comes back equal out of the text of its line", () => {
  fc.assert(
    fc.property(anyRecord, (record) => {
      expect(back(record)).toEqual(record);
      expect(recordId(back(record))).toBe(recordId(record));
    }),
    { numRuns: runs(1000) },
  );
});

test("equal records have equal lines, in whatever order the records and their fields are", () => {
  const turned = (one: unknown): unknown =>
    typeof one !== "object" || one === null
      ? one
      : Array.isArray(one)
        ? one.map(turned)
        : Object.fromEntries(
            Object.entries(one)
              .reverse()
              .map(([name, inner]) => [name, turned(inner)]),
          );
  fc.assert(
    fc.property(anyRecords, fc.func(fc.integer()), (records, weight) => {
      const mixed = records
        .toSorted((a, b) => weight(recordId(a)) - weight(recordId(b)))
        .map((record) => turned(record) as ExportedRecord);
      expect(historyLines(mixed)).toBe(historyLines(records));
    }),
    { numRuns: runs(300) },
  );
});

test("a line holds interactions without sources, and what only a store needs is not in it", () => {
  const fact = { kind: "message", direction: "in", from: 5, to: 5, ref: "2-abc" } as const;
  const stored = {
    subject: "post:activity:1",
    source: "page",
    replica: "r1",
    version: 3,
    body: { facts: packed([fact]) },
    // An index of the store.
    authors: ["slug:ada-example"],
  } as const;
  expect(lineOf({ kind: "statement", statement: stored })).toEqual({
    kind: "statement",
    subject: "post:activity:1",
    source: "page",
    replica: "r1",
    version: 3,
    body: { facts: [fact] },
  });
});

test("interactions that another program wrote in any order, or twice, come back in order and once", () => {
  const fact = (from: number) => ({ kind: "message", direction: "in", from, to: from }) as const;
  const statement = { subject: "slug:a", source: "hand", replica: "r1", version: 1 } as const;
  const line = { kind: "statement", ...statement, body: { facts: [fact(9), fact(2), fact(9)] } };
  expect(parse(stagedRecordSchema, stagedLine(parse(recordLine, line)))).toEqual({
    kind: "statement",
    statement: { ...statement, body: { facts: packed([fact(2), fact(9)]) } },
  });
});

const LINE = {
  kind: "statement",
  subject: "slug:ada-example",
  source: "hand",
  replica: "r1",
  version: 1,
  body: {},
};

test.each([
  ["an unknown kind", { ...LINE, kind: "future" }],
  ["an unknown field", { ...LINE, more: 1 }],
  ["an unknown field inside", { ...LINE, body: { more: 1 } }],
  ["a subject of no kind", { ...LINE, subject: "ada" }],
  ["a person's body under a post", { ...LINE, subject: "post:activity:1", body: { visits: [1] } }],
  ["a source of no kind", { ...LINE, source: "somewhere" }],
  ["a version that is no number", { ...LINE, version: "1" }],
  ["a moment with a fraction", { ...LINE, body: { visits: [1.5] } }],
  ["a moment beyond every calendar", { ...LINE, body: { visits: [8.7e15] } }],
  [
    "an interval that ends before it begins",
    {
      ...LINE,
      body: { facts: [{ kind: "message", direction: "in", from: 2, to: 1 }] },
    },
  ],
  [
    "a group of one",
    {
      ...LINE,
      body: { facts: [{ kind: "message", direction: "in", from: 2, to: 2, groupSize: 1 }] },
    },
  ],
  ["a text beyond every limit", { ...LINE, body: { undone: ["x".repeat(100_001)] } }],
  [
    "a pair that is not in order",
    {
      kind: "register",
      word: { kind: "pair", a: "slug:b", b: "slug:a", value: "same" },
      replica: "r1",
      time: [1, 0, "r1"],
    },
  ],
  [
    "a link of an alias with itself",
    {
      kind: "link",
      a: "slug:a",
      b: "slug:a",
      source: "page",
      replica: "r1",
      version: 1,
      evidence: "card",
      firstAt: 1,
    },
  ],
  [
    "settings that are nested too deeply",
    {
      kind: "settings",
      settings: { a: { b: { c: { d: { e: 1 } } } } },
    },
  ],
])("a line with %s is refused", (_what, line) => {
  expect(safeParse(recordLine, LINE).success).toBe(true);
  expect(safeParse(recordLine, line).success).toBe(false);
});

test("weeks leave with people in place of handles, and come back with the handles of this browser", () => {
  const row = (handle: string) => ({ handle, list: "hello" as const, shownAt: 3 });
  const statement: Statement = {
    subject: "history",
    source: "page",
    replica: "r1",
    version: 2,
    body: { weeks: [{ week: 2900, at: 1, rows: [row("h1"), row("gone"), row("h2")] }] },
  };
  const people = new Map([
    ["h1", "slug:ada-example" as const],
    ["h2", "name:ada" as const],
  ]);
  const exported = withPeople(statement, (handle) => people.get(handle));
  expect(handlesIn(statement)).toEqual(["h1", "gone", "h2"]);
  expect(peopleIn(exported)).toEqual(["slug:ada-example", "name:ada"]);
  expect(JSON.stringify(exported)).not.toContain("handle");
  const again = withHandles(exported, (person) => `new ${person}`);
  expect(handlesIn(again)).toEqual(["new slug:ada-example", "new name:ada"]);
  expect(
    withPeople(again, (handle) => people.get(handle === "new name:ada" ? "h2" : "h1")),
  ).toEqual(exported);
});
