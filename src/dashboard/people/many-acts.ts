/**
 * One act on a selection, and the way back: in parts, because one question is about 200 people at most.
 */
import type { WayBack } from "../../domain/records/acts/choices-of-many.ts";
import type { Made } from "../../domain/records/made.ts";
import type { PersonId } from "../../domain/person/person.ts";
import { askFromPage } from "../../protocol/transport.ts";
import { inParts } from "./selection.ts";

/** What was done to many, and how each of them was before. */
export interface DoneToMany {
  readonly made: Made;
  readonly back: readonly WayBack[];
}

/** People in one part: small enough that the user sees it go on, and can look at others in between. */
const PART = 50;

/** Does it. @param progress is called with how many people are done */
export async function doToMany(
  ids: readonly PersonId[],
  made: Made,
  progress: (done: number) => void,
): Promise<DoneToMany> {
  const back: WayBack[] = [];
  for (const part of inParts(ids, PART)) {
    back.push(...(await askFromPage.chooseMany({ ids: part, made })));
    progress(back.length);
  }
  return { made, back };
}

/** Takes it back. Answers who stays as they are, because they were changed since or are gone. */
export async function undoToMany({ made, back }: DoneToMany): Promise<readonly PersonId[]> {
  const left: PersonId[] = [];
  for (const part of inParts(back, PART))
    left.push(...(await askFromPage.takeBackMany({ made, back: part })));
  return left;
}
