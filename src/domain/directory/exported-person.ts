/**
 * A person as files for other programs have them.
 */
import type { Coverage } from "../tie/coverage.ts";
import type { Interaction } from "../interactions/interaction.ts";
import { type Alias, type Choices, newestFirst, type Person } from "../person/person.ts";
import { choicesInForce } from "../person/ruled.ts";
import type { PersonRecord } from "./person-record.ts";
import { type Reminder, reminder } from "./reminders.ts";
import { candidate } from "../suggestions/candidate.ts";
import { isOverdue, tieOfDay } from "../suggestions/tie-of-day.ts";
import type { Tie } from "../tie/tie.ts";

/** See the file. */
export interface ExportedPerson extends Omit<Person, "ruled" | "newest"> {
  /** See `newestFirst`. */
  readonly aliases: readonly Alias[];
  /** What holds, by choice or by rule. */
  readonly choices: Choices;
  /** The tie as the lists of the day show it. */
  readonly tie: Tie;
  readonly isOverdue: boolean;
  /** When the two became connected (ms). */
  readonly connected?: { readonly from: number; readonly to: number };
  /** Mutual connections as counted when last shown. */
  readonly mutual?: number;
  /** What the user is to be reminded of; absent where there is nothing. */
  readonly ahead?: Reminder;
  /** Mutual connections that a page named last; none where interactions are not wanted. */
  readonly mutualNamed: readonly Alias[];
  /** Everything that counts, oldest first; none where interactions are not wanted. */
  readonly interactions: readonly Interaction[];
}

/** The person of a record on the day of `now`. */
export function exportedPerson(
  record: PersonRecord,
  { mutualNamed, interactions }: Pick<ExportedPerson, "mutualNamed" | "interactions">,
  coverage: Coverage,
  now: number,
): ExportedPerson {
  const { id, name, career, summary, mutual } = record;
  const ranked = candidate(record, summary);
  const tie = tieOfDay(ranked, coverage, now);
  const ahead = reminder(record);
  return {
    id,
    aliases: newestFirst(record),
    name,
    career,
    choices: choicesInForce(record),
    tie,
    isOverdue: isOverdue(ranked, tie, now),
    ...(summary.connected && { connected: summary.connected }),
    ...(mutual !== undefined && { mutual }),
    ...(ahead && { ahead }),
    mutualNamed,
    interactions,
  };
}
