/**
 * Sealing files for keys, in the age format: https://age-encryption.org/v1, with X25519. The library for that format has as much to prepare
 * at each start of the background as the rest of it; this part of the format needs one cipher besides what browsers know.
 */
import { chacha20poly1305 } from "@noble/ciphers/chacha.js";
import { type AgeHeader, ageHeader, type Stanza } from "./age-header.ts";
import { base64, bytesOfBase64 } from "./base64.ts";
import { KEY_BYTES, type KeyFile, keyStanza } from "./folder-key.ts";
import type { ReadPart } from "./read-stream.ts";

const CHUNK_BYTES = 64 * 1024;
const TAG_BYTES = 16;
const FILE_KEY_BYTES = 16;
const NONCE_BYTES = 16;
const X25519 = "X25519";
const X25519_INFO = "age-encryption.org/v1/X25519";

/** What stands before the 32 bytes of a secret half in the one form in which browsers take it (RFC 8410). */
const PKCS8 = [48, 46, 2, 1, 0, 48, 5, 6, 3, 43, 101, 110, 4, 34, 4, 32] as const;

/** The point that every public half is a multiple of (RFC 7748). */
const BASE = Uint8Array.from({ length: KEY_BYTES }, (_, place) => (place === 0 ? 9 : 0));

type Bytes = Uint8Array<ArrayBuffer>;

/** A key that files are sealed for. */
export interface SealingKey extends KeyFile {
  /** The public half. */
  readonly recipient: Bytes;
}

/** A key that opens files. */
export interface OpeningKey {
  readonly recipient: Bytes;
  /** The secret half, which nobody can read out. */
  readonly secret: CryptoKey;
}

const encoder = new TextEncoder();

const joined = (...parts: readonly Uint8Array[]): Bytes => {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let place = 0;
  for (const part of parts) {
    all.set(part, place);
    place += part.length;
  }
  return all;
};

async function derived(key: Bytes, salt: Bytes, info: string): Promise<Bytes> {
  const from = await crypto.subtle.importKey("raw", key, "HKDF", false, ["deriveBits"]);
  const how = { name: "HKDF", hash: "SHA-256", salt, info: encoder.encode(info) };
  return new Uint8Array(await crypto.subtle.deriveBits(how, from, KEY_BYTES * 8));
}

async function sharedWith(secret: CryptoKey, point: Bytes): Promise<Bytes> {
  const other = await crypto.subtle.importKey("raw", point, X25519, false, []);
  const bits = await crypto.subtle.deriveBits({ name: X25519, public: other }, secret, 256);
  return new Uint8Array(bits);
}

/** A key out of its secret half. @throws DOMException `NotSupportedError` in browsers that are too old: Chrome can since 133 */
export async function openingKey(scalar: Bytes): Promise<OpeningKey> {
  const form = joined(Uint8Array.from(PKCS8), scalar);
  const secret = await crypto.subtle.importKey("pkcs8", form, X25519, false, ["deriveBits"]);
  return { secret, recipient: await sharedWith(secret, BASE) };
}

const ZERO_NONCE = new Uint8Array(12);

/** The key of a file, sealed for a key. */
async function stanzaFor({ recipient }: SealingKey, fileKey: Bytes): Promise<Stanza> {
  const { secret, recipient: share } = await openingKey(
    crypto.getRandomValues(new Uint8Array(KEY_BYTES)),
  );
  const shared = await sharedWith(secret, recipient);
  const key = await derived(shared, joined(share, recipient), X25519_INFO);
  const body = chacha20poly1305(key, ZERO_NONCE).encrypt(fileKey) as Bytes;
  return { args: [X25519, base64(share)], body };
}

/** The checksum of a header. */
async function checksumOf(summed: string, fileKey: Bytes): Promise<Bytes> {
  const raw = await derived(fileKey, new Uint8Array(0), "header");
  const hmac = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", raw, hmac, false, ["sign"]);
  return new Uint8Array(await crypto.subtle.sign("HMAC", key, encoder.encode(summed)));
}

/** In lines of 64 signs, the last of which is shorter. */
const bodyLines = (body: Bytes): string => {
  const text = base64(body);
  const lines = [];
  for (let place = 0; place <= text.length; place += 64)
    lines.push(`${text.slice(place, place + 64)}\n`);
  return lines.join("");
};

const nonceOf = (chunk: number, isLast: boolean): Bytes => {
  const nonce = new Uint8Array(12);
  new DataView(nonce.buffer).setUint32(7, chunk);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
};

