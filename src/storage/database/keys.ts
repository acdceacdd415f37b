/**
 * Making handles and marks. Both are halves of one keyed hash (HMAC with SHA-256), so that an alias is hashed once.
 */
import { base64urlnopad } from "@scure/base";
import type { HistoryDatabase } from "./database.ts";
import type { HistoryKey, Tag } from "./history-key.ts";
import { writing } from "./writing.ts";

/** The name of the key that every history makes for itself. */
const OWN = "own";

const KEY_BYTES = 32;

/** The bytes of base64url text. */
export const bytesOfText = (encoded: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(encoded.replaceAll("-", "+").replaceAll("_", "/")), (one) =>
    one.charCodeAt(0),
  );

/** A key out of its raw bytes. */
export async function historyKey(name: string, raw: Uint8Array<ArrayBuffer>): Promise<HistoryKey> {
  const by = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, [
    "encrypt",
    "decrypt",
  ]);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const [hmac, bytes] = await Promise.all([
    crypto.subtle.importKey("raw", raw, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]),
    crypto.subtle.encrypt({ name: "AES-GCM", iv }, by, raw),
  ]);
  return { name, hmac, sealed: { by, iv, bytes } };
}

/** The raw key as base64url, for an export with the list of erased people. */
export async function rawKey({ sealed: { by, iv, bytes } }: HistoryKey): Promise<string> {
  const raw = await crypto.subtle.decrypt({ name: "AES-GCM", iv: new Uint8Array(iv) }, by, bytes);
  return base64urlnopad.encode(new Uint8Array(raw));
}

/** Hashes aliases of one history. */
export interface Keys {
  /** The tags of these subjects under the own key. */
  tags(subjects: Iterable<string>): Promise<ReadonlyMap<string, Tag>>;
  /** The marks of these subjects under every key: a subject is erased if one of them is. */
  marks(subjects: Iterable<string>): Promise<ReadonlyMap<string, readonly string[]>>;
}

const encoder = new TextEncoder();

async function tagOf(key: HistoryKey, subject: string): Promise<Tag> {
  const hash = new Uint8Array(await crypto.subtle.sign("HMAC", key.hmac, encoder.encode(subject)));
  return {
    handle: base64urlnopad.encode(hash.subarray(0, 16)),
    mark: base64urlnopad.encode(hash.subarray(16)),
  };
}

/** As many subjects as are hashed at once. */
const AT_ONCE = 500;

async function each<T>(
  subjects: Iterable<string>,
  made: (subject: string) => Promise<T>,
): Promise<ReadonlyMap<string, T>> {
  const all = [...new Set(subjects)];
  const found = new Map<string, T>();
  for (let start = 0; start < all.length; start += AT_ONCE) {
    const some = all.slice(start, start + AT_ONCE);
    const tags = await Promise.all(some.map(made));
    for (const [place, subject] of some.entries()) {
      const tag = tags[place];
      if (tag !== undefined) found.set(subject, tag);
    }
  }
  return found;
}

const known = new WeakMap<object, Promise<readonly HistoryKey[]>>();

async function read(database: HistoryDatabase): Promise<readonly HistoryKey[]> {
  const stored = await database.getAll("keys");
  if (stored.some(({ name }) => name === OWN)) return stored;
  const made = await historyKey(OWN, crypto.getRandomValues(new Uint8Array(KEY_BYTES)));
  return writing(database, ["keys"], async ({ store }) => {
    // Another background may have made one meanwhile.
    if ((await store.get(OWN)) === undefined) await store.put(made);
    return store.getAll();
  });
}

/** Every key of a history, the own one first. */
export function storedKeys(database: HistoryDatabase): Promise<readonly HistoryKey[]> {
  const reading =
    known.get(database) ??
    read(database).then((all) =>
      all.toSorted((a, b) => Number(b.name === OWN) - Number(a.name === OWN)),
    );
  known.set(database, reading);
  reading.catch(() => known.delete(database));
  return reading;
}

/** To be called after a key was added. */
export function forgetKeys(database: HistoryDatabase): void {
  known.delete(database);
}

/** Keys ready to hash, the own one first. */
export function keysFrom(all: readonly HistoryKey[]): Keys {
  const [own] = all;
  if (own === undefined) throw new Error("This history has no key");
  return {
    tags: (subjects) => each(subjects, (subject) => tagOf(own, subject)),
    marks: (subjects) =>
      each(subjects, async (subject) =>
        (await Promise.all(all.map((key) => tagOf(key, subject)))).map(({ mark }) => mark),
      ),
  };
}

/** The keys of a history, ready to hash. */
export const keysOf = async (database: HistoryDatabase): Promise<Keys> =>
  keysFrom(await storedKeys(database));
