import fc from "fast-check";
import { expect, test } from "vitest";
import {
  filesToRead,
  folderFile,
  folderFileName,
  folderKeyId,
  folderKeyName,
  isLeftover,
  surplusFiles,
} from "../../../src/domain/backup/folder-files.ts";
import { runs } from "../../effort.ts";

const DAY = 86_400_000;
const dayText = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);
const COPY = "0f1e2d3c";

const named = (day: number, counter: number, copy = COPY, isSealed = false) => {
  const file = { day: dayText(day), copy, counter, check: "9a8b7c6d", isSealed };
  return { ...file, name: folderFileName(file) };
};

test.each([true, false])(
  "a name says what it said when it was made, also with words around it; sealed: %s",
  (isSealed) => {
    const file = named(20_000, 12, COPY, isSealed);
    expect(folderFile(file.name)).toEqual(file);
    for (const name of [
      `Copy of ${file.name}`,
      file.name.replace(".jsonl", " (conflicted copy 2026-05-20).jsonl"),
      `${file.name}.part`,
    ])
      expect(folderFile(name)).toEqual({ ...file, name });
  },
);

test("what is no file of a copy is left alone", () => {
  const { name } = named(20_000, 12);
  for (const other of ["notes.txt", "tielight-2026-05-20.jsonl.gz", `${name}.crswap`])
    expect(folderFile(other)).toBeUndefined();
  expect(isLeftover(`${name}.crswap`, COPY)).toBe(true);
  expect(isLeftover(`${name}.crswap`, "11111111")).toBe(false);
  expect(isLeftover(name, COPY)).toBe(false);
});

test("the key of a sealed folder is known by its name, also with words around it", () => {
  const name = folderKeyName("0f1e2d3c");
  for (const one of [name, `Copy of ${name}`, name.replace(".age", " (1).age")]) {
    expect(folderKeyId(one)).toBe("0f1e2d3c");
    expect(folderFile(one)).toBeUndefined();
  }
  for (const other of [named(1, 1, COPY, true).name, `${name}.crswap`, "tielight-key-.age"])
    expect(folderKeyId(other)).toBeUndefined();
});

test("of each other copy the newest comes first, and a file that is there twice comes once, by its own name", () => {
  const [one, two] = [named(1, 1, "aaaaaaaa"), named(2, 2, "aaaaaaaa")];
  const twice = { ...two, name: `Copy of ${two.name}` };
  const other = named(3, 7, "bbbbbbbb");
  const own = named(4, 9);
  expect(filesToRead([own, one, twice, other, two], new Set([COPY]), {})).toEqual([
    [two, one],
    [other],
  ]);
  expect(filesToRead([one, two, other], new Set(), { aaaaaaaa: 2, bbbbbbbb: 6 })).toEqual([
    [other],
  ]);
});

const written = fc
  .uniqueArray(fc.integer({ min: 0, max: 900 }), { maxLength: 200 })
  .map((days) => days.sort((a, b) => a - b).map((day, place) => named(20_000 + day, place + 1)));

test("what is kept are the newest files of 7 days, 4 weeks and 12 months, always the newest of all, and thinning again takes nothing", () => {
  fc.assert(
    fc.property(written, (files) => {
      const surplus = new Set(surplusFiles(files, COPY));
      const left = files.filter((file) => !surplus.has(file));
      if (files.length > 0) expect(left).toContain(files.at(-1));
      for (const newest of files.slice(-7)) expect(left).toContain(newest);
      const months = new Set(files.map(({ day }) => day.slice(0, 7)));
      const kept = new Set(left.map(({ day }) => day.slice(0, 7)));
      for (const month of [...months].slice(-12)) expect(kept).toContain(month);
      expect(left.length).toBeLessThanOrEqual(7 + 4 + 12);
      expect(surplusFiles(left, COPY)).toEqual([]);
    }),
    { numRuns: runs(500) },
  );
});

test("thinning after every file leaves the same as thinning at the end, in days, weeks and months of which something is left", () => {
  fc.assert(
    fc.property(written, (files) => {
      let left: typeof files = [];
      for (const file of files) {
        const all = [...left, file];
        const surplus = new Set(surplusFiles(all, COPY));
        left = all.filter((one) => !surplus.has(one));
      }
      const surplus = new Set(surplusFiles(files, COPY));
      expect(left).toEqual(files.filter((one) => !surplus.has(one)));
    }),
    { numRuns: runs(300) },
  );
});

test("files of others, and files that a program renamed, are never removed", () => {
  const files = Array.from({ length: 60 }, (_, place) => named(20_000 + place, place + 1));
  const renamed = files.map((file) => ({ ...file, name: `Copy of ${file.name}` }));
  const others = files.map((file) => named(20_000, file.counter, "bbbbbbbb"));
  for (const file of surplusFiles([...files, ...renamed, ...others], COPY))
    expect(files).toContain(file);
});
