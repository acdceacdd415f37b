/**
 * A person in the materialised view: what ranking, searching and lists need, without interactions.
 */
import type { Person } from "../person/person.ts";
import type { PersonSubject } from "../records/subject.ts";
import type { SentOutcome } from "../suggestions/replies.ts";
import type { TieSummary } from "../tie/tie-summary.ts";

/** Raise whenever the shape of the record changes; those of its summary and its months have versions of their own. */
export const RECORD_VERSION = 3;

/** See the file. Of its reminders those that have ended are left out, see `withoutEndedReminders`. */
export interface PersonRecord extends Person {
  /** What the person is filed under: the first of the aliases in the order of `compareSubjects`, or the name. */
  readonly subject: PersonSubject;
  /** Made anew from the interactions whenever they change. */
  readonly summary: TieSummary;
  /** Mutual connections as counted when last shown; absent where no page showed it. */
  readonly mutual?: number;
  /** Messages to the person because of a suggestion, with what came of them; absent without any. */
  readonly sent?: readonly SentOutcome[];
  /** Messages by month, see `packedMonths`; absent without any. */
  readonly months?: string;
}
