/** What a reader has to find in a written archive: worked out from the invented network, not by reading. */
import type { Interaction } from "../../../src/domain/interaction.ts";
import type { WrittenFile } from "./written-file.ts";

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
  /** Facts by slug, without order. */
  readonly facts: ReadonlyMap<string, ReadonlyMap<string, ExpectedFact>>;
  /** Reactions and comments that wait for their author. */
  readonly waiting: number;
}

/** Counts what becomes of the rows of one file. */
export interface Counter {
  readonly expected: ExpectedFile;
  skip(reason: string): void;
  leaveOpen(): void;
  /** The row told this; merged when nothing of it was new. */
  tell(slugs: readonly string[], fact: ExpectedFact): void;
  /** The row told something that is no fact. */
  use(): void;
}

export function keyOf(fact: ExpectedFact): string {
  return [fact.kind, fact.direction, fact.from, fact.to, fact.ref ?? ""].join("|");
}

/** A new count for a file; the facts of all files come together in `facts`. */
export function counter(path: string, facts: Map<string, Map<string, ExpectedFact>>): Counter {
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
      for (const slug of slugs) {
        const own = facts.get(slug) ?? new Map<string, ExpectedFact>();
        facts.set(slug, own);
        isNew ||= !own.has(keyOf(fact));
        own.set(keyOf(fact), fact);
      }
      if (isNew) expected.used += 1;
      else expected.merged += 1;
    },
  };
}
