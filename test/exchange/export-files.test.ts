import "fake-indexeddb/auto";
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { CSV_COLUMNS, csvExport, csvText, jsonExport } from "../../src/exchange/export-files.ts";
import { historyInText, restoreHistory } from "../../src/exchange/restore-file.ts";
import type { ImportedCircle } from "../../src/domain/archive-import.ts";
import { circleText } from "../../src/domain/own-companies.ts";
import type { Asked, PageQuestions } from "../../src/messages.ts";
import { storedCounts } from "../../src/storage/about.ts";
import { openHistory, type HistoryDatabase } from "../../src/storage/database.ts";
import { exportedPeople } from "../../src/storage/export.ts";
import { exportedAbout, restoreAbout } from "../../src/storage/exported-about.ts";
import { undoImport } from "../../src/storage/import-undo.ts";
import { storedOwnCompanies } from "../../src/storage/own-companies.ts";
import { record, restore } from "../../src/storage/record.ts";
import { bring } from "../storage/imports.ts";
import { anySighting, countedIds, messageFromAda, START } from "../storage/sightings.ts";

const OWNER = { aliases: ["slug:me-example" as const], name: "Me Example" };
let count = 0;

/** The questions that files need, answered from a database without a background in between. */
function answeredFrom(database: HistoryDatabase): Asked<PageQuestions> {
  const answers: Partial<Asked<PageQuestions>> = {
    exportHead: async () => ({
      format: "tielight-history",
      version: 1,
      exportedAt: START,
      owner: OWNER,
      ...(await exportedAbout(database)),
    }),
    exportPeople: ({ after, atMost }) => exportedPeople(database, after, atMost),
    restoreHead: (head) => restoreAbout(database, head),
    restorePeople: async (people) => {
      await restore(database, people, countedIds(), START);
      return storedCounts(database);
    },
  };
  return answers as Asked<PageQuestions>;
}

const emptyHistory = () => openHistory(`files-${++count}`);

const SCHEMA: unknown = JSON.parse(
  readFileSync("src/exchange/exported-history.schema.json", "utf8"),
);
const validExport = new Ajv2020({ strict: true }).compile(SCHEMA as object);

test("the JSON export is valid by its schema and holds everything, message text excepted", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anySighting, { maxLength: 10 }), async (sightings) => {
      const database = await emptyHistory();
      await record(database, [messageFromAda(3), ...sightings], countedIds(), START);
      const text = (await jsonExport(answeredFrom(database)))?.join("") ?? "";
      expect(validExport(JSON.parse(text)), JSON.stringify(validExport.errors)).toBe(true);
      database.close();
    }),
    { numRuns: 30 },
  );
});

test("what was exported can be read back and is equal", async () => {
  const database = await emptyHistory();
  await record(database, [messageFromAda(1), messageFromAda(2)], countedIds(), START);
  const text = (await jsonExport(answeredFrom(database)))?.join("") ?? "";
  const { history, problem } = historyInText(text);
  expect(problem).toBeUndefined();
  const copy = await emptyHistory();
  const progress: number[] = [];
  const counts = await restoreHistory(answeredFrom(copy), history!, (people) =>
    progress.push(people),
  );
  expect(counts).toEqual({ people: 1, interactions: 2 });
  expect(progress).toEqual([1]);
  const again = (await jsonExport(answeredFrom(copy)))?.join("") ?? "";
  expect(JSON.parse(again)).toEqual(JSON.parse(text));
});

test.each([
  ["", "not-json"],
  ['{"format":"tielight-history","version":1,', "not-json"],
  ["[]", "not-an-export"],
  ['{"format":"something-else"}', "not-an-export"],
  ['{"format":"tielight-history","version":2}', "later-version"],
  ['{"format":"tielight-history","version":1}', "malformed"],
])("a file that cannot be restored is refused by its reason: %s", (text, code) => {
  expect(historyInText(text).problem?.code).toBe(code);
});

const anyCircle: fc.Arbitrary<ImportedCircle> = fc.record(
  {
    kind: fc.constantFrom("company", "school", "followed"),
    name: fc.constantFrom("Tin Whistle", "Tin Whistle GmbH", "Example Works", "Sample University"),
    title: fc.constantFrom("Engineer", "Nurse"),
    from: fc.constant(START),
    to: fc.constant(START + 1000),
  },
  { requiredKeys: ["kind", "name"] },
);

