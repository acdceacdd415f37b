/**
 * Messages of everybody by month, as text.
 */
import {
  type MonthOfMessages,
  monthsIn,
  monthsText,
  withMonths,
} from "../../domain/interactions/messages-by-month.ts";
import type { PersonRecord } from "../../domain/directory/person-record.ts";
import type { HistoryDatabase } from "../database/database.ts";
import type { Derived } from "../view/derived.ts";

const KEY = "months";

const textsOf = (people: readonly (PersonRecord | undefined)[]): readonly string[] =>
  people.flatMap((one) => one?.months ?? []);

/** The messages of everybody, oldest month first. */
export async function storedMonths(database: HistoryDatabase): Promise<readonly MonthOfMessages[]> {
  return monthsIn(((await database.get("lists", KEY)) as string | undefined) ?? "");
}

/** See the file. */
export const months: Derived = {
  async changed({ transaction }, changes) {
    const changed = changes.filter(({ before, after }) => before?.months !== after?.months);
    if (changed.length === 0) return;
    const lists = transaction.objectStore("lists");
    const had = monthsIn(((await lists.get(KEY)) as string | undefined) ?? "");
    const less = textsOf(changed.map(({ before }) => before));
    const more = textsOf(changed.map(({ after }) => after));
    await lists.put(monthsText(withMonths(withMonths(had, more, 1), less, -1)), KEY);
  },
  async rebuilt({ transaction }, everybody) {
    const sums = withMonths([], textsOf(everybody), 1);
    await transaction.objectStore("lists").put(monthsText(sums), KEY);
  },
};
