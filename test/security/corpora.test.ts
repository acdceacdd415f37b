/**
 * Archives with bytes changed at random: each is read to its end or refused with words for it, every row is accounted for, and what the
 * program itself is made of stays as it was. The seeds that once found a fault are kept and tried first.
 */
import { BlobReader, BlobWriter, ZipWriter } from "@zip.js/zip.js/lib/zip-core-native.js";
import fc from "fast-check";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readArchive } from "../../src/linkedin/archive/read-archive.ts";
import { ArchiveRefusal } from "../../src/linkedin/archive/files/refusal.ts";
import { runs } from "../effort.ts";

const FOLDER = "test/fixtures/archives";
const NOW = Date.UTC(2026, 10, 1);

/** Files of the fixtures: what a member's archive is made of. */
const FILES = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
  .map((file) => join(FOLDER, file))
  .filter((file) => file.endsWith(".csv"))
  .map((path) => ({ name: path.split(/[\\/]/).at(-1) ?? "", bytes: readFileSync(path) }));

/** What readers were seen to stumble over. */
const TOKENS = [
  '"',
  ",",
  "\r\n",
  "\u0000",
  "\uFEFF",
  "__proto__",
  "=1+1",
  "urn:li:activity:",
  "https://www.linkedin.com/in/",
  "9".repeat(400),
  "PK\u0003\u0004",
].map((text) => Buffer.from(text));

/** One change: what, where (as a share of the bytes), and which variant. */
const change = fc.record({
  what: fc.constantFrom("flip", "insert", "remove", "cut", "repeat"),
  where: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  variant: fc.nat({ max: 1000 }),
});

type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never;

function changed(bytes: Buffer, { what, where, variant }: Change): Buffer {
  const at = Math.floor(where * bytes.length);
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
  const token = TOKENS[variant % TOKENS.length] ?? Buffer.alloc(0);
  if (what === "flip") {
    const copy = Buffer.from(bytes);
    copy[at] = (copy[at] ?? 0) ^ (1 + (variant % 255));
    return copy;
  }
  if (what === "insert") return Buffer.concat([before, token, after]);
  if (what === "remove") return Buffer.concat([before, after.subarray(1 + (variant % 40))]);
  if (what === "cut") return Buffer.from(before);
  return Buffer.concat([before, after.subarray(0, 1 + variant), after]);
}

async function zipped(name: string, bytes: Buffer): Promise<Buffer> {
  const writer = new ZipWriter(new BlobWriter("application/zip"), { useWebWorkers: false });
  await writer.add(name, new BlobReader(new Blob([new Uint8Array(bytes)])), {
    lastModDate: new Date(2026, 3, 4, 12),
  });
  return Buffer.from(await (await writer.close()).arrayBuffer());
}

/** Cases that found a fault once: kept so that none comes back. None did so far. */
const KEPT: [{ file: number; isZipped: boolean; changes: Change[] }][] = [];

test("a changed archive is read or refused, and every row of it is accounted for", async () => {
  const met = { read: 0, refused: 0 };
  const before = JSON.stringify(Object.getOwnPropertyNames(Object.prototype));
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        file: fc.nat({ max: FILES.length - 1 }),
        isZipped: fc.boolean(),
        changes: fc.array(change, { minLength: 1, maxLength: 4 }),
      }),
      async ({ file, isZipped, changes }) => {
        const { name = "", bytes = Buffer.alloc(0) } = FILES[file] ?? {};
        const whole = isZipped ? await zipped(name, bytes) : bytes;
        const damaged = changes.reduce(changed, whole);
        const blob = new Blob([new Uint8Array(damaged)]);
        const reading = await readArchive([{ name: isZipped ? "archive.zip" : name, blob }], {
          now: NOW,
        }).catch((error: unknown) => {
          expect(error).toBeInstanceOf(ArchiveRefusal);
          met.refused += 1;
        });
        if (reading === undefined) return;
        for (const one of reading.files) {
          const left = one.skipped.reduce((sum, { count }) => sum + count, 0);
          expect(one.used + one.merged + one.ambiguous + left).toBe(one.rows);
          met[one.status === "read" ? "read" : "refused"] += 1;
        }
        for (const subject of reading.subjects)
          expect(subject).toMatch(/^(?:slug|member|number|name|post):/u);
        expect(JSON.stringify(Object.getOwnPropertyNames(Object.prototype))).toBe(before);
      },
    ),
    { numRuns: runs(300), examples: KEPT },
  );
  expect(Math.min(met.read, met.refused)).toBeGreaterThan(10);
});
