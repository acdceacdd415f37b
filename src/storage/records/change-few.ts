/**
 * A change of a few people: the unit around them is projected with the change and written.
 */
import type { Alias } from "../../domain/person/person.ts";
import type { PersonRecord } from "../../domain/directory/person-record.ts";
import { project, type Projected } from "../../domain/projection/project.ts";
import type { HybridTime } from "../../domain/records/hybrid-time.ts";
import {
  isAlias,
  isName,
  isPost,
  type PersonSubject,
  type Subject,
} from "../../domain/records/subject.ts";
import type { HistoryDatabase, HistoryTransaction } from "../database/database.ts";
import type { Tag } from "../database/history-key.ts";
import { keysOf } from "../database/keys.ts";
import type { Whole } from "../view/about.ts";
import { recordOf } from "../view/record-of.ts";
import { leads, peopleChanges, type ViewChange } from "../view/view-change.ts";
import { type Ground, groundOf, lastGround } from "../ground/ground.ts";
import { correctedGround } from "./ground-now.ts";
import { NO_OVERLAY, type Overlay } from "../ground/overlay.ts";
import { inTurn } from "../database/turn.ts";
import { readAhead, type Readings, readings } from "../ground/readings.ts";
import { type GroundUnit, unitAround } from "../ground/unit.ts";
import { Moved, wholeAfter, write } from "./write.ts";

/** A change of records, as somebody asks for it. */
export interface FewChange {
  readonly overlay: Overlay;
  /** Subjects that are touched besides those of the overlay. */
  readonly around?: readonly Subject[];
  readonly time?: HybridTime;
  /** See `Writing.also`. */
  readonly also?: (transaction: HistoryTransaction) => Promise<void>;
}

/** Every subject that an overlay speaks of. */
function touched({ statements, links, registers, erased }: Overlay): readonly Subject[] {
  return [
    ...statements.map(({ subject }) => subject),
    ...statements.flatMap(({ body }) =>
      "authors" in body ? (body.authors ?? []).flatMap(({ alias }) => alias ?? []) : [],
    ),
    ...links.flatMap(({ a, b }) => [a, b]),
    ...registers.flatMap(({ word }): readonly Subject[] => {
      if (word.kind === "pair") return [word.a, word.b].filter(isAlias);
      if (word.kind === "named") return isAlias(word.value) ? [word.name, word.value] : [word.name];
      if (word.kind === "author")
        return isAlias(word.value) ? [word.post, word.value] : [word.post];
      return [];
    }),
    ...([...(erased ?? [])] as Subject[]),
  ];
}

/** The records of everybody in a unit as they are now, by subject. */
async function recordsBefore(
  reading: Readings,
  subjects: Iterable<Subject>,
): Promise<ReadonlyMap<string, PersonRecord>> {
  const found = await Promise.all(
    [...subjects]
      .filter((one) => isAlias(one) || isName(one))
      .map((subject) => reading.person(subject)),
  );
  return new Map(found.flatMap((one) => (one ? [[one.subject, one] as const] : [])));
}

/** Subjects and aliases of those who are known by others than before. */
function renamed(
  before: ReadonlyMap<string, PersonRecord>,
  after: readonly Pick<PersonRecord, "subject" | "aliases">[],
): readonly string[] {
  const aliasesOf = (one?: Pick<PersonRecord, "aliases">) => one?.aliases.toSorted().join(" ");
  const now = new Map(after.map((one) => [one.subject, one]));
  return [...new Set([...before.keys(), ...now.keys()])].flatMap((subject) => {
    const [had, has] = [before.get(subject), now.get(subject as PersonSubject)];
    if (aliasesOf(had) === aliasesOf(has)) return [];
    return [subject, ...(had?.aliases ?? []), ...(has?.aliases ?? [])];
  });
}

/** What a unit, projected, does to the view. */
async function viewChange(
  database: HistoryDatabase,
  reading: Readings,
  unit: GroundUnit,
  { people, waiting }: Projected,
  { rules }: Whole,
  erased: ReadonlySet<string> = new Set(),
): Promise<ViewChange> {
  const before = await recordsBefore(reading, unit.subjects);
  const hashed = renamed(before, people);
  // Where nobody is known by another alias than before, the keys need not even be read.
  const tags: ReadonlyMap<string, Tag> =
    hashed.length === 0 ? new Map() : await (await keysOf(database)).tags(hashed);
  const after = people.map((person) =>
    recordOf(
      person,
      before.get(person.subject)?.id ?? tags.get(person.subject)?.handle ?? "",
      rules,
    ),
  );
  const changes = peopleChanges([...before.values()], after);
  const isWaiting = new Set(waiting);
  return {
    people: changes,
    ...leads(changes, tags),
    waiting: new Map([...unit.subjects].filter(isPost).map((post) => [post, isWaiting.has(post)])),
    names: new Map(
      [...unit.called].flatMap(([name, called]) =>
        erased.has(name) ? [] : [[name, [...called].filter((one) => !erased.has(one)).sort()]],
      ),
    ),
  };
}

/** Projects the unit around some subjects as it is with an overlay. */
export async function projectedAround(
  reading: Readings,
  ground: Ground,
  overlay: Overlay,
  subjects: Iterable<Subject>,
): Promise<{ readonly unit: GroundUnit; readonly projected: Projected }> {
  const unit = await unitAround(reading, ground, overlay, subjects);
  const { erased } = overlay;
  return {
    unit,
    projected: project(unit.records, erased && ((subject) => erased.has(subject))),
  };
}

/**
 * Makes a change of a few people, when everything that was begun before is done.
 *
 * @param change computes the change from what is known; answers `undefined` when there is nothing to change. It is called again when
 * something was written meanwhile.
 * @param ahead aliases that are looked at, so that everything about them is read in one go
 * @returns what `change` answered as `T`
 */
export function changeFew<T>(
  database: HistoryDatabase,
  now: number,
  change: (ground: Ground, reading: Readings) => Promise<readonly [FewChange | undefined, T]>,
  ahead: readonly Alias[] = [],
): Promise<T> {
  const attempt = async (): Promise<T> => {
    const first = readings(database);
    // The ground first: what is read beside it is then never older than its revision.
    const [read] = await Promise.all([
      groundOf(database),
      readAhead(first, ahead, lastGround(database)?.imports ?? []),
    ]);
    const ground = await correctedGround(database, read, now);
    const reading = ground === read ? first : readings(database);
    const [made, answer] = await change(ground, reading);
    if (made === undefined) return answer;
    const overlay: Overlay = { ...NO_OVERLAY, ...made.overlay };
    const starts = [...touched(overlay), ...(made.around ?? [])];
    const { unit, projected } = await projectedAround(reading, ground, overlay, starts);
    const view = await viewChange(
      database,
      reading,
      unit,
      projected,
      wholeAfter(ground, overlay),
      overlay.erased,
    );
    try {
      await write(database, {
        ground,
        overlay,
        view,
        now,
        ...(made.time && { time: made.time }),
        ...(made.also && { also: made.also }),
      });
      return answer;
    } catch (error) {
      if (error instanceof Moved) return attempt();
      throw error;
    }
  };
  return inTurn(database, attempt);
}
