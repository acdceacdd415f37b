/**
 * The reminders of everybody, due or not.
 */
import type { PersonRecord } from "../../domain/directory/person-record.ts";
import {
  type Reminder,
  reminder,
  remindersOf,
  remindersWithChanges,
} from "../../domain/directory/reminders.ts";
import type { HistoryDatabase } from "../database/database.ts";
import type { Derived } from "../view/derived.ts";
import { touched } from "./touched.ts";

const KEY = "reminders";

const hasReminder = (person: PersonRecord | undefined): boolean =>
  person !== undefined && reminder(person) !== undefined;

/** The reminders, in the order of the handles. */
export async function storedReminders(database: HistoryDatabase): Promise<readonly Reminder[]> {
  return ((await database.get("lists", KEY)) as readonly Reminder[] | undefined) ?? [];
}

/** See the file. */
export const reminders: Derived = {
  async changed({ transaction }, changes) {
    const isAny = changes.some((one) => [one.before, one.after].some(hasReminder));
    if (!isAny) return;
    const { ids, people } = touched(changes);
    const lists = transaction.objectStore("lists");
    const kept = ((await lists.get(KEY)) as readonly Reminder[] | undefined) ?? [];
    const followed = remindersWithChanges(kept, ids, people);
    if (followed !== kept) await lists.put(followed, KEY);
  },
  async rebuilt({ transaction }, everybody) {
    await transaction.objectStore("lists").put(remindersOf(everybody), KEY);
  },
};
