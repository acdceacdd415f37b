/** What the page shows of a reading, small enough to be handed over. */
import type { ArchiveReading, FoundPerson } from "../linkedin/archive/reading.ts";
import type { NamedChoice, Preview } from "./archive-work.ts";

/** How many names with several bearers are offered for choice; the others stay open. */
const CHOICES = 50;
/** How many names several people share are listed. */
const HOMONYMS = 50;

function careerOf({ person }: FoundPerson): string {
  return [person.title, person.company].filter(Boolean).join(" · ");
}

function namedChoices({ openNames, people }: ArchiveReading): readonly NamedChoice[] {
  const asked = openNames.slice(0, CHOICES);
  const wanted = new Set(asked.flatMap(({ candidates }) => candidates.flat()));
  const byAlias = new Map(
    people.flatMap((found) =>
      found.person.aliases
        .filter((alias) => wanted.has(alias))
        .map((alias) => [alias, found] as const),
    ),
  );
  return asked.map(({ name, rows, candidates }) => ({
    name,
    rows,
    candidates: candidates.flatMap(([alias]) => {
      if (alias === undefined) return [];
      const found = byAlias.get(alias);
      return [
        {
          alias,
          career: found === undefined ? "" : careerOf(found),
          interactions: found?.interactionCount ?? 0,
        },
      ];
    }),
  }));
}

/** How many rows have no more than a name whose person is not known. */
const keptByName = ({ files }: ArchiveReading): number =>
  files
    // Whom the owner follows is asked of the newest archive alone.
    .filter(({ kind }) => kind !== "member-follows")
    .flatMap(({ skipped }) => skipped)
    .reduce((sum, { reason, count }) => sum + (reason === "name-unknown" ? count : 0), 0);

/**
 * The preview of a reading.
 *
 * @param parts how many parts it will be staged in
 */
export function preview(reading: ArchiveReading, parts: number): Preview {
  const { isUsable, owner, madeAt, files, people, openNames, homonyms, circles, span, coverage } =
    reading;
  const peopleKnown = people.reduce((sum, { isKnown }) => sum + (isKnown ? 1 : 0), 0);
  return {
    isUsable,
    owner,
    madeAt,
    files,
    peopleNew: people.length - peopleKnown,
    peopleKnown,
    interactions: reading.interactionCount,
    waiting: reading.waiting.length,
    kept: keptByName(reading),
    placed: reading.placedCount,
    openNames: namedChoices(reading),
    openNameCount: openNames.length,
    homonyms: homonyms.slice(0, HOMONYMS),
    homonymCount: homonyms.length,
    circles,
    ...(span && { span }),
    coverage,
    parts,
  };
}
