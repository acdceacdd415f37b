/**
 * What can be done with a selection, each with the way back.
 */
import { after } from "../../components/later-choices.tsx";
import type { PersonId } from "../../domain/person/person.ts";
import type { Made } from "../../domain/records/made.ts";
import type { MergedPair } from "../../protocol/page-questions.ts";
import { askFromPage } from "../../protocol/transport.ts";
import type { TextKey } from "../../words/text.ts";
import { doToMany, undoToMany } from "./many-acts.ts";

/** What can be done with a selection, in the order of the buttons. */
export const ACT_NAMES = ["tag", "cadence", "snooze", "never", "merge", "delete"] as const;

/** One of {@link ACT_NAMES}. */
export type ActName = (typeof ACT_NAMES)[number];

/** What the button that does it says, with how many people: the preview. */
export const CONFIRM: Readonly<Record<ActName, TextKey<{ count: number }>>> = {
  tag: "bulkTag",
  cadence: "bulkCadence",
  snooze: "bulkSnooze",
  never: "bulkNever",
  merge: "bulkMerge",
  delete: "bulkDelete",
};

/** What each is called. */
export const NAMES = {
  tag: "actTag",
  cadence: "actCadence",
  snooze: "actSnooze",
  never: "actionNever",
  merge: "actMerge",
  delete: "actDelete",
} as const;

/** What was chosen for an act. */
export interface ActChoices {
  readonly tag: string;
  readonly days: number;
  readonly months: number;
}

/** Something that was done to many, and the way back: it answers who stays as they are, because they were changed since. */
export interface UndoableAct {
  readonly count: number;
  readonly undo: () => Promise<readonly PersonId[]>;
}

/** What an act stores. */
export function madeBy(name: ActName, { tag, days, months }: ActChoices, now: number): Made {
  switch (name) {
    case "tag":
      return { tags: { [tag.trim()]: true } };
    case "cadence":
      return { choices: { cadenceDays: { value: days } } };
    case "snooze":
      return { choices: { snoozedUntil: { value: after(now, 0, months) } } };
    default:
      return { choices: { muted: { value: true } } };
  }
}

/** Stores the same choices about many. @param progress is called with how many people are done */
export async function chooseForMany(
  ids: readonly PersonId[],
  made: Made,
  progress: (done: number) => void,
): Promise<UndoableAct> {
  const done = await doToMany(ids, made, progress);
  return { count: done.back.length, undo: () => undoToMany(done) };
}

/** Entries that are made one person at once: more than ten of one person is a mistake. */
export const MOST_MERGED = 10;

/** Makes one person of several. Where one of the steps fails, those before it are taken back. */
export async function mergeMany(ids: readonly PersonId[]): Promise<UndoableAct> {
  const [first, ...others] = ids;
  const pairs: MergedPair[] = [];
  const undo = async (): Promise<readonly PersonId[]> => {
    for (const pair of pairs.toReversed()) await askFromPage.undoMerge(pair);
    return [];
  };
  if (first === undefined) return { count: 0, undo };
  try {
    for (const other of others) {
      const pair = await askFromPage.mergePeople({ id: first, other });
      if (pair !== undefined) pairs.push(pair);
    }
  } catch (error) {
    await undo();
    throw error;
  }
  return { count: ids.length, undo };
}
