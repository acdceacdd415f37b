/**
 * Files of a sealed folder: the library for the format opens what we seal and the other way round, any one file is enough with the
 * passphrase, and nothing that was changed is taken for what was written.
 */
import { Decrypter, Encrypter } from "age-encryption";
import { bech32 } from "@scure/base";
import fc from "fast-check";
import { expect, test } from "vitest";
import { bytesOfBase64 } from "../../../src/exchange/backup/base64.ts";
import { keyFile, LONGEST_KEY } from "../../../src/exchange/backup/folder-key.ts";
import {
  madeKey,
  openedKeys,
  type SecretKey,
  unsealedFile,
} from "../../../src/exchange/backup/folder-secret.ts";
import {
  openedByKeys,
  openingKey,
  sealedFor,
} from "../../../src/exchange/backup/key-sealed-file.ts";
import { chosenFile } from "../../../src/exchange/backup/opened-backup.ts";
import { runs } from "../../effort.ts";

/** Little work, so that a test takes milliseconds. */
const LIGHT = 4;
const PASSPHRASE = "a b c, caf\u00E9";

const pair = async (key: SecretKey) => ({
  ...key,
  ...(await openingKey(bytesOfBase64(key.scalar))),
});
const identityOf = ({ scalar }: SecretKey): string =>
  bech32.encodeFromBytes("AGE-SECRET-KEY-", bytesOfBase64(scalar)).toUpperCase();

const KEY = madeKey(PASSPHRASE, LIGHT).then(pair);
const OTHER = madeKey("another one", LIGHT).then(pair);

const random = (length: number): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length }, (_, place) => (place * 2_654_435_761) >>> 13);
const bytesOf = async (file: Blob) => new Uint8Array(await file.arrayBuffer());

const CHUNK = 65_536;
/** Around the ends of chunks. */
const LENGTHS = [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 150_000];

test.each(LENGTHS)("%i bytes come out again, by our reader and by the library", async (length) => {
  const [key, other] = await Promise.all([KEY, OTHER]);
  const written = random(length);
  const file = await sealedFor(new Blob([written]), [key, other]);
  for (const one of [key, other]) {
    const opened = await openedByKeys(file, [one]);
    expect(opened).toMatchObject({ outcome: "opened", isWhole: true });
    if (opened.outcome === "opened") expect(await bytesOf(opened.file)).toEqual(written);
    const library = new Decrypter();
    library.addIdentity(identityOf(one));
    expect(await library.decrypt(await bytesOf(file))).toEqual(written);
  }
});

test.each(LENGTHS)(
  "what the library seals for a key, our reader opens: %i bytes",
  async (length) => {
    const [key, other] = await Promise.all([KEY, OTHER]);
    const library = new Encrypter();
    for (const { recipient } of [other, key])
      library.addRecipient(bech32.encodeFromBytes("age", recipient));
    const file = new Blob([(await library.encrypt(random(length))) as Uint8Array<ArrayBuffer>]);
    const opened = await openedByKeys(file, [key]);
    expect(opened).toMatchObject({ outcome: "opened", isWhole: true });
    if (opened.outcome === "opened") expect(await bytesOf(opened.file)).toEqual(random(length));
  },
);

test("a key that a file is not sealed for does not open it, and the passphrases of its keys stand in it", async () => {
  const [key, other] = await Promise.all([KEY, OTHER]);
  const file = await sealedFor(new Blob(["said"]), [key]);
  expect(await openedByKeys(file, [other])).toMatchObject({ outcome: "other-key" });
  expect(await chosenFile(file, "any.age")).toEqual({ kind: "sealed" });
  expect(await unsealedFile(file, "another one")).toEqual({ outcome: "wrong-passphrase" });
  const both = await sealedFor(new Blob(["said"]), [key, other]);
  for (const [of, passphrase] of [
    [file, PASSPHRASE],
    [both, PASSPHRASE],
    [both, "another one"],
  ] as const) {
    const opened = await unsealedFile(of, passphrase);
    expect(opened).toMatchObject({ outcome: "opened", isWhole: true });
    if (opened.outcome === "opened") expect(await opened.file.text()).toBe("said");
  }
});

test("a key opens with its passphrase alone, and damage of its file is told from a wrong passphrase, at every byte", async () => {
  const { id, file, scalar } = await KEY;
  expect(await openedKeys([{ id, file }], "another one")).toEqual([]);
  expect(await openedKeys([{ id, file }], PASSPHRASE)).toEqual([{ id, file, scalar }]);
  expect(await keyFile(id, file)).toEqual({ id, file });
  for (let place = 0; place < file.length; place += 1) {
    const damaged = file.slice();
    damaged[place] = (damaged[place] ?? 0) ^ 1;
    expect(await keyFile(id, damaged)).toBeUndefined();
    expect(await keyFile(id, file.slice(0, place))).toBeUndefined();
  }
  expect(await keyFile(id, new Uint8Array(LONGEST_KEY + 1))).toBeUndefined();
});

