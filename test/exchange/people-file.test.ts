import Papa from "papaparse";
import { expect, test } from "vitest";
import type { PersonId } from "../../src/domain/person/person.ts";
import { type ExportKind, filePreview, peopleFile } from "../../src/exchange/people-file.ts";
import { asking, DAY, invented, message, NOW, OPTIONS } from "./people/exported.ts";

const NEVER = new AbortController().signal;
const COUNT = 30_000;

const many = Array.from({ length: COUNT }, (_, place) =>
  invented({
    id: `p${place}`,
    name: `Person ${place % 20_000}`,
    company: `Company ${place % 900}`,
    choices: place % 3 === 0 ? { reminders: [{ id: "r", at: NOW }], tags: ["some"] } : {},
    interactions: [message(NOW - (place % 900) * DAY), message(NOW - (place % 700) * DAY)],
  }),
);
const idsOf = (count: number): readonly PersonId[] => many.slice(0, count).map(({ id }) => id);

const COUNTS: readonly (readonly [kind: ExportKind, each: string, count: number])[] = [
  ["people-csv", "\r\n", COUNT + 1],
  ["interactions-csv", "\r\n", 2 * COUNT + 1],
  ["vcard-4", "BEGIN:VCARD", COUNT],
  ["vcard-3", "BEGIN:VCARD", COUNT],
  ["calendar", "BEGIN:VEVENT", COUNT / 3],
  ["vault", "PK\u0003\u0004", COUNT + 900 + 1],
];

test.each(COUNTS)(
  "30,000 people as %s come in small parts, and all are there",
  async (kind, each, expected) => {
    const ask = asking(many);
    const progress: number[] = [];
    const wanted = { kind, ids: undefined, options: OPTIONS };
    const file = await peopleFile(ask, wanted, (people) => progress.push(people), NEVER);
    const text = Buffer.from(await file.arrayBuffer()).toString("latin1");
    expect(text.split(each)).toHaveLength(expected + 1);
    expect(progress.at(-1)).toBe(COUNT);
    expect(progress.length).toBeGreaterThan(100);
    expect(ask.largest).toBeLessThanOrEqual(100);
  },
  60_000,
);

test.each([20, 2000])(
  "of a view of %d people these are in the file and nobody else",
  async (count) => {
    const ids = idsOf(count).toReversed();
    for (const kind of ["people-csv", "interactions-csv"] as const) {
      const file = await peopleFile(asking(many), { kind, ids, options: OPTIONS }, () => {}, NEVER);
      const { data } = Papa.parse<Record<string, string>>(await file.text(), {
        header: true,
        skipEmptyLines: true,
      });
      const profiles = data.map(({ profile }) => profile);
      expect(new Set(profiles).size).toBe(count);
      // A table of people has the order of the view.
      if (kind === "people-csv")
        expect(profiles).toEqual(ids.map((id) => `https://www.linkedin.com/in/${id}/`));
    }
  },
);

test("a file that is cancelled ends at the next part", async () => {
  const cancelled = new AbortController();
  const progress: number[] = [];
  const file = peopleFile(
    asking(many),
    { kind: "vault", ids: undefined, options: OPTIONS },
    (people) => {
      progress.push(people);
      if (progress.length === 2) cancelled.abort();
    },
    cancelled.signal,
  );
  await expect(file).rejects.toThrow("abort");
  expect(progress).toHaveLength(2);
});

test("a preview asks for a few people alone, but a calendar counts the days of all", async () => {
  const ids = idsOf(900);
  for (const [kind] of COUNTS) {
    let asked = 0;
    const { exportChosen, exportPeople } = asking(many);
    const ask = {
      exportPeople,
      exportChosen: (about: Parameters<typeof exportChosen>[0]) => {
        asked += about.ids.length;
        return exportChosen(about);
      },
    };
    const { lines, events } = await filePreview(ask, { kind, ids, options: OPTIONS }, NEVER);
    expect(lines.split("\n").length).toBeGreaterThan(2);
    expect(lines.split("\n").length).toBeLessThanOrEqual(12);
    expect(events).toBe(kind === "calendar" ? 300 : undefined);
    if (kind !== "calendar") expect(asked).toBeLessThanOrEqual(6);
  }
});
