/**
 * A change that touches many people: all records are in memory, and those people are projected anew that it can touch. The work is
 * divided, so that others are answered in between.
 */
import type { PersonRecord } from "../../domain/directory/person-record.ts";
import type { ProjectedPerson } from "../../domain/projection/person-of.ts";
import type { Question } from "../../domain/projection/question.ts";
import type { PostSubject, Subject } from "../../domain/records/subject.ts";
import type { HistoryDatabase } from "../database/database.ts";
import { keysOf } from "../database/keys.ts";
import { recordOf } from "../view/record-of.ts";
import { leads, peopleChanges, type ViewChange } from "../view/view-change.ts";
import { readEverything } from "../ground/everything.ts";
import type { Ground } from "../ground/ground.ts";
import { manyUnits } from "./many-units.ts";
import { NO_OVERLAY, type Overlay } from "../ground/overlay.ts";
import { projectedMany } from "./projected-many.ts";
import { slices } from "./slices.ts";
import { wholeAfter } from "./write.ts";

/** How the work is done. */
export interface Working {
  readonly signal?: AbortSignal;
  /** Is given how many people are projected. */
  readonly progress?: (people: number) => void;
  /** Is given every person that was projected; the interactions are not kept. */
  readonly visit?: (person: ProjectedPerson) => void;
}

/** A change that is ready to be written. */
export interface ManyChange {
  readonly view: ViewChange;
  /** Everybody is in `view`. */
  readonly isOfAll: boolean;
  readonly questions: readonly Question[];
  /** Posts of the change that wait for an author. */
  readonly waiting: readonly PostSubject[];
}

/** Which people a change can touch. */
export type TouchedSubjects = ReadonlySet<Subject> | "all";

/** The records of people as they are that a change of these subjects can touch. */
async function recordsBefore(
  database: HistoryDatabase,
  subjects: readonly Subject[],
): Promise<readonly PersonRecord[]> {
  const wanted = new Set<Subject>(subjects);
  return (await database.getAll("people")).filter(
    (one) => wanted.has(one.subject) || one.aliases.some((alias) => wanted.has(alias)),
  );
}

/** Computes a change. Nothing is written. */
export async function changeOfMany(
  database: HistoryDatabase,
  ground: Ground,
  overlay: Overlay,
  touched: TouchedSubjects,
  { signal, progress, visit }: Working,
  replaced?: ReadonlyMap<string, string | undefined>,
): Promise<ManyChange> {
  const everything = await readEverything(database, ground, overlay, replaced);
  const pause = slices(signal);
  const units = await manyUnits(everything, ground, overlay, pause);
  const chosen =
    touched === "all"
      ? units.units
      : units.units.filter((unit) => unit.some((some) => some.some((one) => touched.has(one))));
  const reached = chosen.flat(2);
  // Where the view is written whole, what was there does not matter.
  const before = touched === "all" ? [] : await recordsBefore(database, reached);
  const keys = await keysOf(database);
  const tags = new Map(await keys.tags([...reached, ...before.flatMap((one) => one.aliases)]));
  const { rules } = wholeAfter(ground, overlay);
  const records: PersonRecord[] = [];
  const questions: Question[] = [];
  const waiting = new Map<PostSubject, boolean>();
  const erased = overlay.erased ?? new Set<string>();
  for await (const unit of projectedMany(chosen, everything, units, erased, pause)) {
    // The user's word may make somebody of an alias of which nobody says anything any more.
    const untagged = unit.people
      .flatMap(({ subject, aliases }) => [subject, ...aliases])
      .filter((one) => !tags.has(one));
    if (untagged.length > 0) for (const [one, tag] of await keys.tags(untagged)) tags.set(one, tag);
    for (const person of unit.people) {
      visit?.(person);
      records.push(recordOf(person, tags.get(person.subject)?.handle ?? "", rules));
      if (records.length % 500 === 0) progress?.(records.length);
    }
    questions.push(...unit.questions);
    for (const [post, isWaiting] of unit.posts) waiting.set(post, isWaiting);
  }
  const people =
    touched === "all" ? records.map((after) => ({ after })) : peopleChanges(before, records);
  return {
    view: { people, ...leads(people, tags), waiting, names: units.called },
    isOfAll: touched === "all",
    questions,
    waiting: [...waiting].flatMap(([post, isWaiting]) => (isWaiting ? [post] : [])),
  };
}

/** Everybody as computed from all records, one after the other. Nothing is written. */
export async function* everybodyProjected(
  database: HistoryDatabase,
  ground: Ground,
): AsyncGenerator<ProjectedPerson> {
  const everything = await readEverything(database, ground, NO_OVERLAY);
  const pause = slices(undefined);
  const units = await manyUnits(everything, ground, NO_OVERLAY, pause);
  const all = projectedMany(units.units, everything, units, new Set(), pause);
  for await (const { people } of all) yield* people;
}