/** Seals a file for these keys, each of which alone opens it. @throws DOMException `NotSupportedError` in browsers that are too old */
export async function sealedFor(file: Blob, keys: readonly SealingKey[]): Promise<Blob> {
  const fileKey = crypto.getRandomValues(new Uint8Array(FILE_KEY_BYTES));
  const stanzas = await Promise.all(keys.map((key) => stanzaFor(key, fileKey)));
  const lines = [...stanzas, ...keys.map(keyStanza)].map(
    ({ args, body }) => `-> ${args.join(" ")}\n${bodyLines(body)}`,
  );
  const summed = `age-encryption.org/v1\n${lines.join("")}---`;
  const header = `${summed} ${base64(await checksumOf(summed, fileKey))}\n`;

  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const key = await derived(fileKey, nonce, "payload");
  const parts: BlobPart[] = [header, nonce];
  for (let chunk = 0, place = 0; chunk === 0 || place < file.size; chunk += 1) {
    const next = place + CHUNK_BYTES;
    const plain = new Uint8Array(await file.slice(place, next).arrayBuffer());
    const cipher = chacha20poly1305(key, nonceOf(chunk, next >= file.size));
    // A blob keeps its bytes outside of the memory of the program.
    parts.push(new Blob([cipher.encrypt(plain) as Bytes]));
    place = next;
  }
  return new Blob(parts);
}

/** The key of a file; `undefined` where none of these keys opens it. */
async function fileKeyOf(
  { stanzas }: AgeHeader,
  keys: readonly OpeningKey[],
): Promise<Bytes | undefined> {
  for (const {
    args: [kind, place = ""],
    body,
  } of stanzas) {
    if (kind !== X25519) continue;
    for (const { recipient, secret } of keys) {
      try {
        const share = bytesOfBase64(place);
        const shared = await sharedWith(secret, share);
        const key = await derived(shared, joined(share, recipient), X25519_INFO);
        return chacha20poly1305(key, ZERO_NONCE).decrypt(body) as Bytes;
      } catch {
        // It is for another key, or damaged: then the next one may do.
      }
    }
  }
  return undefined;
}

const isSame = (a: Bytes, b: Bytes): boolean =>
  a.length === b.length && a.every((byte, place) => byte === b[place]);

/** What came of opening a file with keys. */
export type OpenedByKey =
  | ({ readonly outcome: "opened" } & ReadPart)
  /** None of the keys opens it. */
  | { readonly outcome: "other-key"; readonly header: AgeHeader }
  /** It is not as it was written, and nothing of it can be opened. */
  | { readonly outcome: "damaged" };

/** Opens a sealed file, as far as it is undamaged. */
export async function openedByKeys(file: Blob, keys: readonly OpeningKey[]): Promise<OpenedByKey> {
  const header = await ageHeader(file);
  if (header === undefined) return { outcome: "damaged" };
  const fileKey = await fileKeyOf(header, keys);
  if (fileKey === undefined) return { outcome: "other-key", header };
  if (fileKey.length !== FILE_KEY_BYTES) return { outcome: "damaged" };
  if (!isSame(await checksumOf(header.summed, fileKey), header.checksum))
    return { outcome: "damaged" };

  const start = header.length + NONCE_BYTES;
  const nonce = new Uint8Array(await file.slice(header.length, start).arrayBuffer());
  if (nonce.length !== NONCE_BYTES) return { outcome: "damaged" };
  const key = await derived(fileKey, nonce, "payload");
  const parts: Blob[] = [];
  let place = start;
  try {
    for (let chunk = 0; chunk === 0 || place < file.size; chunk += 1) {
      const next = place + CHUNK_BYTES + TAG_BYTES;
      const sealed = new Uint8Array(await file.slice(place, next).arrayBuffer());
      // An empty chunk stands only in an empty file.
      if (chunk > 0 && sealed.length === TAG_BYTES) throw new RangeError("An empty chunk");
      const cipher = chacha20poly1305(key, nonceOf(chunk, next >= file.size));
      parts.push(new Blob([cipher.decrypt(sealed) as Bytes]));
      place = next;
    }
  } catch (error) {
    if (error instanceof DOMException) throw error;
    return parts.length === 0
      ? { outcome: "damaged" }
      : { outcome: "opened", file: new Blob(parts), isWhole: false };
  }
  return { outcome: "opened", file: new Blob(parts), isWhole: true };
}
