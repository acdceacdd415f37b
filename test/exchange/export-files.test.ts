import "fake-indexeddb/auto";
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { CSV_COLUMNS, csvExport, csvText, jsonExport } from "../../src/exchange/export-files.ts";
import { historyInText, restoreHistory } from "../../src/exchange/restore-file.ts";
import type { Asked, PageQuestions } from "../../src/messages.ts";
import { storedCounts } from "../../src/storage/about.ts";
import { openHistory, type HistoryDatabase } from "../../src/storage/database.ts";
import { exportedPeople } from "../../src/storage/export.ts";
import { record, restore } from "../../src/storage/record.ts";
import { anySighting, countedIds, messageFromAda, START } from "../storage/sightings.ts";

const OWNER = { aliases: ["slug:me-example" as const], name: "Me Example" };
let count = 0;

/** The questions that files need, answered from a database without a background in between. */
function answeredFrom(database: HistoryDatabase): Asked<PageQuestions> {
  const answers: Partial<Asked<PageQuestions>> = {
    exportHead: () =>
      Promise.resolve({
        format: "tielight-history",
        version: 1,
        exportedAt: START,
        owner: OWNER,
        coverage: { archives: [] },
      }),
    exportPeople: ({ after, atMost }) => exportedPeople(database, after, atMost),
    restoreHead: () => Promise.resolve(),
    restorePeople: async (people) => {
      await restore(database, people, countedIds(), START);
      return storedCounts(database);
    },
  };
  return answers as Asked<PageQuestions>;
}

const emptyHistory = () => openHistory(`files-${++count}`);

test("the JSON export is valid by its schema and holds everything, message text excepted", async () => {
  const schema: unknown = JSON.parse(
    readFileSync("src/exchange/exported-history.schema.json", "utf8"),
  );
  const valid = new Ajv2020({ strict: true }).compile(schema as object);
  await fc.assert(
    fc.asyncProperty(fc.array(anySighting, { maxLength: 10 }), async (sightings) => {
      const database = await emptyHistory();
      await record(database, [messageFromAda(3), ...sightings], countedIds(), START);
      const text = (await jsonExport(answeredFrom(database)))?.join("") ?? "";
      expect(valid(JSON.parse(text)), JSON.stringify(valid.errors)).toBe(true);
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
  expect((await jsonExport(answeredFrom(copy)))?.join("")).toBe(text);
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
