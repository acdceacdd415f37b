/**
 * What the user says about one person in one act. The moment is not part of it: the store notes the moment.
 */
import type { SentMessage } from "../person/sent-message.ts";
import type { ChoiceValues } from "./statement.ts";

/** See the file. */
export interface Made {
  /** A choice without a value is taken back. */
  readonly choices?: {
    readonly [Name in keyof ChoiceValues]?: { readonly value?: ChoiceValues[Name] };
  };
  /** Notes by id; an empty text removes the note. */
  readonly notes?: Readonly<Record<string, string>>;
  /** Tags; `false` removes the tag. */
  readonly tags?: Readonly<Record<string, boolean>>;
  /** Reminders by id: the moment (ms); `null` takes the reminder back. */
  readonly reminders?: Readonly<Record<string, number | null>>;
  /** A message to the person, who was suggested, by id; `null`: it was not sent after all. */
  readonly sent?: Readonly<Record<string, SentMessage | null>>;
}
