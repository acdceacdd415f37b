import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ExportedRecord, recordId } from "../../src/domain/records/exported-history.ts";
import { canonicalJson } from "../../src/exchange/canonical-json.ts";
import type { HistoryReading } from "../../src/exchange/read-history.ts";
import { stagedRestore } from "../../src/exchange/restore-history.ts";
import { anyRecord, anyRecords, HEAD } from "./arbitrary-records.ts";
import { exportedText, restored, restoring } from "./invented-export.ts";
import { runs } from "../effort.ts";

/** What was read of a file that can be restored. */
function readingOf({ result }: Awaited<ReturnType<typeof restored>>): HistoryReading {
  if ("problem" in result) throw new Error(`Refused: ${JSON.stringify(result.problem)}`);
  return result.reading;
}

const inOrder = (records: readonly ExportedRecord[]) =>
  records.toSorted((a, b) => (recordId(a) < recordId(b) ? -1 : 1));

const note = (subject: `slug:${string}`, text: string): ExportedRecord => ({
  kind: "statement",
  statement: {
    subject,
    source: "hand",
    replica: "r1",
    version: 1,
    body: { notes: { n1: { value: text, time: [1, 0, "r1"] } } },
  },
});

const ADA = note("slug:ada", "likes boats");
const BEN = note("slug:ben", "plays chess");
const CLEO = note("slug:cleo", "moved to Rome");

/** The text of an export of three people with one line as `change` makes it. */
async function withLine(subject: string, change: (line: string) => string): Promise<string> {
  const lines = (await exportedText([ADA, BEN, CLEO])).split("\n");
  return lines.map((line) => (line.includes(`"${subject}"`) ? change(line) : line)).join("\n");
}

describe("an export", () => {
  test("comes back equal, and the export of what came back is the same text", async () => {
    await fc.assert(
      fc.asyncProperty(anyRecords, async (records) => {
        const text = await exportedText(records);
        const file = await restored(text);
        expect(readingOf(file)).toEqual({
          head: HEAD,
          records: records.length,
          setAside: [],
          setAsideCount: 0,
          hasSettings: records.some(({ kind }) => kind === "settings"),
          isWhole: true,
          isUnchanged: true,
        });
        expect(file.background.heads).toEqual([HEAD]);
        expect(file.background.records).toEqual(inOrder(records));
        expect(await exportedText(file.background.records)).toBe(text);
      }),
      { numRuns: runs(300) },
    );
  });

  test("has a head, one record a line in the order of their ids, and an end", async () => {
    const [head, ...lines] = (await exportedText([CLEO, ADA, BEN])).split("\n");
    expect(head).toBe(
      `{"exportedAt":${HEAD.exportedAt},"format":"tielight-history","owner":{"aliases":["slug:me-example"],"name":"Me Example"},"version":1}`,
    );
    expect(lines[0]).toBe(
      '{"body":{"notes":[{"key":"n1","time":[1,0,"r1"],"value":"likes boats"}]},"kind":"statement","replica":"r1","source":"hand","subject":"slug:ada","version":1}',
    );
    expect(lines.slice(1, 3).map((line) => /"slug:\w+"/.exec(line)?.[0])).toEqual([
      '"slug:ben"',
      '"slug:cleo"',
    ]);
    expect(lines[3]).toMatch(
      /^\{"crc32":"[\da-f]{8}","format":"tielight-history-end","records":3\}$/,
    );
    expect(lines.slice(4)).toEqual([""]);
  });

  test("that an editor saved with a byte order mark and other line ends comes back, marked as changed", async () => {
    const text = `\uFEFF${(await exportedText([ADA, BEN])).replaceAll("\n", "\r\n")}\r\n`;
    const file = await restored(text);
    expect(file.background.records).toEqual([ADA, BEN]);
    expect(readingOf(file)).toMatchObject({ setAsideCount: 0, isWhole: true, isUnchanged: false });
  });
});

