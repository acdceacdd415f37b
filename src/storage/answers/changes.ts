/**
 * What changed, newest first: made of what is in memory of everybody, once until somebody changes.
 */
import {
  changeCounts,
  changesOf,
  newestFirst,
  type SeenChange,
} from "../../domain/changes/seen-changes.ts";
import {
  type ChangeRow,
  type ChangesAsked,
  type ChangesFound,
} from "../../domain/changes/change-row.ts";
import { readyRow } from "../../domain/directory/ready-row.ts";
import { beginningOfDay, tieOfDay } from "../../domain/suggestions/tie-of-day.ts";
import type { HistoryDatabase } from "../database/database.ts";
import { type Everybody, everybody } from "../derived/everybody.ts";

/** The changes of everybody, as long as nobody changes: a page asks for them in parts. */
const known = new WeakMap<Everybody["rows"], readonly SeenChange[]>();

function changesAmong(network: Everybody, now: number): readonly SeenChange[] {
  const before = known.get(network.rows);
  if (before !== undefined) return before;
  const { coverage } = network;
  const today = beginningOfDay(now);
  const made = newestFirst(
    network
      .candidates()
      .flatMap((person) =>
        changesOf(person, () => tieOfDay(person, coverage, now), coverage, today),
      ),
  );
  known.set(network.rows, made);
  return made;
}

/** A part of the changes, see {@link ChangesAsked}. */
export async function seenChanges(
  database: HistoryDatabase,
  { kind, start, atMost }: ChangesAsked,
  now: number,
): Promise<ChangesFound> {
  const network = await everybody(database, now);
  const all = changesAmong(network, now);
  const wanted = kind === undefined ? all : all.filter(({ fact }) => fact.kind === kind);
  return {
    counts: changeCounts(all),
    rows: wanted.slice(start, start + atMost).flatMap(({ id, at, fact }): readonly ChangeRow[] => {
      const row = network.rowOf(id);
      if (row === undefined) return [];
      const { news, summary } = row.person;
      return [
        {
          ...readyRow(row, tieOfDay(row.person, network.coverage, now), []),
          aliases: row.aliases,
          ...(news && { news }),
          ...(summary.connected && { connected: summary.connected }),
          at,
          fact,
        },
      ];
    }),
  };
}
