import fc from "fast-check";
import Papa from "papaparse";
import { expect, test } from "vitest";
import type { ExportedPerson } from "../../src/domain/records/exported-history.ts";
import { CSV_COLUMNS, csvFile, csvText } from "../../src/exchange/csv-file.ts";
import { runs } from "../effort.ts";

const DAY = Date.UTC(2024, 0, 2);

const ADA: ExportedPerson = {
  aliases: ["member:ACoAAx", "slug:ada-example"],
  name: { value: "Ada Example", at: DAY },
  career: [{ company: "Tin Whistle", title: "Engineer", at: DAY, until: DAY }],
  choices: {
    tags: ["boats", "friend"],
    notes: [
      { id: "n1", text: "met in Rome", at: 1 },
      { id: "n2", text: "likes tea", at: 2 },
    ],
  },
  interactions: [
    { kind: "message", direction: "in", from: DAY, to: DAY, ref: "2-abc", sources: ["page"] },
    {
      kind: "connected",
      direction: "both",
      from: DAY,
      to: DAY + 1000,
      sources: ["archive:a", "page"],
    },
  ],
  visits: [],
};

/** Known by a name alone. */
const BEN: ExportedPerson = {
  aliases: [],
  name: { value: "Ben Example", at: DAY },
  career: [],
  choices: {},
  interactions: [],
  visits: [],
};

const written = async (people: readonly ExportedPerson[], inPart: number): Promise<string> => {
  const file = await csvFile(
    {
      exportPeople: async ({ after = "0" }) => {
        const start = Number(after);
        return {
          people: people.slice(start, start + inPart),
          ...(start + inPart < people.length && { next: String(start + inPart) }),
        };
      },
    },
    new AbortController().signal,
  );
  // `text` leaves the byte order mark out.
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(await file.arrayBuffer());
};

test.each([1, 2, 50])(
  "a table has one interaction a line, ISO dates and CR LF, also in parts of %d people",
  async (inPart) => {
    const lines = (await written([ADA, BEN], inPart)).split("\r\n");
    expect(lines).toEqual([
      `\uFEFF${CSV_COLUMNS.join(",")}`,
      'Ada Example,https://www.linkedin.com/in/ada-example/,Tin Whistle,Engineer,,message,in,2024-01-02T00:00:00.000Z,2024-01-02T00:00:00.000Z,,2-abc,page,"boats, friend","met in Rome\n\nlikes tea"',
      'Ada Example,https://www.linkedin.com/in/ada-example/,Tin Whistle,Engineer,,connected,both,2024-01-02T00:00:00.000Z,2024-01-02T00:00:01.000Z,,,archive:a page,"boats, friend","met in Rome\n\nlikes tea"',
      "Ben Example,,,,,,,,,,,,,",
      "",
    ]);
  },
);

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
    { numRuns: runs(500) },
  );
});
