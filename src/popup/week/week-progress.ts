/**
 * How far the week is, in words.
 */
import { numberText, text } from "../../words/text.ts";

/** What the week comes to so far. */
export interface WeekCounts {
  /** How many the user wants to write to this week. */
  readonly goal: number;
  /** Suggestions done, also of those to say hello to. */
  readonly done: number;
  /** People to reconnect with this week who are not written to. */
  readonly open: number;
}

/** See the file. */
export interface WeekProgress {
  readonly words: string;
  /** "+1": done beyond the goal; absent where nothing is. */
  readonly more?: string;
}

/** "3 of 4"; that all are written only where nobody is left. */
export function weekProgress({ goal, done, open }: WeekCounts): WeekProgress {
  return {
    words:
      done >= goal && open === 0
        ? text("weekFull")
        : text("weekProgress", {
            done: numberText(Math.min(done, goal)),
            goal: numberText(goal),
          }),
    ...(done > goal && { more: text("weekMore", { count: numberText(done - goal) }) }),
  };
}
