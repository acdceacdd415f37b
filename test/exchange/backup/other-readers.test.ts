/**
 * Sealed backups can be opened without Tielight: by a reader that shares no code with it, and by the program age where it is installed.
 */
import { spawn, spawnSync } from "node:child_process";
import { Buffer } from "node:buffer";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { canonicalJson } from "../../../src/exchange/canonical-json.ts";
import { bytesOfBase64 } from "../../../src/exchange/backup/base64.ts";
import { madeKey } from "../../../src/exchange/backup/folder-secret.ts";
import { gzipped } from "../../../src/exchange/backup/gzip.ts";
import { openingKey, sealedFor } from "../../../src/exchange/backup/key-sealed-file.ts";
import { unsealedLines } from "../../../src/exchange/backup/opened-backup.ts";
import { sealed, unsealed } from "../../../src/exchange/backup/sealed-file.ts";
import { historyLines } from "../../../src/exchange/write-history.ts";
import { HEAD } from "../arbitrary-records.ts";
import { linesOfFolderFile, linesOfSealed } from "./independent-reader.ts";

const PASSPHRASE = "caf\u00E9 h\u00FCtte 42";
const TEXT = `${canonicalJson(HEAD)}\n${historyLines([
  { kind: "settings", settings: { showRails: true } },
])}${"x".repeat(300_000)}\n`;

const made = gzipped(new Blob([TEXT]))
  .then((packed) => sealed(packed, PASSPHRASE))
  .then(async ({ file }) => Buffer.from(await file.arrayBuffer()));

test("a reader of a hundred lines that shares no code opens a sealed backup", async () => {
  const file = await made;
  expect(linesOfSealed(file, PASSPHRASE)).toEqual(TEXT.trimEnd().split("\n"));
  expect(() => linesOfSealed(file, "another")).toThrow(/authenticate/);
  for (const place of [100, 190, 250, file.length - 1]) {
    const damaged = Buffer.from(file);
    damaged[place] = (damaged[place] ?? 0) ^ 1;
    expect(() => linesOfSealed(damaged, PASSPHRASE)).toThrow(/authenticate|damaged/);
  }
});

const key = madeKey(PASSPHRASE);

/** A file of a sealed folder, sealed for two keys. */
const inFolder = Promise.all([key, madeKey("another passphrase", 1), gzipped(new Blob([TEXT]))])
  .then(async ([one, two, packed]) => {
    const keys = [two, one].map(async (made) => ({
      ...made,
      ...(await openingKey(bytesOfBase64(made.scalar))),
    }));
    return sealedFor(packed, (await Promise.all(keys)).reverse());
  })
  .then(async (file) => Buffer.from(await file.arrayBuffer()));

test("the same reader opens a file of a sealed folder with the passphrase alone", async () => {
  const file = await inFolder;
  expect(linesOfFolderFile(file, PASSPHRASE)).toEqual(TEXT.trimEnd().split("\n"));
  expect(() => linesOfFolderFile(file, "another")).toThrow(/authenticate/);
  const length = file.indexOf("\n", file.indexOf("--- ")) + 1;
  for (const place of [100, 190, length - 10, length + 3, length + 100, file.length - 1]) {
    const damaged = Buffer.from(file);
    damaged[place] = (damaged[place] ?? 0) ^ 1;
    expect(() => linesOfFolderFile(damaged, PASSPHRASE)).toThrow(/authenticate|damaged/);
  }
});

test("the work that a guess of the passphrase costs is 2^17", async () => {
  for (const file of [await made, Buffer.from((await key).file)])
    expect(file.toString("latin1").split("\n")[1]).toMatch(/^-> scrypt \S{22} 17$/);
});

/** Runs a program in a terminal that it makes. */
const TERMINAL = "script";

/** Runs the program age and types the passphrase whenever it asks. It asks on a terminal only, which another program makes. */
function age(folder: string, options: string): Promise<void> {
  const run = spawn(TERMINAL, ["-qec", `age ${options}`, "/dev/null"], { cwd: folder });
  run.stdout.on("data", (said: Buffer) => {
    if (/passphrase/i.test(said.toString())) run.stdin.write(`${PASSPHRASE}\n`);
  });
  return new Promise((resolve, reject) => {
    run.on("error", reject);
    run.on("close", (code) =>
      code === 0 ? resolve() : reject(new Error(`age ended with ${code}`)),
    );
  });
}

const isInstalled = ["age", TERMINAL].every(
  (program) => spawnSync(program, ["--version"]).status === 0,
);

// Where the program is not there and cannot be installed, `practice/install.mjs` has tried, nothing is claimed.
test.each(isInstalled ? ["age"] : [])(
  "the program %s opens a file of a sealed folder with the key that lies in the folder, and its passphrase",
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "tielight-age-"));
    try {
      writeFileSync(join(folder, "backup.age"), await inFolder);
      writeFileSync(join(folder, "key.age"), (await key).file);
      await age(folder, "-d -i key.age -o opened.gz backup.age");
      expect(gunzipSync(readFileSync(join(folder, "opened.gz"))).toString()).toBe(TEXT);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);

test.each(isInstalled ? ["age"] : [])(
  "the program %s opens what Tielight sealed, and the other way round",
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "tielight-age-"));
    try {
      writeFileSync(join(folder, "backup.age"), await made);
      await age(folder, "-d -o opened.gz backup.age");
      expect(gunzipSync(readFileSync(join(folder, "opened.gz"))).toString()).toBe(TEXT);

      writeFileSync(join(folder, "other.gz"), gzipSync(TEXT));
      await age(folder, "-p -o other.age other.gz");
      const file = new Blob([readFileSync(join(folder, "other.age"))]);
      const result = await unsealedLines(file, PASSPHRASE, unsealed);
      expect("lines" in result && (await result.lines.text())).toBe(TEXT);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
