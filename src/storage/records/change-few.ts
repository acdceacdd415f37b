/**
 * A change of a few people: the unit around them is projected with the change and written.
 */
import type { PersonRecord } from "../../domain/directory/person-record.ts";
import { project, type Projected } from "../../domain/projection/project.ts";
import type { HybridTime } from "../../domain/records/hybrid-time.ts";
import { isAlias, isName, isPost, type Subject } from "../../domain/records/subject.ts";
import type { HistoryDatabase, HistoryTransaction } from "../database/database.ts";
import { keysOf } from "../database/keys.ts";
import { personWith } from "../view/people.ts";
import { recordOf } from "../view/record-of.ts";
import { leads, peopleChanges, type ViewChange } from "../view/view-change.ts";
import type { Ground } from "../ground/ground.ts";
import { groundNow } from "./ground-now.ts";
import { NO_OVERLAY, type Overlay } from "../ground/overlay.ts";
import { inTurn } from "../database/turn.ts";
import { type Unit, unitAround } from "../ground/unit.ts";
import { Moved, write } from "./write.ts";

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

/** The records of everybody in a unit as they are now. */
async function recordsBefore(
  database: HistoryDatabase,
  subjects: Iterable<Subject>,
): Promise<readonly PersonRecord[]> {
  const transaction = database.transaction(["aliases", "people"]);
  const stores = {
    aliases: transaction.objectStore("aliases"),
    people: transaction.objectStore("people"),
  };
  const found = await Promise.all(
    [...subjects]
      .filter((one) => isAlias(one) || isName(one))
      .map((subject) => personWith(stores, subject)),
  );
  return [...new Map(found.flatMap((one) => (one ? [[one.subject, one]] : []))).values()];
}

/** What a unit, projected, does to the view. */
async function viewChange(
  database: HistoryDatabase,
  unit: Unit,
  { people, waiting }: Projected,
  erased: ReadonlySet<string> = new Set(),
): Promise<ViewChange> {
  const [before, keys] = await Promise.all([
    recordsBefore(database, unit.subjects),
    keysOf(database),
  ]);
  const tags = await keys.tags([
    ...people.flatMap(({ subject, aliases }) => [subject, ...aliases]),
    ...before.flatMap(({ aliases }) => aliases),
  ]);
  const after = people.map((person) => recordOf(person, tags.get(person.subject)?.handle ?? ""));
  const changes = peopleChanges(before, after);
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
  database: HistoryDatabase,
  ground: Ground,
  overlay: Overlay,
  subjects: Iterable<Subject>,
): Promise<{ readonly unit: Unit; readonly projected: Projected }> {
  const unit = await unitAround(database, ground, overlay, subjects);
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
 * @returns what `change` answered as `T`
 */
export function changeFew<T>(
  database: HistoryDatabase,
  now: number,
  change: (ground: Ground) => Promise<readonly [FewChange | undefined, T]>,
): Promise<T> {
  const attempt = async (): Promise<T> => {
    const ground = await groundNow(database, now);
    const [made, answer] = await change(ground);
    if (made === undefined) return answer;
    const overlay: Overlay = { ...NO_OVERLAY, ...made.overlay };
    const starts = [...touched(overlay), ...(made.around ?? [])];
    const { unit, projected } = await projectedAround(database, ground, overlay, starts);
    const view = await viewChange(database, unit, projected, overlay.erased);
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
