/** What the page shows of a reading, small enough to be handed over. */
import type { ArchiveReading } from "../../linkedin/archive/reading.ts";
import type { ArchiveContents } from "./archive-work.ts";

/** How many names several people share are listed. */
const HOMONYMS = 50;

/** The contents of a reading. */
export function archiveContents(reading: ArchiveReading): ArchiveContents {
  const { isUsable, owner, madeAt, files, homonyms, circles, span, coverage } = reading;
  return {
    isUsable,
    owner,
    madeAt,
    files,
    people: reading.peopleCount,
    interactions: reading.interactionCount,
    waiting: reading.postFactCount,
    homonyms: homonyms.slice(0, HOMONYMS),
    homonymCount: homonyms.length,
    circles,
    ...(span && { span }),
    coverage,
  };
}
