/**
 * Ids of notes. After two people became one, a note that both had may have two texts: the earlier one is shown under an id of its own.
 */
import type { Note } from "../person/person.ts";
import type { PersonSubject } from "./subject.ts";

/** Ids of notes do not hold it. */
const FROM = "~";

/** The id of the text that a note has for this alias or name. */
export const noteFrom = (id: string, subject: PersonSubject): string => `${id}${FROM}${subject}`;

/**
 * What to write when the user changes or removes notes: other texts of the same note are written as notes of their own, because what
 * is written is written for every alias.
 *
 * @param shown the notes of the person before
 * @param made texts by id; an empty text removes the note
 */
export function notesToWrite(
  shown: readonly Note[],
  made: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const others = shown.filter(({ id }) => {
    const place = id.indexOf(FROM);
    return place > 0 && id.slice(0, place) in made;
  });
  return { ...Object.fromEntries(others.map(({ id, text }) => [id, text])), ...made };
}
