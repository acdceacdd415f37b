/**
 * Messages of everybody by month.
 */
import { type MonthOfMessages, withMonths } from "../../domain/interactions/messages-by-month.ts";
import type { PersonRecord } from "../../domain/directory/person-record.ts";
import type { HistoryDatabase } from "../database/database.ts";
import type { Derived } from "../view/derived.ts";

const KEY = "months";

const textsOf = (people: readonly (PersonRecord | undefined)[]): readonly string[] =>
  people.flatMap((one) => one?.months ?? []);

/** The messages of everybody, oldest month first. */
export async function storedMonths(database: HistoryDatabase): Promise<readonly MonthOfMessages[]> {
  return ((await database.get("lists", KEY)) as readonly MonthOfMessages[] | undefined) ?? [];
}

/** See the file. */
export const months: Derived = {
  async changed({ transaction }, changes) {
    const changed = changes.filter(({ before, after }) => before?.months !== after?.months);
    if (changed.length === 0) return;
    const lists = transaction.objectStore("lists");
    const had = ((await lists.get(KEY)) as readonly MonthOfMessages[] | undefined) ?? [];
    const less = textsOf(changed.map(({ before }) => before));
    const more = textsOf(changed.map(({ after }) => after));
    await lists.put(withMonths(withMonths(had, more, 1), less, -1), KEY);
  },
  async rebuilt({ transaction }, everybody) {
    await transaction.objectStore("lists").put(withMonths([], textsOf(everybody), 1), KEY);
  },
};
