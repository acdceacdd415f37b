/** What of a reading must not depend on how the same files were chosen. */
import { type Fact, interactionsOf } from "../../../src/domain/interactions/interaction-columns.ts";
import type { ArchiveOptions } from "../../../src/linkedin/archive/read-archive.ts";
import type { ArchiveReading } from "../../../src/linkedin/archive/reading.ts";

export const OPTIONS: ArchiveOptions = { now: Date.UTC(2026, 4, 5) };

export function inOrder<T extends string>(texts: readonly T[]): readonly T[] {
  return [...texts].sort();
}

/** The facts stated of the subject at this place. */
export function factsAt(reading: ArchiveReading, place: number): readonly Fact[] {
  const { facts } = reading.bodyOf(place);
  return facts === undefined
    ? []
    : interactionsOf(facts, []).map(({ sources: _sources, ...fact }) => fact);
}

/** Subjects that are people, by alias or by name. */
export const peopleOf = (reading: ArchiveReading): readonly string[] =>
  reading.subjects.filter((subject) => !subject.startsWith("post:"));

/** How many facts are stated of posts. */
export const waitingOf = (reading: ArchiveReading): number =>
  reading.subjects.reduce(
    (sum, subject, place) =>
      subject.startsWith("post:") ? sum + factsAt(reading, place).length : sum,
    0,
  );

/** Every fact of people as text, by subject. */
export function factsBySubject(reading: ArchiveReading): Record<string, readonly string[]> {
  return Object.fromEntries(
    reading.subjects.flatMap((subject, place) =>
      subject.startsWith("post:")
        ? []
        : [
            [
              subject,
              inOrder(
                factsAt(reading, place).map(
                  ({ kind, direction, from, to, ref, groupSize, withNote }) =>
                    JSON.stringify([
                      [kind, direction, from, to, ref ?? ""].join("|"),
                      groupSize,
                      withNote,
                    ]),
                ),
              ),
            ] as const,
          ],
    ),
  );
}

/** Everything but the files, and what they contributed. */
export function outcome(reading: ArchiveReading): unknown {
  const { owner, madeAt, subjects, interactionCount, homonyms, links, span, coverage } = reading;
  return {
    owner: owner.aliases,
    madeAt,
    subjects,
    interactionCount,
    homonyms,
    links,
    span,
    coverage,
    circles: inOrder(reading.circles.map((circle) => JSON.stringify(circle))),
    bodies: subjects.map((_, place) => reading.bodyOf(place)),
  };
}
