/**
 * Sealed backups: what is sealed comes out again, a wrong passphrase and damage are told from each other, and nothing that was changed is taken
 * for what was written.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import { backupName, checkInName } from "../../../src/exchange/backup/backup-name.ts";
import { gzipped } from "../../../src/exchange/backup/gzip.ts";
import { chosenFile, unsealedLines } from "../../../src/exchange/backup/opened-backup.ts";
import { suggestedPassphrase } from "../../../src/exchange/backup/passphrase.ts";
import { sealed, unsealed } from "../../../src/exchange/backup/sealed-file.ts";
import { runs } from "../../effort.ts";

/** Little work, so that a test takes milliseconds. */
const LIGHT = 4;
const PASSPHRASE = "a b c, caf\u00E9";

/** Lines that gzip makes little of, over several parts of a sealed file. */
const LINES = Array.from({ length: 45_000 }, (_, place) =>
  ((place * 2_654_435_761) % 4_294_967_296).toString(36).repeat(2),
).join("\n");

const SEALED = gzipped(new Blob([LINES])).then((packed) => sealed(packed, PASSPHRASE, LIGHT));
const bytesOf = async (file: Blob) => new Uint8Array(await file.arrayBuffer());
const opened = (file: Blob, passphrase = PASSPHRASE) => unsealedLines(file, passphrase, unsealed);

test("what is sealed comes out again, by its passphrase in either form of Unicode", async () => {
  const { file, check } = await SEALED;
  expect(file.size).toBeGreaterThan(3 * 65_536);
  for (const form of ["NFC", "NFD"]) {
    const result = await opened(file, PASSPHRASE.normalize(form));
    expect("lines" in result && (await result.lines.text())).toBe(LINES);
  }
  const name = backupName("2026-05-20", check);
  expect(await chosenFile(file, name)).toEqual({ kind: "sealed" });
});

test("a wrong passphrase is called so", async () => {
  const { file } = await SEALED;
  expect(await opened(file, "another one")).toEqual({ problem: "wrong-passphrase" });
});

test("the check of the header is found in a name, whatever was put around it", () => {
  expect(checkInName("tielight-2026-05-20-0f1e2d3c.jsonl.gz.age")).toBe("0f1e2d3c");
  expect(checkInName("Kopie von tielight-2026-05-20-0f1e2d3c (1).jsonl.gz.age")).toBe("0f1e2d3c");
  expect(checkInName("tielight-2026-05-20.jsonl.gz.age")).toBeUndefined();
});

test("damage of the first lines is told from a wrong passphrase, at every byte", async () => {
  const { file, check } = await SEALED;
  const name = backupName("2026-05-20", check);
  const bytes = await bytesOf(file);
  const end = new TextDecoder("latin1").decode(bytes).indexOf("\n", 120);
  for (let place = 0; place < end; place += 1) {
    const damaged = bytes.slice();
    damaged[place] = (damaged[place] ?? 0) ^ 1;
    const { kind } = await chosenFile(new Blob([damaged]), name);
    expect([place, kind]).toEqual([place, "damaged-seal"]);
  }
});

test("whatever is flipped, cut off, swapped or put in, nothing comes out that was not written", async () => {
  const { file } = await SEALED;
  const [bytes, other] = [
    await bytesOf(file),
    await bytesOf((await sealed(new Blob(["another"]), PASSPHRASE, LIGHT)).file),
  ];
  const written = await gzipped(new Blob([LINES])).then(bytesOf);
  const place = fc.nat(bytes.length - 1);
  const change = fc.oneof(
    fc.tuple(place, fc.integer({ min: 1, max: 255 })).map(([at, by]) => {
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ by;
      return changed;
    }),
    place.map((at) => bytes.slice(0, at)),
    fc.tuple(place, place).map(([at, from]) => {
      const changed = bytes.slice();
      changed.set(bytes.slice(from, from + 65_552).subarray(0, changed.length - at), at);
      return changed;
    }),
    place.map((at) => {
      const changed = bytes.slice();
      changed.set(other.subarray(0, changed.length - at), at);
      return changed;
    }),
  );
  await fc.assert(
    fc.asyncProperty(change, async (changed) => {
      const result = await unsealed(new Blob([changed]), PASSPHRASE);
      if (result.outcome !== "opened") return;
      const part = await bytesOf(result.file);
      const isPrefix = part.every((byte, at) => byte === written[at]);
      expect(isPrefix && part.length <= written.length).toBe(true);
      expect(result.isWhole).toBe(part.length === written.length);
    }),
    { numRuns: runs(300) },
  );
});

test("of a file that is damaged in the middle, what stands before the damage comes out", async () => {
  const { file } = await SEALED;
  const bytes = await bytesOf(file);
  bytes[200_000] = (bytes[200_000] ?? 0) ^ 1;
  const result = await opened(new Blob([bytes]));
  const text = "lines" in result ? await result.lines.text() : "";
  expect(text.length).toBeGreaterThan(100_000);
  expect(LINES.startsWith(text)).toBe(true);
});

test("a file that is sealed with a key is called so", async () => {
  const header = `age-encryption.org/v1\n-> X25519 YWJj\nYWJj\n--- ${"A".repeat(43)}\n`;
  expect(await chosenFile(new Blob([header]), "x.age")).toEqual({ kind: "other-seal" });
});

test("a suggested passphrase is four groups of signs that nobody takes for another one", () => {
  const some = Array.from({ length: 50 }, suggestedPassphrase);
  expect(new Set(some).size).toBe(50);
  for (const one of some) expect(one).toMatch(/^(?:[a-km-np-z2-9]{4}-){3}[a-km-np-z2-9]{4}$/);
});
