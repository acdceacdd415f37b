import {
  type PeopleAsked,
  type PeopleFound,
  type RowOfDay,
  wanted,
} from "../../domain/directory/directory.ts";
import { bestMatchesFirst } from "../../domain/directory/looked-for.ts";
import { readyRow, type ReadyRow } from "../../domain/directory/ready-row.ts";
import { suggestionReasons } from "../../domain/suggestions/reasons.ts";
import { tieOfDay } from "../../domain/suggestions/tie-of-day.ts";
import type { HistoryDatabase } from "../database/database.ts";
import { everybody } from "../derived/everybody.ts";

/** Who was found last among everybody in an order, and by which question. Everybody is another array after each change. */
const foundLast = new WeakMap<
  readonly RowOfDay[],
  { readonly asked: string; readonly found: readonly RowOfDay[] }
>();

/** Everybody who fits, in order. A list is asked for part by part, and looked for once. */
function fitting(
  ordered: readonly RowOfDay[],
  { start: _start, atMost: _atMost, ...asked }: PeopleAsked,
): readonly RowOfDay[] {
  const key = JSON.stringify(asked);
  const last = foundLast.get(ordered);
  if (last?.asked === key) return last.found;
  const all = ordered.filter(wanted(asked));
  // Of those who are looked for by words the strongest are meant only among equals; every other order was chosen.
  const found = asked.order === "strength" ? bestMatchesFirst(all, asked.text) : all;
  foundLast.set(ordered, { asked: key, found });
  return found;
}

/** Finds people, see {@link PeopleAsked}. */
export async function foundPeople(
  database: HistoryDatabase,
  asked: PeopleAsked,
  now: number,
): Promise<PeopleFound> {
  const { inOrder, around, coverage, rowOf } = await everybody(database, now);
  const found = fitting(inOrder(asked.order), asked);
  const shown = found.slice(asked.start, asked.start + asked.atMost);
  return {
    count: found.length,
    rows: shown.flatMap(({ id }): readonly ReadyRow[] => {
      const row = rowOf(id);
      if (row === undefined) return [];
      const tie = tieOfDay(row.person, coverage, now);
      return [readyRow(row, tie, suggestionReasons(row.person, tie, around(row.person)))];
    }),
  };
}
