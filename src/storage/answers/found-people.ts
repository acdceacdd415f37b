import {
  bestMatchesFirst,
  type PeopleAsked,
  type PeopleFound,
  wanted,
} from "../../domain/directory/directory.ts";
import { readyRow, type ReadyRow } from "../../domain/directory/ready-row.ts";
import { suggestionReasons } from "../../domain/suggestions/reasons.ts";
import { tieOfDay } from "../../domain/suggestions/tie-of-day.ts";
import type { HistoryDatabase } from "../database/database.ts";
import { everybody } from "../derived/everybody.ts";

/** Finds people, see {@link PeopleAsked}. */
export async function foundPeople(
  database: HistoryDatabase,
  asked: PeopleAsked,
  now: number,
): Promise<PeopleFound> {
  const { inOrder, around, coverage, rowOf } = await everybody(database, now);
  const fitting = inOrder(asked.order).filter(wanted(asked));
  // Of those who are looked for by words the strongest are meant only among equals; every other order was chosen.
  const found = asked.order === "strength" ? bestMatchesFirst(fitting, asked.text) : fitting;
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