test("where the owner worked comes with an export, and only what the export alone said outlives an import", async () => {
  const circles = fc.array(anyCircle, { maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(circles, circles, circles, async (first, second, there) => {
      const [database, copy, other] = [
        await emptyHistory(),
        await emptyHistory(),
        await emptyHistory(),
      ];
      const ids = countedIds();
      await bring(database, { id: "a", sightings: [], circles: first }, ids, START);
      await bring(database, { id: "b", sightings: [], circles: second }, ids, START + 1);
      const text = (await jsonExport(answeredFrom(database)))?.join("") ?? "";
      expect(validExport(JSON.parse(text)), JSON.stringify(validExport.errors)).toBe(true);
      const { history } = historyInText(text);
      const own = await storedOwnCompanies(database);

      for (const again of [copy, copy, database])
        await restoreHistory(answeredFrom(again), history!, () => undefined);
      for (const restored of [copy, database]) {
        expect((await jsonExport(answeredFrom(restored)))?.join("")).toBe(text);
        expect([...(await storedOwnCompanies(restored))]).toEqual([...own]);
      }

      await bring(other, { id: "c", sightings: [], circles: there }, ids, START);
      await restoreHistory(answeredFrom(other), history!, () => undefined);
      const both = await storedOwnCompanies(other);
      expect([...own.keys()].filter((key) => !both.has(key))).toEqual([]);
      await undoImport(other, "c");
      const said = new Set([...first, ...second].map(circleText));
      for (const one of there) said.delete(circleText(one));
      const left = (await exportedAbout(other)).circles ?? [];
      expect(new Set(left.map(circleText))).toEqual(said);
      for (const one of [database, copy, other]) one.close();
    }),
    { numRuns: 60 },
  );
});

const HEAD = {
  format: "tielight-history",
  version: 1,
  exportedAt: START,
  owner: OWNER,
  coverage: { archives: [] },
};
const ADA = {
  aliases: ["slug:ada-example"],
  name: { value: "Ada", at: START },
  career: [],
  choices: {},
  interactions: [],
  deleted: [],
  visits: [],
};

test("a file from before exports told where the owner worked is still read", async () => {
  const { history, problem } = historyInText(JSON.stringify({ ...HEAD, people: [ADA] }));
  expect(problem).toBeUndefined();
  const database = await emptyHistory();
  expect(await restoreHistory(answeredFrom(database), history!, () => undefined)).toEqual({
    people: 1,
    interactions: 0,
  });
  expect((await storedOwnCompanies(database)).size).toBe(0);
  database.close();
});

test("a file with keys that reach for prototypes, or with unknown ones, is refused and not merged", () => {
  const people = `[${JSON.stringify(ADA).slice(0, -1)},"__proto__":{"polluted":true}}]`;
  const text = `${JSON.stringify(HEAD).slice(0, -1)},"people":${people}}`;
  expect(historyInText(text).problem).toMatchObject({ code: "malformed" });
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  expect(
    historyInText(JSON.stringify({ ...HEAD, people: [{ ...ADA, more: 1 }] })).problem,
  ).toMatchObject({
    code: "malformed",
    place: "people.0.more",
  });
});

test("a moment that is none, or an interval that ends before it begins, is refused with its place", () => {
  const bad = { kind: "message", direction: "in", from: 5, to: 4, sources: ["page"] };
  const text = JSON.stringify({ ...HEAD, people: [{ ...ADA, interactions: [bad] }] });
  expect(historyInText(text).problem).toEqual({
    code: "malformed",
    place: "people.0.interactions.0",
  });
});

test("CSV has one interaction a line, ISO dates and CR LF", async () => {
  const database = await emptyHistory();
  await record(database, [messageFromAda(1)], countedIds(), START);
  const text = (await csvExport(answeredFrom(database)))?.join("") ?? "";
  expect(text.startsWith("\uFEFFname,profile,")).toBe(true);
  expect(text.split("\r\n")[1]).toBe(
    "Ada Example,https://www.linkedin.com/in/ada-example/,,,,message,in,2024-01-02T00:00:00.000Z,2024-01-02T00:00:00.000Z,,2-abc,page,,",
  );
});

test.each(["=1+1", "+1", "-1", "@cmd", "\tx", "\rx", "\nx", "＝1", "＋1", "－1", "＠x"])(
  "a cell that a spreadsheet could take for a formula is defused: %j",
  (cell) => {
    const [row] = Papa.parse<string[]>(csvText([[cell]]).trimEnd()).data;
    expect(row?.[0]).toBe(`'${cell}`);
  },
);

test("any text survives CSV, but for the apostrophe before formulas", () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: "grapheme" }), {
        minLength: CSV_COLUMNS.length,
        maxLength: CSV_COLUMNS.length,
      }),
      (cells) => {
        const [row] = Papa.parse<string[]>(csvText([cells]), { newline: "\r\n" }).data;
        expect(
          row?.map((cell, index) => (cell === `'${cells[index]}` ? cells[index] : cell)),
        ).toEqual(cells);
      },
    ),
    { numRuns: 500 },
  );
});
