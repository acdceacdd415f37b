/**
 * Counting what an import brings.
 */
import type { SourceId } from "../../domain/interactions/interaction.ts";
import type { ProjectedPerson } from "../../domain/projection/person-of.ts";
import { isPost, type Subject } from "../../domain/records/subject.ts";
import type { HistoryDatabase } from "../database/database.ts";
import { eachPart, partsFrom, referredTo } from "../ground/parts.ts";

/** The number of interactions in the text of a body. */
const COUNT = /"facts":\{"count":(\d+)/;

/** What a staged import speaks of. */
export interface StagedSubjects {
  readonly all: ReadonlySet<Subject>;
  /** Subjects without an equal statement in an earlier import. */
  readonly news: ReadonlySet<Subject>;
  /** The others apart from posts, by the import that stores the equal body. */
  readonly repeated: ReadonlyMap<SourceId, ReadonlySet<string>>;
}

/** Reads what a staged import speaks of. */
export async function stagedSubjects(
  database: HistoryDatabase,
  source: SourceId,
): Promise<StagedSubjects> {
  const all = new Set<Subject>();
  const news = new Set<Subject>();
  const repeated = new Map<SourceId, Set<string>>();
  for await (const { subjects, bodies } of eachPart(
    () => database.transaction("parts").store,
    source,
  )) {
    for (const [place, subject] of subjects.entries()) {
      all.add(subject as Subject);
      const other = referredTo(bodies[place] ?? "");
      if (other === undefined) news.add(subject as Subject);
      else if (!isPost(subject)) {
        const known = repeated.get(other);
        if (known === undefined) repeated.set(other, new Set([subject]));
        else known.add(subject);
      }
    }
  }
  return { all, news, repeated };
}

/** Counts what an import brings, person by person. */
export function counting(source: SourceId) {
  let [news, known, people] = [0, 0, 0];
  return {
    visit({ interactions }: ProjectedPerson): void {
      let isIn = false;
      for (const { sources } of interactions) {
        if (!sources.includes(source)) continue;
        isIn = true;
        if (sources.length === 1) news += 1;
        else known += 1;
      }
      if (isIn) people += 1;
    },
    counted: () => ({ interactionsNew: news, interactionsKnown: known, people }),
  };
}

/** People and interactions in bodies that an earlier import has as well. */
export async function repeatedFacts(
  database: HistoryDatabase,
  { repeated }: StagedSubjects,
): Promise<{ readonly people: number; readonly facts: number }> {
  const store = () => database.transaction("parts").store;
  let [people, facts] = [0, 0];
  for (const [other, wanted] of repeated)
    for await (const { subjects, bodies } of eachPart(store, other))
      for (const [place, subject] of subjects.entries()) {
        if (!wanted.has(subject)) continue;
        people += 1;
        facts += Number(COUNT.exec(bodies[place] ?? "")?.[1] ?? 0);
      }
  return { people, facts };
}

/** Interactions of an import under posts that wait. */
export async function waitingFacts(
  database: HistoryDatabase,
  source: SourceId,
  waiting: ReadonlySet<string>,
): Promise<number> {
  let facts = 0;
  const parts = await database.getAll("parts", partsFrom(source, "post:"));
  for (const { subjects, bodies } of parts)
    for (const [place, subject] of subjects.entries())
      if (waiting.has(subject)) facts += Number(COUNT.exec(bodies[place] ?? "")?.[1] ?? 0);
  return facts;
}
