import { type PeopleAsked, type PeopleFound, wanted } from "../../domain/directory.ts";
import { readyRow } from "../../domain/ready-row.ts";
import { suggestionReasons } from "../../domain/reasons.ts";
import type { HistoryDatabase } from "../database.ts";
import { everybody } from "./everybody.ts";

/** Finds people, see {@link PeopleAsked}. */
export async function foundPeople(
  database: HistoryDatabase,
  asked: PeopleAsked,
  now: number,
): Promise<PeopleFound> {
  const { inOrder, around } = await everybody(database, now);
  const found = inOrder(asked.order).filter(wanted(asked));
  return {
    count: found.length,
    rows: found
      .slice(asked.start, asked.start + asked.atMost)
      .map(({ row, person, tie }) =>
        readyRow(row, tie, suggestionReasons(person, tie, around(person))),
      ),
  };
}
