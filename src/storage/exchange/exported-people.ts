/**
 * Reading everybody out for tables, with the interactions that count.
 */
import type { ExportedPerson } from "../../domain/records/exported-history.ts";
import { settled } from "../../domain/interactions/history.ts";
import type { ProjectedPerson } from "../../domain/projection/person-of.ts";
import type { HistoryDatabase } from "../database/database.ts";
import { everybodyProjected } from "../records/change-many.ts";
import { groundOf } from "../ground/ground.ts";

/** Everybody as one reading goes on, so that the next part need not begin again. */
interface ExportProgress {
  readonly revision: number;
  readonly after: string | undefined;
  readonly people: AsyncGenerator<ProjectedPerson>;
}

const readings = new WeakMap<object, ExportProgress>();

function exported({
  aliases,
  name,
  career,
  choices,
  interactions,
  removed,
  visits,
}: ProjectedPerson): ExportedPerson {
  return { aliases, name, career, choices, interactions: settled(interactions, removed), visits };
}

/** The reading that stands after this place, or a new one that is led there. */
async function readingAfter(
  database: HistoryDatabase,
  after: string | undefined,
): Promise<ExportProgress> {
  const ground = await groundOf(database);
  const known = readings.get(database);
  if (known?.revision === ground.revision && known.after === after && after !== undefined)
    return known;
  const people = everybodyProjected(database, ground);
  if (after !== undefined)
    for (let next = await people.next(); !next.done; next = await people.next())
      if (next.value.subject === after) break;
  return { revision: ground.revision, after, people };
}

/** The next people, and where to go on; the last part has no `next`. */
export async function exportedPeople(
  database: HistoryDatabase,
  { after, atMost }: { readonly after?: string | undefined; readonly atMost: number },
): Promise<{ readonly people: readonly ExportedPerson[]; readonly next?: string }> {
  const reading = await readingAfter(database, after);
  const people: ExportedPerson[] = [];
  let last: string | undefined;
  while (people.length < atMost) {
    const next = await reading.people.next();
    if (next.done) {
      readings.delete(database);
      return { people };
    }
    last = next.value.subject;
    people.push(exported(next.value));
  }
  readings.set(database, { ...reading, after: last });
  return { people, ...(last !== undefined && { next: last }) };
}
