/**
 * Lists kept ready so that the popup reads one record each, whatever the size of the history. Silence grows by the day, so they are
 * made anew once a day; in between they follow every change of a few people.
 */
import { dayOf } from "../domain/day.ts";
import type { Outdated } from "../domain/outdated.ts";
import type { ReadyList } from "../domain/ready-list.ts";
import type { Reminder } from "../domain/reminders.ts";
import type { KeptWeek } from "../domain/week.ts";
import type { HistoryDatabase, HistoryTransaction } from "./database.ts";
import { nextEdition } from "./edition.ts";

/** The reminders as kept: all of them, due or not. */
export interface KeptReminders {
  /** When they were collected (ms). */
  readonly at: number;
  /** They have to be collected anew whatever the day. */
  readonly outdated?: true;
  readonly reminders: readonly Reminder[];
}

/** The kept lists by name. */
export interface KeptLists {
  readonly stale: ReadyList;
  readonly week: KeptWeek;
  readonly reminders: KeptReminders;
}

const NEVER_MADE: KeptLists = {
  stale: { at: 0, rows: [], staleCount: 0 },
  week: { at: 0, week: 0, reconnect: [], neverTalked: [] },
  reminders: { at: 0, reminders: [] },
};

/** A list as it was last kept. */
export async function keptList<Name extends keyof KeptLists>(
  database: HistoryDatabase,
  name: Name,
): Promise<KeptLists[Name]> {
  const kept = (await database.get("lists", name)) as KeptLists[Name] | undefined;
  return kept ?? NEVER_MADE[name];
}

/** Changes a list inside a transaction; nothing is written when the change answers the same list. */
export async function changeList<Name extends keyof KeptLists>(
  transaction: HistoryTransaction,
  name: Name,
  change: (list: KeptLists[Name]) => KeptLists[Name],
): Promise<void> {
  const store = transaction.objectStore("lists");
  const kept = ((await store.get(name)) as KeptLists[Name] | undefined) ?? NEVER_MADE[name];
  const changed = change(kept);
  if (changed !== kept) await store.put(changed, name);
}

/** Why a list made at that moment does not hold at `now`; `undefined` while it does. */
export function outdated(
  list: { readonly at: number; readonly outdated?: true },
  now: number,
): Outdated | undefined {
  if (list.outdated || list.at === NEVER_MADE.stale.at) return "about-others";
  return dayOf(list.at) === dayOf(now) ? undefined : "of-another-day";
}

/** Says that everything worked out from many people has to be made anew before it is right again. */
export async function outdateLists(transaction: HistoryTransaction): Promise<void> {
  await nextEdition(transaction);
  await changeList(transaction, "stale", (list) => ({ ...list, outdated: true }));
  await changeList(transaction, "week", (lists) => ({ ...lists, outdated: true }));
  await changeList(transaction, "reminders", (list) => ({ ...list, outdated: true }));
}