test("a key that would cost more memory than any of ours is none", async () => {
  const costly = new TextEncoder().encode(
    `age-encryption.org/v1\n-> scrypt ${"A".repeat(22)} 20\n${"A".repeat(43)}\n--- ${"A".repeat(43)}\n`,
  );
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", costly)).subarray(0, 4);
  const id = [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  expect(await keyFile(id, costly)).toBeUndefined();
});

test("damage of every key in a file is told from a wrong passphrase", async () => {
  const file = await bytesOf(await sealedFor(new Blob(["said"]), [await KEY]));
  const text = new TextDecoder("latin1").decode(file);
  const [start, end] = [text.indexOf("-> tielight-key"), text.indexOf("---")];
  for (let place = text.indexOf("\n", start) + 1; place < end - 1; place += 1) {
    const damaged = file.slice();
    damaged[place] = damaged[place] === 65 ? 66 : 65;
    if (damaged[place] === file[place]) continue;
    expect([place, await chosenFile(new Blob([damaged]), "any.age")]).toEqual([
      place,
      { kind: "damaged-seal" },
    ]);
  }
});

test("where one of two keys in a file is damaged and the other does not open, damage is told and no wrong passphrase", async () => {
  const both = await sealedFor(new Blob(["said"]), [await KEY, await OTHER]);
  expect(await unsealedFile(both, "neither")).toEqual({ outcome: "wrong-passphrase" });
  const bytes = await bytesOf(both);
  const text = new TextDecoder("latin1").decode(bytes);
  const place = text.indexOf("\n", text.lastIndexOf("-> tielight-key")) + 1;
  const damaged = bytes.slice();
  damaged[place] = damaged[place] === 65 ? 66 : 65;
  for (const passphrase of ["another one", "neither"])
    expect(await unsealedFile(new Blob([damaged]), passphrase)).toEqual({ outcome: "damaged" });
});

test("a file whose header was changed is not opened, at any byte", async () => {
  const key = await KEY;
  const bytes = await bytesOf(await sealedFor(new Blob(["said"]), [key]));
  const text = new TextDecoder("latin1").decode(bytes);
  const end = text.indexOf("\n", text.indexOf("\n--- ") + 1);
  for (let place = 0; place < end; place += 1) {
    const changed = bytes.slice();
    changed[place] = (changed[place] ?? 0) ^ 1;
    const { outcome } = await openedByKeys(new Blob([changed]), [key]);
    expect([place, outcome]).not.toEqual([place, "opened"]);
  }
});

test("whatever is flipped, cut off, swapped or put in, by neither reader does anything come out that was not written", async () => {
  const key = await KEY;
  const written = random(200_000);
  const bytes = await bytesOf(await sealedFor(new Blob([written]), [key]));
  const other = await bytesOf(await sealedFor(new Blob([random(200_000).reverse()]), [key]));
  const text = new TextDecoder("latin1").decode(bytes);
  const payload = text.indexOf("\n", text.indexOf("\n--- ") + 1) + 1;
  const place = fc.oneof(fc.nat(bytes.length - 1), fc.nat(payload + 20));
  const chunk = fc.nat(3).map((at) => payload + 16 + at * (CHUNK + 16));
  const change = fc.oneof(
    fc.tuple(place, fc.integer({ min: 1, max: 255 })).map(([at, by]) => {
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ by;
      return changed;
    }),
    place.map((at) => bytes.slice(0, at)),
    // Cut off at the end of a chunk.
    chunk.map((at) => bytes.slice(0, at)),
    // A chunk put in the place of another one.
    fc.tuple(chunk, chunk).map(([at, from]) => {
      const changed = bytes.slice();
      changed.set(bytes.slice(from, from + CHUNK + 16).subarray(0, changed.length - at), at);
      return changed;
    }),
    // A chunk of another file, and the end of another file.
    fc.tuple(chunk, chunk).map(([at, from]) => {
      const changed = bytes.slice();
      changed.set(other.slice(from, from + CHUNK + 16).subarray(0, changed.length - at), at);
      return changed;
    }),
    place.map((at) => {
      const changed = bytes.slice();
      changed.set(other.subarray(0, changed.length - at), at);
      return changed;
    }),
  );
  await fc.assert(
    fc.asyncProperty(change, fc.boolean(), async (changed, byPassphrase) => {
      const file = new Blob([changed]);
      const result = byPassphrase
        ? await unsealedFile(file, PASSPHRASE)
        : await openedByKeys(file, [key]);
      if (result.outcome !== "opened") return;
      const part = await bytesOf(result.file);
      const isPrefix = (of: Uint8Array) => part.every((byte, at) => byte === of[at]);
      expect(isPrefix(written) || isPrefix(random(200_000).reverse())).toBe(true);
      expect(result.isWhole).toBe(part.length === written.length);
    }),
    { numRuns: runs(300) },
  );
});
