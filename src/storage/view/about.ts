/**
 * What is known of the history as a whole, computed from the statements about it and kept ready.
 */
import type { ImportedCircle } from "../../domain/records/archive-import.ts";
import type { Coverage } from "../../domain/tie/coverage.ts";
import { unitedCoverage } from "../../domain/tie/coverage-union.ts";
import { unitedCircles } from "../../domain/suggestions/own-companies.ts";
import type { Alias } from "../../domain/person/person.ts";
import { rulesInForce } from "../../domain/projection/rules-in-force.ts";
import type { ClockCorrection } from "../../domain/records/hybrid-time.ts";
import type { KeptRule } from "../../domain/records/rule.ts";
import type { SaidOfHistory } from "../../domain/records/statement.ts";
import type { HistoryDatabase } from "../database/database.ts";

/** How much the history holds. */
export interface Counts {
  readonly people: number;
  /** Interactions that count. */
  readonly interactions: number;
}

/** See the file. */
export interface Whole {
  readonly coverage: Coverage;
  readonly circles: readonly ImportedCircle[];
  readonly owner: readonly Alias[];
  readonly ownerName?: string;
  /** The rules that hold, in the order in which they decide. */
  readonly rules: readonly KeptRule[];
}

/** The history nothing is known of. */
export const NOTHING_KNOWN: Whole = {
  coverage: { archives: [] },
  circles: [],
  owner: [],
  rules: [],
};

function coverageOf({ watched, spans = [] }: SaidOfHistory): Coverage {
  return {
    ...(watched && { watchingSince: watched.since }),
    ...(watched?.until !== undefined && { watchedUntil: watched.until }),
    archives: spans,
  };
}

/** Unites what is said of the history; imports oldest first. @param corrections of the clocks of the copies that wrote it */
export function wholeOf(
  said: readonly SaidOfHistory[],
  corrections: readonly ClockCorrection[],
): Whole {
  const owner = [...new Set(said.flatMap((one) => one.owner?.aliases ?? []))].sort();
  const ownerName = said.findLast((one) => one.owner?.name !== undefined)?.owner?.name;
  return {
    coverage: said.map(coverageOf).reduce(unitedCoverage, NOTHING_KNOWN.coverage),
    circles: unitedCircles(
      [],
      said.flatMap((one) => one.circles ?? []),
    ),
    owner,
    ...(ownerName !== undefined && { ownerName }),
    rules: rulesInForce(said, corrections),
  };
}

async function stored<T>(database: HistoryDatabase, key: string, otherwise: T): Promise<T> {
  return ((await database.get("about", key)) as T | undefined) ?? otherwise;
}

/** What is known of the history as a whole. */
export const storedWhole = async (database: HistoryDatabase): Promise<Whole> => ({
  // An earlier version kept no rules.
  ...NOTHING_KNOWN,
  ...(await stored<Partial<Whole>>(database, "whole", {})),
});

/** How much the history holds. */
export const storedCounts = (database: HistoryDatabase): Promise<Counts> =>
  stored(database, "counts", { people: 0, interactions: 0 });

/** What the history can know at all. */
export const storedCoverage = async (database: HistoryDatabase): Promise<Coverage> =>
  (await storedWhole(database)).coverage;

/** A number that rises with every write. */
export const storedRevision = (database: HistoryDatabase): Promise<number> =>
  stored(database, "revision", 0);
