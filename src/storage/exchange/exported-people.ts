/**
 * Reading people out for files of other programs, with the interactions that count where these are wanted.
 */
import { type ExportedPerson, exportedPerson } from "../../domain/directory/exported-person.ts";
import { settled } from "../../domain/interactions/history.ts";
import type { PersonId } from "../../domain/person/person.ts";
import type { ProjectedPerson } from "../../domain/projection/person-of.ts";
import type { HistoryDatabase } from "../database/database.ts";
import { keysOf } from "../database/keys.ts";
import { everybody } from "../derived/everybody.ts";
import { groundOf } from "../ground/ground.ts";
import { NO_OVERLAY } from "../ground/overlay.ts";
import { readings } from "../ground/readings.ts";
import { projectedAround } from "../records/change-few.ts";
import { everybodyProjected } from "../records/change-many.ts";
import { storedWhole, type Whole } from "../view/about.ts";
import { recordOf } from "../view/record-of.ts";

/** What is asked for. */
export interface PeopleWanted {
  /** The place that the part before ended with; `undefined` to begin. */
  readonly after?: string | undefined;
  readonly atMost: number;
  readonly interactions: boolean;
}

/** A part of an export; the last one has no `next`. */
interface PeoplePart {
  readonly people: readonly ExportedPerson[];
  readonly next?: string;
}

/** Everybody as one reading goes on, so that the next part need not begin again. */
interface ExportProgress {
  readonly revision: number;
  readonly after: string | undefined;
  readonly people: AsyncGenerator<ProjectedPerson>;
}

const progressOf = new WeakMap<object, ExportProgress>();

const WITHOUT = { interactions: [], mutualNamed: [] };

/** What a person as computed has beyond the record in the view. */
const detailsOf = ({ interactions, removed, mutual }: ProjectedPerson) => ({
  interactions: settled(interactions, removed),
  mutualNamed: mutual?.named ?? [],
});

/** The reading that stands after this place, or a new one that is led there. */
async function readingAfter(
  database: HistoryDatabase,
  after: string | undefined,
): Promise<ExportProgress> {
  const ground = await groundOf(database);
  const known = progressOf.get(database);
  if (known?.revision === ground.revision && known.after === after && after !== undefined)
    return known;
  const people = everybodyProjected(database, ground);
  if (after !== undefined)
    for (let next = await people.next(); !next.done; next = await people.next())
      if (next.value.subject === after) break;
  return { revision: ground.revision, after, people };
}

/** The next people out of all records, with their interactions. */
async function projectedPart(
  database: HistoryDatabase,
  { after, atMost }: PeopleWanted,
  { coverage, rules }: Whole,
  now: number,
): Promise<PeoplePart> {
  const reading = await readingAfter(database, after);
  const found: ProjectedPerson[] = [];
  let isLast = false;
  while (found.length < atMost && !isLast) {
    const next = await reading.people.next();
    if (next.done) isLast = true;
    else found.push(next.value);
  }
  const last = found.at(-1)?.subject;
  if (isLast || last === undefined) progressOf.delete(database);
  else progressOf.set(database, { ...reading, after: last });
  const tags = await (await keysOf(database)).tags(found.map(({ subject }) => subject));
  const people = found.map((one) =>
    exportedPerson(
      recordOf(one, tags.get(one.subject)?.handle ?? "", rules),
      detailsOf(one),
      coverage,
      now,
    ),
  );
  return { people, ...(!isLast && last !== undefined && { next: last }) };
}

/** The next people out of the view. */
async function viewedPart(
  database: HistoryDatabase,
  { after, atMost }: PeopleWanted,
  { coverage }: Whole,
  now: number,
): Promise<PeoplePart> {
  const range = after === undefined ? undefined : IDBKeyRange.lowerBound(after, true);
  const records = await database.getAll("people", range, atMost);
  const next = records.length === atMost ? records.at(-1)?.subject : undefined;
  return {
    people: records.map((one) => exportedPerson(one, WITHOUT, coverage, now)),
    ...(next !== undefined && { next }),
  };
}

/** The next people on the day of `now`, and where to go on. */
export async function exportedPeople(
  database: HistoryDatabase,
  wanted: PeopleWanted,
  now: number,
): Promise<PeoplePart> {
  const whole = await storedWhole(database);
  return wanted.interactions
    ? projectedPart(database, wanted, whole, now)
    : viewedPart(database, wanted, whole, now);
}

/** The people with these handles on the day of `now`, in this order; who is no longer there is left out. */
export async function chosenPeople(
  database: HistoryDatabase,
  { ids, interactions }: { readonly ids: readonly PersonId[]; readonly interactions: boolean },
  now: number,
): Promise<readonly ExportedPerson[]> {
  const { coverage, rowOf } = await everybody(database, now);
  // In memory: to look for each handle on the disk takes longer than all the rest.
  const subjects = ids.flatMap((id) => rowOf(id)?.subject ?? []);
  const { store } = database.transaction("people");
  const found = await Promise.all(subjects.map((subject) => store.get(subject)));
  const records = found.filter((one) => one !== undefined);
  if (!interactions) return records.map((one) => exportedPerson(one, WITHOUT, coverage, now));
  const ground = await groundOf(database);
  const reading = readings(database);
  const people: ExportedPerson[] = [];
  for (const record of records) {
    const starts = [record.subject, ...record.aliases];
    const { projected } = await projectedAround(reading, ground, NO_OVERLAY, starts);
    const person = projected.people.find(({ subject }) => subject === record.subject);
    if (person !== undefined) people.push(exportedPerson(record, detailsOf(person), coverage, now));
  }
  return people;
}
