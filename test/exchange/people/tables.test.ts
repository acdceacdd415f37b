import fc from "fast-check";
import Papa from "papaparse";
import { expect, test } from "vitest";
import type { ExportedPerson } from "../../../src/domain/directory/exported-person.ts";
import { csvText, idCell } from "../../../src/exchange/people/csv-text.ts";
import { interactionsCsv } from "../../../src/exchange/people/interactions-csv.ts";
import { peopleCsv } from "../../../src/exchange/people/people-csv.ts";
import { runs } from "../../effort.ts";
import { DAY, hostile, invented, joined, OPTIONS, parts } from "./exported.ts";

const AT = Date.UTC(2024, 0, 2);

const ADA = invented({
  id: "ada",
  name: "Ada Example",
  company: "Tin Whistle",
  title: "Engineer",
  aliases: ["member:ACoAAx", "number:123456789012345", "slug:ada-example"],
  choices: {
    tags: ["boats", "friend"],
    notes: [
      { id: "n1", text: "met in Rome", at: 1 },
      { id: "n2", text: "likes tea", at: 2 },
    ],
    howMet: { value: "=1+1", at: 1 },
    cadenceDays: { value: 30.4, at: 1 },
    muted: { value: true, at: 1 },
    reminders: [{ id: "r", at: Date.UTC(2026, 5, 1, 12) }],
  },
  interactions: [
    { kind: "connected", direction: "both", from: AT, to: AT + DAY - 1, sources: ["archive:a"] },
    {
      kind: "message",
      direction: "in",
      from: AT + 2 * DAY + 43_200_000,
      to: AT + 2 * DAY + 43_200_000,
      ref: "2-5",
      groupSize: 3,
      sources: ["archive:a", "page"],
    },
  ],
});
const BEN = invented({ id: "ben", name: "Ben Example", aliases: [] });

const read = async (
  of: typeof peopleCsv | typeof interactionsCsv,
  isOwnIncluded: boolean,
  ...people: readonly ExportedPerson[]
) => {
  const text = await joined(of(parts(...people), { ...OPTIONS, isOwnIncluded }));
  expect(text.startsWith("\uFEFF")).toBe(true);
  const { data, errors } = Papa.parse<Record<string, string>>(text.slice(1), {
    header: true,
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  return data;
};

test("a table of people has a line for each, days as days, and ids that stay text", async () => {
  const [ada, ben, ...others] = await read(peopleCsv, true, ADA, BEN);
  expect(others).toEqual([]);
  expect(ada).toEqual({
    name: "Ada Example",
    profile: "https://www.linkedin.com/in/ada-example/",
    company: "Tin Whistle",
    title: "Engineer",
    headline: "",
    band: "acquaintance",
    last_exchange: "2024-01-04",
    known_until: "",
    rhythm_days: "30",
    overdue: "",
    connected: "2024-01-02",
    mutual: "",
    aliases: "member:ACoAAx number:123456789012345 slug:ada-example",
    tags: "boats, friend",
    how_met: "'=1+1",
    notes: "met in Rome\n\nlikes tea",
    reminders: "2026-06-01",
    snoozed_until: "",
    in_touch_elsewhere: "",
    knows: "",
    never_suggest: "yes",
    stop_recording: "",
    passed_away: "",
  });
  expect(ben?.["profile"]).toBe("");
});

test("a table of interactions has a line for each, and the time of day only where a source has one", async () => {
  const lines = await read(interactionsCsv, true, ADA, BEN);
  expect(lines.map(({ day, moment, kind, direction }) => [day, moment, kind, direction])).toEqual([
    ["2024-01-02", "", "connected", "both"],
    ["2024-01-04", "2024-01-04T12:00:00.000Z", "message", "in"],
  ]);
  expect(lines[1]).toMatchObject({
    name: "Ada Example",
    group_size: "3",
    // A spreadsheet would make a date of it.
    reference: "'2-5",
    sources: "archive:a page",
    tags: "boats, friend",
    notes: "met in Rome\n\nlikes tea",
  });
});

test("without the user's own words there are no columns for them, and nothing of them anywhere", async () => {
  for (const of of [peopleCsv, interactionsCsv]) {
    const [line] = await read(of, false, ADA);
    expect(Object.keys(line ?? {})).not.toContain("notes");
    expect(JSON.stringify(line)).not.toMatch(/Rome|boats|1\+1/);
  }
});

test.each(["=1+1", "+1", "-1", "@cmd", "\tx", "\rx", "\nx", "＝1", "＋1", "－1", "＠x"])(
  "a cell that a spreadsheet could take for a formula is defused: %j",
  (cell) => {
    const [row] = Papa.parse<string[]>(csvText([[cell]]).trimEnd()).data;
    expect(row?.[0]).toBe(`'${cell}`);
  },
);

test.each([
  ["2-5", "'2-5"],
  ["1234567890123456", "'1234567890123456"],
  ["1e5", "'1e5"],
  ["2024/01/02", "'2024/01/02"],
  ["2-abc==", "2-abc=="],
  ["activity:123", "activity:123"],
])("an id that looks like a number or a date is marked as text: %s", (id, cell) => {
  expect(idCell(id)).toBe(cell);
});

test("any text survives CSV, but for the apostrophe before formulas", async () => {
  await fc.assert(
    fc.asyncProperty(hostile, hostile, async (name, note) => {
      const person = invented({
        id: "any",
        name: `x${name}`,
        choices: { howMet: { value: note, at: 1 } },
      });
      const [line] = await read(peopleCsv, true, person);
      expect(line?.["name"]).toBe(`x${name}`.trim().replaceAll(/\p{Surrogate}/gu, "\uFFFD"));
      expect([note, `'${note}`]).toContain(line?.["how_met"]);
    }),
    { numRuns: runs(300) },
  );
});
