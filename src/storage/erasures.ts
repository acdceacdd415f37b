/**
 * Whom the user erased: nothing but salted hashes of the aliases, enough to recognise them and to keep them out.
 */
import type { Erased } from "../domain/exported-history.ts";
import type { Alias } from "../domain/person.ts";
import { historyTransaction, type HistoryDatabase, type HistoryTransaction } from "./database.ts";

/** What is kept of the erasures beside the hashes. */
interface Erasures {
  /** The first is this history's own; others came with exports of other histories of the same owner. */
  readonly salts: readonly string[];
  readonly people: number;
}

const KEY = "erasures";
const SALT_BYTES = 16;

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

async function hash(salt: string, alias: Alias): Promise<string> {
  const text = new TextEncoder().encode(`${salt} ${alias}`);
  return hex(new Uint8Array(await crypto.subtle.digest("SHA-256", text)));
}

/**
 * Hashes of aliases by every salt of a history. They have to be made before a transaction, which would end over the waiting.
 */
export interface AliasHashes {
  readonly salts: readonly string[];
  /** In the order of the salts. */
  readonly of: ReadonlyMap<Alias, readonly string[]>;
}

async function hashes(salts: readonly string[], aliases: readonly Alias[]): Promise<AliasHashes> {
  const each = [...new Set(aliases)];
  const made = await Promise.all(
    each.map((alias) => Promise.all(salts.map((salt) => hash(salt, alias)))),
  );
  return { salts, of: new Map(each.map((alias, place) => [alias, made[place] ?? []])) };
}

const storedErasures = (database: HistoryDatabase): Promise<Erasures | undefined> =>
  database.get("about", KEY) as Promise<Erasures | undefined>;

/** What to recognise erased people among these aliases by; `undefined` while nobody was erased, which costs nothing. */
export async function hashesOf(
  database: HistoryDatabase,
  aliases: readonly Alias[],
): Promise<AliasHashes | undefined> {
  const kept = await storedErasures(database);
  return kept && hashes(kept.salts, aliases);
}

async function erasuresIn(transaction: HistoryTransaction): Promise<Erasures | undefined> {
  return (await transaction.objectStore("about").get(KEY)) as Erasures | undefined;
}

const isSame = (a: readonly string[], b: readonly string[]): boolean => a.join() === b.join();

/** Whether hashes made before the transaction still say all: an erasure may have come in between. */
export async function areCurrent(
  transaction: HistoryTransaction,
  made: AliasHashes | undefined,
): Promise<boolean> {
  return isSame((await erasuresIn(transaction))?.salts ?? [], made?.salts ?? []);
}

/** Those of the hashed aliases that belonged to somebody who was erased. */
export async function erasedAmong(
  transaction: HistoryTransaction,
  { of }: AliasHashes,
): Promise<ReadonlySet<Alias>> {
  const store = transaction.objectStore("erased");
  const found = await Promise.all(
    [...of].map(async ([alias, made]) => {
      const keys = await Promise.all(made.map((one) => store.getKey(one)));
      return keys.some((key) => key !== undefined) ? [alias] : [];
    }),
  );
  return new Set(found.flat());
}

/** From now on these aliases, which were among those hashed, are recognised as an erased person's. */
export async function addErased(
  transaction: HistoryTransaction,
  { of }: AliasHashes,
  aliases: readonly Alias[],
): Promise<void> {
  const store = transaction.objectStore("erased");
  for (const alias of aliases) {
    const [own] = of.get(alias) ?? [];
    if (own !== undefined) await store.put(1, own);
  }
}

/** Hashes of the aliases of somebody who is about to be erased, by a new salt when it is the first. */
export async function hashesToErase(
  database: HistoryDatabase,
  aliases: readonly Alias[],
): Promise<AliasHashes> {
  const kept = await storedErasures(database);
  return hashes(kept?.salts ?? [hex(crypto.getRandomValues(new Uint8Array(SALT_BYTES)))], aliases);
}

/** Counts one more erased person; `false`, and nothing is counted, when other salts have come meanwhile. */
export async function countErasure(
  transaction: HistoryTransaction,
  { salts }: AliasHashes,
): Promise<boolean> {
  const kept = await erasuresIn(transaction);
  if (kept !== undefined && !isSame(kept.salts, salts)) return false;
  await transaction.objectStore("about").put({ salts, people: (kept?.people ?? 0) + 1 }, KEY);
  return true;
}

/** How many people were erased. */
export async function erasedCount(database: HistoryDatabase): Promise<number> {
  return (await storedErasures(database))?.people ?? 0;
}

/** Forgets whom the user erased; from now on they may be met again. */
export async function liftErasures(database: HistoryDatabase): Promise<void> {
  const transaction = historyTransaction(database);
  await Promise.all([
    transaction.objectStore("erased").clear(),
    transaction.objectStore("about").delete(KEY),
  ]);
  await transaction.done;
}

/** What is left of erased people, for an export; `undefined` when nobody was erased. */
export async function storedErased(database: HistoryDatabase): Promise<Erased | undefined> {
  const kept = await storedErasures(database);
  if (kept === undefined) return undefined;
  return { ...kept, hashes: await database.getAllKeys("erased") };
}

/** Adds the erasures of an exported file, so that whoever was erased there does not come with it. Safe to repeat. */
export async function restoreErased(database: HistoryDatabase, erased: Erased): Promise<void> {
  const transaction = historyTransaction(database);
  const kept = await erasuresIn(transaction);
  const salts = [...new Set([...(kept?.salts ?? []), ...erased.salts])];
  const isKnown = salts.length === (kept?.salts.length ?? 0);
  const people = isKnown
    ? Math.max(kept?.people ?? 0, erased.people)
    : (kept?.people ?? 0) + erased.people;
  if (salts.length > 0) await transaction.objectStore("about").put({ salts, people }, KEY);
  await Promise.all(erased.hashes.map((one) => transaction.objectStore("erased").put(1, one)));
  await transaction.done;
}
