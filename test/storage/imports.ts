/**
 * Invented imports for tests: written as sightings, brought in as an archive would be.
 */
import type {
  ImportedCircle,
  ImportedPerson,
  ImportHead,
  WaitingFact,
} from "../../src/domain/archive-import.ts";
import type { ArchiveSpan } from "../../src/domain/coverage.ts";
import { union } from "../../src/domain/history.ts";
import { packed } from "../../src/domain/interaction-columns.ts";
import type { Interaction, SourceId } from "../../src/domain/interaction.ts";
import { personFrom, unitedPerson } from "../../src/domain/person-union.ts";
import type { PersonId } from "../../src/domain/person.ts";
import { samePerson } from "../../src/domain/same-person.ts";
import type { Sighting } from "../../src/domain/sighting.ts";
import type { HistoryDatabase } from "../../src/storage/database.ts";
import { commitImport } from "../../src/storage/import-commit.ts";
import { beginImport, stagePart } from "../../src/storage/import-staging.ts";
import type { NewId } from "../../src/storage/record.ts";
import { START } from "./sightings.ts";

const NOBODY = "nobody" as PersonId;

/** The people an archive that says this would bring; whoever is said to be one is one. */
export function importedPeople(
  sightings: readonly Sighting[],
  source: SourceId,
): readonly ImportedPerson[] {
  const groups = samePerson(sightings.map(({ person }) => person.aliases));
  return groups.map((places) => {
    const said = places.flatMap((place) => sightings[place] ?? []);
    const { aliases, name, career } = said
      .map(({ person }) => personFrom(person, NOBODY))
      .reduce(unitedPerson);
    const facts = said.flatMap((one): readonly Interaction[] =>
      one.what === "interaction" ? [{ ...one.interaction, sources: [source] }] : [],
    );
    return { aliases, name, career, interactions: packed(union(facts, [])) };
  });
}

export interface WrittenImport {
  readonly id: string;
  readonly sightings: readonly Sighting[];
  readonly waiting?: readonly WaitingFact[];
  readonly own?: readonly string[];
  readonly coverage?: readonly ArchiveSpan[];
  readonly circles?: readonly ImportedCircle[];
  /** People in one part. */
  readonly size?: number;
  /** The order the parts are staged in, by rank. */
  readonly order?: readonly number[];
}

export const headOf = ({ id, coverage = [], circles = [] }: WrittenImport): ImportHead => ({
  id,
  at: START,
  madeAt: START,
  coverage,
  circles,
  files: [],
});

/** Stages an import without committing it. Answers how many parts there are. */
export async function stage(database: HistoryDatabase, written: WrittenImport): Promise<number> {
  const { id, sightings, waiting = [], own = [], size = 2, order = [] } = written;
  const people = importedPeople(sightings, `archive:${id}`);
  const count = Math.max(1, Math.ceil(people.length / size));
  const parts = Array.from({ length: count }, (_, part) => ({
    part,
    people: people.slice(part * size, (part + 1) * size),
    waiting: part === 0 ? waiting : [],
    placed: [],
    own: part === 0 ? own : [],
  }));
  await beginImport(database, headOf(written));
  const ranked = parts.toSorted((a, b) => (order[a.part] ?? 0) - (order[b.part] ?? 0));
  for (const part of ranked) await stagePart(database, id, part);
  return count;
}

/** Stages and commits an import. */
export async function bring(
  database: HistoryDatabase,
  written: WrittenImport,
  newId: NewId,
  now: number,
) {
  const parts = await stage(database, written);
  return commitImport(database, written.id, { parts, newId, now });
}
