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
import { type Everything, readEverything } from "../ground/everything.ts";
import type { Ground } from "../ground/ground.ts";
import { type ManyUnit, manyUnits } from "./many-units.ts";
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
  /** Every subject that a person was projected of. */
  readonly reached: ReadonlySet<Subject>;
  /** Everybody who was projected, changed or not. */
  readonly records: readonly PersonRecord[];
  readonly questions: readonly Question[];
  /** Posts of the change that wait for an author. */
  readonly waiting: readonly PostSubject[];
}

/** Which people a change can touch, found in everything. */
export interface TouchedNow {
  readonly news: ReadonlySet<Subject>;
  /** Subjects of which nothing new is said: of them alone no question is asked again. */
  readonly again: ReadonlySet<Subject>;
}

/** Which people a change can touch; or how that is found in everything as it will be, and in the records as they are. */
export type TouchedSubjects =
  | ReadonlySet<Subject>
  | "all"
  | ((everything: Everything, people: readonly PersonRecord[]) => TouchedNow);

const NOTHING: ReadonlySet<Subject> = new Set();

const touchedNow = (
  touched: TouchedSubjects,
  everything: Everything,
  people: readonly PersonRecord[],
): TouchedNow =>
  typeof touched === "function"
    ? touched(everything, people)
    : { news: touched === "all" ? NOTHING : touched, again: NOTHING };

/** Whether a unit has one of these subjects. */
const hasSome = (unit: ManyUnit, subjects: ReadonlySet<Subject>): boolean =>
  subjects.size > 0 && unit.some((some) => some.some((one) => subjects.has(one)));

/** The records of people that have one of these subjects. */
const recordsOf = (
  people: readonly PersonRecord[],
  subjects: ReadonlySet<Subject>,
): readonly PersonRecord[] =>
  people.filter(
    (one) => subjects.has(one.subject) || one.aliases.some((alias) => subjects.has(alias)),
  );

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
  // Where the view is written whole, what was there does not matter.
  const known = touched === "all" ? [] : await database.getAll("people");
  const { news, again } = touchedNow(touched, everything, known);
  const pause = slices(signal);
  const units = await manyUnits(everything, ground, overlay, pause);
  const chosen =
    touched === "all"
      ? units.units
      : units.units.filter((unit) => hasSome(unit, news) || hasSome(unit, again));
  const reached = new Set(chosen.flat(2));
  const before = recordsOf(known, reached);
  const keys = await keysOf(database);
  const tags = new Map(await keys.tags([...reached, ...before.flatMap((one) => one.aliases)]));
  const { rules } = wholeAfter(ground, overlay);
  const records: PersonRecord[] = [];
  const questions: Question[] = [];
  const waiting = new Map<PostSubject, boolean>();
  const erased = overlay.erased ?? new Set<string>();
  const all = projectedMany(chosen, everything, units, erased, pause);
  for await (const { unit, people: projected, questions: asked, posts } of all) {
    // The user's word may make somebody of an alias of which nobody says anything any more.
    const untagged = projected
      .flatMap(({ subject, aliases }) => [subject, ...aliases])
      .filter((one) => !tags.has(one));
    if (untagged.length > 0) for (const [one, tag] of await keys.tags(untagged)) tags.set(one, tag);
    for (const person of projected) {
      visit?.(person);
      records.push(recordOf(person, tags.get(person.subject)?.handle ?? "", rules));
      if (records.length % 500 === 0) progress?.(records.length);
    }
    if (touched === "all" || hasSome(unit, news)) questions.push(...asked);
    for (const [post, isWaiting] of posts) waiting.set(post, isWaiting);
  }
  const people =
    touched === "all" ? records.map((after) => ({ after })) : peopleChanges(before, records);
  return {
    view: { people, ...leads(people, tags), waiting, names: units.called },
    isOfAll: touched === "all",
    reached,
    records,
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