describe("damage", () => {
  test("is never an error, and what is taken is what was written, or the file is marked", async () => {
    const observed = { setAside: 0, changed: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(
        // A history holds one record of each id: of two, neither would have a place in the order of the file.
        fc.uniqueArray(anyRecord, { minLength: 1, maxLength: 4, selector: recordId }),
        fc.constantFrom("replace", "insert", "remove", "cut", "repeat"),
        fc.nat(),
        fc.nat({ max: 255 }),
        async (records, how, where, byte) => {
          const original = new TextEncoder().encode(await exportedText(records));
          const place = where % original.length;
          const [before, after] = [original.subarray(0, place), original.subarray(place)];
          const mutated = new Uint8Array(
            how === "replace"
              ? [...before, byte, ...after.subarray(1)]
              : how === "insert"
                ? [...before, byte, ...after]
                : how === "remove"
                  ? [...before, ...after.subarray(1)]
                  : how === "cut"
                    ? before
                    : [...before, ...after, ...after],
          );
          const file = await restored(mutated);
          if ("problem" in file.result) {
            observed.refused += 1;
            expect(file.background.records).toEqual([]);
            return;
          }
          const reading = readingOf(file);
          if (reading.isWhole && reading.isUnchanged) {
            expect(await exportedText(file.background.records)).toBe(
              new TextDecoder().decode(original),
            );
            return;
          }
          if (reading.setAsideCount > 0) observed.setAside += 1;
          else observed.changed += 1;
        },
      ),
      { numRuns: runs(1000) },
    );
    // The property has met every outcome, and not one of them alone.
    expect(Math.min(observed.setAside, observed.changed, observed.refused)).toBeGreaterThan(20);
  });

  test("of one line costs this line, which is named, and nothing else", async () => {
    const file = await restored(
      await withLine("slug:ben", (line) => line.replace('"body"', '"body')),
    );
    expect(file.background.records).toEqual([ADA, CLEO]);
    expect(readingOf(file)).toMatchObject({
      records: 2,
      setAsideCount: 1,
      setAside: [{ line: 3, reason: "damaged", subject: "slug:ben" }],
      isWhole: true,
      isUnchanged: false,
    });
  });

  test("of the text of one line, by bytes that are no UTF-8, costs this line", async () => {
    const bytes = new TextEncoder().encode(await exportedText([ADA, BEN, CLEO]));
    const place = new TextDecoder().decode(bytes).indexOf("chess");
    bytes[place] = 0xff;
    const file = await restored(bytes);
    expect(file.background.records).toEqual([ADA, CLEO]);
    expect(readingOf(file).setAside).toEqual([{ line: 3, reason: "damaged", subject: "slug:ben" }]);
  });

  test("of a field is named with its place", async () => {
    const file = await restored(
      await withLine("slug:ben", (line) => line.replace('"time":[1,0', '"time":[1,-1')),
    );
    expect(file.background.records).toEqual([ADA, CLEO]);
    expect(readingOf(file).setAside).toEqual([
      { line: 3, reason: "malformed", subject: "slug:ben", place: "body.notes.0.time.1" },
    ]);
  });

  test("of a letter that no check can see is said by the checksum", async () => {
    const file = await restored(
      await withLine("slug:ben", (line) => line.replace("chess", "chest")),
    );
    expect(readingOf(file)).toMatchObject({ setAsideCount: 0, isWhole: true, isUnchanged: false });
  });

  test("that takes whole lines away is said by the count and the checksum", async () => {
    const text = (await exportedText([ADA, BEN, CLEO])).replace(/\{[^\n]*slug:ben[^\n]*\n/, "");
    expect(readingOf(await restored(text))).toMatchObject({ isWhole: true, isUnchanged: false });
  });

  test("of the count in the last line is said", async () => {
    const text = (await exportedText([ADA, BEN])).replace('"records":2', '"records":3');
    expect(readingOf(await restored(text))).toMatchObject({ isWhole: true, isUnchanged: false });
  });

  test("that nests a value without end is no error", async () => {
    const deep = "[".repeat(200_000);
    for (const value of [deep + "]".repeat(200_000), deep]) {
      const line = `{"kind":"settings","settings":{"a":${value}}}`;
      const file = await restored(`${canonicalJson(HEAD)}\n${line}\n`);
      expect(readingOf(file)).toMatchObject({ records: 0, setAsideCount: 1 });
    }
  });

  test("that cuts the file off leaves what is whole, and is said", async () => {
    const text = await exportedText([ADA, BEN, CLEO]);
    const file = await restored(text.slice(0, text.indexOf("chess")));
    expect(file.background.records).toEqual([ADA]);
    expect(readingOf(file)).toMatchObject({
      setAside: [{ line: 3, reason: "damaged" }],
      isWhole: false,
      isUnchanged: false,
    });
    // Also where the cut is between two lines.
    const [head, first] = text.split("\n");
    expect(readingOf(await restored(`${head}\n${first}\n`))).toMatchObject({
      setAsideCount: 0,
      isWhole: false,
      isUnchanged: false,
    });
  });

  test("that puts two exports into one file leaves the first", async () => {
    const text = await exportedText([ADA]);
    const file = await restored(text + (await exportedText([BEN])));
    expect(file.background.records).toEqual([ADA]);
    expect(readingOf(file)).toMatchObject({ setAsideCount: 3, isUnchanged: false });
    expect(readingOf(file).setAside[0]).toEqual({ line: 4, reason: "after-end" });
  });

  test("of every line is counted, and the first hundred lines are named", async () => {
    const lines = Array.from({ length: 250 }, () => "{}\n").join("");
    const reading = readingOf(await restored(`${canonicalJson(HEAD)}\n${lines}`));
    expect(reading.setAsideCount).toBe(250);
    expect(reading.setAside).toHaveLength(100);
  });
});

describe("a large person", () => {
  test("comes back: a note of 10,001 characters", async () => {
    const long = note("slug:ada", "x".repeat(10_001));
    const file = await restored(await exportedText([long, BEN]));
    expect(file.background.records).toEqual([long, BEN]);
  });

  test("comes back: 70 aliases", async () => {
    const links = Array.from({ length: 69 }, (_, place): ExportedRecord => ({
      kind: "link",
      link: {
        a: "number:1",
        b: `slug:alias-${String(place).padStart(2, "0")}`,
        source: "page",
        replica: "r1",
        version: 1,
        evidence: "address",
        firstAt: 1,
      },
    }));
    const file = await restored(await exportedText([...links, ADA]));
    expect(file.background.records).toHaveLength(70);
    expect(readingOf(file).setAsideCount).toBe(0);
  });

  test("is set aside and named beyond 32 MiB, and the rest comes in", async () => {
    const file = await restored(
      await withLine("slug:ben", (line) => line.replace("chess", "x".repeat(33 * 1024 * 1024))),
    );
    expect(file.background.records).toEqual([ADA, CLEO]);
    expect(readingOf(file).setAside).toEqual([
      { line: 3, reason: "too-long", subject: "slug:ben" },
    ]);
  });
});

describe("names of fields that reach for prototypes", () => {
  test.each([
    ["of a record", '"body"', '"__proto__":{"polluted":1},"body"'],
    ["of a body", '"notes"', '"__proto__":{"polluted":1},"notes"'],
    ["of a register", '"key"', '"__proto__":{"polluted":1},"key"'],
    ["written as an escape", '"key"', String.raw`"\u005f_proto__":{"polluted":1},"key"`],
    ["of another kind", '"body"', '"constructor":{"prototype":{"polluted":1}},"body"'],
  ])("%s are refused", async (_where, from, to) => {
    const file = await restored(await withLine("slug:ben", (line) => line.replace(from, to)));
    expect(file.background.records).toEqual([ADA, CLEO]);
    expect(readingOf(file).setAside[0]).toMatchObject({ reason: "malformed", subject: "slug:ben" });
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  test.each([
    '{"kind":"settings","settings":{"__proto__":{"polluted":1}}}',
    '{"kind":"settings","settings":{"mode":{"constructor":{"prototype":{"polluted":1}}}}}',
  ])("in settings are refused: %s", async (line) => {
    const file = await restored(`${canonicalJson(HEAD)}\n${line}\n`);
    expect(readingOf(file)).toMatchObject({ records: 0, setAsideCount: 1 });
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  test("are harmless as a tag or the key of a note, and come back", async () => {
    const tagged: ExportedRecord = {
      kind: "statement",
      statement: {
        subject: "slug:ada",
        source: "hand",
        replica: "r1",
        version: 1,
        body: { tags: Object.fromEntries([["__proto__", { value: true, time: [1, 0, "r1"] }]]) },
      },
    };
    const file = await restored(await exportedText([tagged]));
    const [record] = file.background.records;
    expect(canonicalJson(record)).toBe(canonicalJson(tagged));
    expect(canonicalJson(record)).toContain('"__proto__":{"time":[1,0,"r1"],"value":true}');
  });
});

describe("what is no export", () => {
  const bytes = (latin1: string) => Uint8Array.from(latin1, (one) => one.charCodeAt(0));
  const zip = (names: string) => bytes(`PK\u0003\u0004${"\0".repeat(2000)}${names}PK\u0005\u0006`);
  test.each([
    ["an empty file", "", { code: "other-file", file: "empty" }],
    ["an archive", zip("Basic/Connections.csv"), { code: "other-file", file: "archive" }],
    ["another ZIP", zip("holiday.jpg"), { code: "other-file", file: "zip" }],
    ["a JPEG", bytes("\u00FF\u00D8\u00FF\u00E0"), { code: "other-file", file: "picture" }],
    ["a PNG", bytes("\u0089PNG\r\n"), { code: "other-file", file: "picture" }],
    ["a HEIC", bytes("\0\0\0\u0018ftypheic"), { code: "other-file", file: "picture" }],
    [
      "a table of an archive",
      "First Name,Last Name,URL,Email Address\nAda,Sample,,\n",
      { code: "other-file", file: "table" },
    ],
    [
      "a table of an archive with notes above it",
      'Notes:\n"When exporting, some are missing."\n\nFirst Name,Last Name,URL\nAda,,\n',
      { code: "other-file", file: "table" },
    ],
    [
      "a table that Tielight wrote",
      "\uFEFFname,profile,company\r\nAda,,\r\n",
      { code: "other-file", file: "table" },
    ],
    ["a text", "Dear diary, today\n", { code: "other-file", file: "other" }],
    ["a list", "[]", { code: "other-file", file: "other" }],
    ["nothing but null", "null\n", { code: "other-file", file: "other" }],
    ["another format", '{"format":"something-else"}\n', { code: "other-file", file: "other" }],
    [
      "an export of a later version",
      '{"format":"tielight-history","version":2,"owner":7}\n',
      { code: "later-version", version: 2 },
    ],
    ["half of a head", '{"exportedAt":1,"format":"tielight-hi', { code: "cut-off" }],
    ["a head", `${canonicalJson(HEAD)}\n`, { code: "cut-off" }],
    ["a head without an end of the line", canonicalJson(HEAD), { code: "cut-off" }],
    [
      "an export without an owner",
      canonicalJson({ ...HEAD, owner: {} }),
      { code: "damaged-head", place: "owner.aliases" },
    ],
    [
      "an export with a damaged head",
      `${canonicalJson(HEAD).replace("}", "")}\n{}\n`,
      { code: "damaged-head" },
    ],
  ])("is refused for what it is: %s", async (_what, content, problem) => {
    const { result, background } = await restored(content);
    expect(result).toEqual({ problem });
    expect(background.records).toEqual([]);
    // What was begun is dropped.
    expect(background.cancelled).toHaveLength(background.heads.length);
  });
});

describe("staging", () => {
  test("gives parts of bounded size, in order, and says how far it is", async () => {
    const many = Array.from({ length: 1200 }, (_, place) =>
      note(`slug:person-${String(place).padStart(4, "0")}`, "met at a fair"),
    );
    const { background, shares } = await restored(await exportedText(many));
    expect(background.records).toEqual(many);
    expect(shares.length).toBeGreaterThanOrEqual(3);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });

  test("is dropped when the user stops it, and when the history refuses a part", async () => {
    const file = new Blob([await exportedText([ADA, BEN])]);
    const stopped = restoring();
    const reason = new Error("stopped");
    await expect(
      stagedRestore(stopped, file, () => undefined, AbortSignal.abort(reason)),
    ).rejects.toBe(reason);
    const full = restoring();
    const refusing = {
      ...full,
      stageRestore: async () => {
        throw new Error("full");
      },
    };
    await expect(
      stagedRestore(refusing, file, () => undefined, new AbortController().signal),
    ).rejects.toThrow("full");
    expect(full.cancelled).toEqual(["restore-1"]);
    expect(full.records).toEqual([]);
  });
});
