/**
 * People the user said are not one. They are kept by alias, because aliases outlive every merge.
 */
import type { Alias } from "../domain/person.ts";
import { unitedAliases } from "../domain/person-union.ts";
import type { HistoryDatabase, HistoryTransaction } from "./database.ts";
import type { KnownPerson } from "./known-person.ts";

/** Whether two people must not become one on a page's or a file's word. */
export type Refused = (a: KnownPerson, b: KnownPerson) => boolean;

/** Answers of these people which must not become one; `undefined` when all may. */
export async function refusals(
  transaction: HistoryTransaction,
  people: readonly KnownPerson[],
): Promise<Refused | undefined> {
  const store = transaction.objectStore("apart");
  const aliases = people.flatMap(({ person }) => person.aliases);
  const found = await Promise.all(aliases.map((alias) => store.get(alias)));
  const others = new Map(
    aliases.flatMap((alias, place) => {
      const from = found[place];
      return from === undefined ? [] : [[alias, new Set(from)] as const];
    }),
  );
  if (others.size === 0) return undefined;
  return (a, b) =>
    a.person.aliases.some((alias) =>
      b.person.aliases.some((other) => others.get(alias)?.has(other)),
    );
}

async function change(
  transaction: HistoryTransaction,
  alias: Alias,
  changed: (others: readonly Alias[]) => readonly Alias[],
): Promise<void> {
  const store = transaction.objectStore("apart");
  const others = changed((await store.get(alias)) ?? []);
  if (others.length === 0) await store.delete(alias);
  else await store.put(others, alias);
}

/** From now on no alias of the one list belongs to somebody of the other. */
export async function keepApart(
  transaction: HistoryTransaction,
  one: readonly Alias[],
  other: readonly Alias[],
): Promise<void> {
  for (const alias of one) await change(transaction, alias, (known) => unitedAliases(known, other));
  for (const alias of other) await change(transaction, alias, (known) => unitedAliases(known, one));
}

/** Takes back that people with these aliases are not one. */
export async function allowTogether(
  transaction: HistoryTransaction,
  one: readonly Alias[],
  other: readonly Alias[],
): Promise<void> {
  const without = (some: readonly Alias[]) => (known: readonly Alias[]) =>
    known.filter((alias) => !some.includes(alias));
  for (const alias of one) await change(transaction, alias, without(other));
  for (const alias of other) await change(transaction, alias, without(one));
}

/** Forgets everything said of these aliases. */
export async function forgetApart(
  transaction: HistoryTransaction,
  aliases: readonly Alias[],
): Promise<void> {
  const store = transaction.objectStore("apart");
  for (const alias of aliases)
    await allowTogether(transaction, [alias], (await store.get(alias)) ?? []);
}

/** Every alias with those it does not belong together with, for an export; each pair once. */
export async function storedApart(
  database: HistoryDatabase,
): Promise<readonly (readonly [readonly Alias[], readonly Alias[]])[]> {
  const store = database.transaction("apart").store;
  const [aliases, others] = await Promise.all([store.getAllKeys(), store.getAll()]);
  return aliases.flatMap((alias, place) => {
    const later = (others[place] ?? []).filter((other) => other > alias);
    return later.length === 0 ? [] : [[[alias], later] as const];
  });
}
