/** What a reader has to find in a written archive: worked out from the invented network, not by reading. */
import type { Interaction } from "../../../src/domain/interactions/interaction.ts";
import type { WrittenFile } from "./written/written-file.ts";

export type ExpectedFact = Omit<Interaction, "sources">;

export interface ExpectedFile {
  readonly path: string;
  rows: number;
  used: number;
  merged: number;
  ambiguous: number;
  skipped: Record<string, number>;
}

export interface WrittenArchive {
  readonly files: readonly WrittenFile[];
  /** By file path. */
  readonly expected: readonly ExpectedFile[];
  /** Facts by the subject they are stated of (`slug:…` or `name:…`), without order. */
  readonly facts: ReadonlyMap<string, ReadonlyMap<string, ExpectedFact>>;
  /** Reactions and comments that wait for their author. */
  readonly waiting: number;
}

/** Counts what becomes of the rows of one file. */
export interface Counter {
  readonly expected: ExpectedFile;
  skip(reason: string): void;
  leaveOpen(): void;
  /** The row told this of people of the network, by slug; merged when nothing of it was new. */
  tell(slugs: readonly string[], fact: ExpectedFact): void;
  /** The row states this of a subject, whatever is counted. */
  state(subject: string, fact: ExpectedFact): void;
  /** What was stated of one subject with a note is told to be of another one. */
  restateNoted(from: string, to: string): void;
  /** The row told something that is no fact. */
  use(): void;
}

export function keyOf(fact: ExpectedFact): string {
  return [fact.kind, fact.direction, fact.from, fact.to, fact.ref ?? ""].join("|");
}

/** Facts by whom they are about, each once. */
export type FactsOf = Map<string, Map<string, ExpectedFact>>;

function isNewOf(facts: FactsOf, whose: string, fact: ExpectedFact): boolean {
  const own = facts.get(whose) ?? new Map<string, ExpectedFact>();
  facts.set(whose, own);
  const isNew = !own.has(keyOf(fact));
  own.set(keyOf(fact), fact);
  return isNew;
}

/**
 * A new count for a file.
 *
 * @param known what was told of each slug up to now, by any file
 * @param stated what was stated of each subject up to now
 */
export function counter(path: string, known: FactsOf, stated: FactsOf): Counter {
  const expected: ExpectedFile = { path, rows: 0, used: 0, merged: 0, ambiguous: 0, skipped: {} };
  return {
    expected,
    skip(reason) {
      expected.rows += 1;
      expected.skipped[reason] = (expected.skipped[reason] ?? 0) + 1;
    },
    leaveOpen() {
      expected.rows += 1;
      expected.ambiguous += 1;
    },
    use() {
      expected.rows += 1;
      expected.used += 1;
    },
    tell(slugs, fact) {
      expected.rows += 1;
      let isNew = false;
      for (const slug of slugs) isNew = isNewOf(known, slug, fact) || isNew;
      if (isNew) expected.used += 1;
      else expected.merged += 1;
    },
    state: (subject, fact) => void isNewOf(stated, subject, fact),
    restateNoted(from, to) {
      const own = stated.get(from);
      for (const [key, fact] of own ?? []) {
        if (!fact.withNote) continue;
        own?.delete(key);
        isNewOf(stated, to, fact);
      }
      if (own?.size === 0) stated.delete(from);
    },
  };
}
