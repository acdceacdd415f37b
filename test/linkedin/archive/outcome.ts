/** What of a reading must not depend on how the same files were chosen. */
import type { ArchiveOptions } from "../../../src/linkedin/archive/read-archive.ts";
import type { ArchiveReading } from "../../../src/linkedin/archive/reading.ts";

export const OPTIONS: ArchiveOptions = { importId: "test", now: Date.UTC(2026, 4, 5) };

export function inOrder<T extends string>(texts: readonly T[]): readonly T[] {
  return [...texts].sort();
}

/** Every fact as text, by the alias of the person. */
export function factsByAlias(reading: ArchiveReading): Record<string, readonly string[]> {
  return Object.fromEntries(
    reading.people.map(({ person }, index) => [
      person.aliases.join(" "),
      inOrder(
        reading
          .interactionsOf(index)
          .map(({ kind, direction, from, to, ref, groupSize, withNote }) =>
            JSON.stringify([[kind, direction, from, to, ref ?? ""].join("|"), groupSize, withNote]),
          ),
      ),
    ]),
  );
}

/** Everything but the files, and what they contributed. */
export function outcome(reading: ArchiveReading): unknown {
  const { owner, madeAt, people, interactionCount, homonyms, waiting, span, coverage } = reading;
  const circles = inOrder(reading.circles.map((circle) => JSON.stringify(circle)));
  const names = reading.openNames.map(({ name, candidates }) => ({ name, candidates }));
  const facts = factsByAlias(reading);
  return {
    owner: owner.aliases,
    madeAt,
    people,
    interactionCount,
    names,
    homonyms,
    waiting,
    span,
    coverage,
    circles,
    facts,
  };
}
