/**
 * What follows from people: ranking rows, search, lists, counts. Each is on disk, so that a background that was asleep answers at once.
 */
import type { Coverage } from "../../domain/tie/coverage.ts";
import type { PersonRecord } from "../../domain/directory/person-record.ts";
import type { HistoryTransaction } from "../database/database.ts";

/** One person before and after a change; a side is absent where there is no such person. */
export interface PersonChange {
  readonly before?: PersonRecord;
  readonly after?: PersonRecord;
}

/** What a change happens in. */
export interface DerivedChange {
  readonly transaction: HistoryTransaction;
  /** As it is after the change. */
  readonly coverage: Coverage;
  /** The coverage, the owner's employers or the like changed, so that everything that follows from many people does not hold any more. */
  readonly isOfEverybody: boolean;
  /** The present moment (ms). */
  readonly now: number;
}

/** Something that follows from people. Nothing but requests of the transaction may be awaited. */
export interface Derived {
  /** Follows some changes of people. A person with a changed subject comes as one that is gone and one that is new. */
  changed(change: DerivedChange, people: readonly PersonChange[]): Promise<void>;
  /** Is made anew from everybody. */
  rebuilt(change: DerivedChange, everybody: readonly PersonRecord[]): Promise<void>;
}
