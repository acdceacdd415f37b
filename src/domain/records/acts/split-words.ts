/**
 * What the user's splitting of a person writes. All words of one act are stored with one moment.
 */
import type { Alias } from "../../person/person.ts";
import { pair, registerKey, type RegisterWord } from "../register.ts";
import { compareSubjects, representative } from "../subject.ts";
import { type PairHeld, takenBack } from "./pairs-between.ts";

/** `same` for all aliases of one side: each with the first. */
const insideWords = (side: readonly Alias[]): readonly RegisterWord[] => {
  const [first, ...others] = side.toSorted(compareSubjects);
  return first === undefined ? [] : others.map((alias) => pair(first, alias, "same"));
};

/**
 * One person is two: `same` inside each side, every `same` between them is taken back, and one `different` is written.
 *
 * @param pairs the user's words that hold
 * @returns nothing where one side is empty
 */
export function splitWords(
  staying: readonly Alias[],
  leaving: readonly Alias[],
  pairs: readonly PairHeld[],
): readonly RegisterWord[] {
  const [a, b] = [representative(staying), representative(leaving)];
  if (a === undefined || b === undefined) return [];
  const different = pair(a, b, "different");
  const key = registerKey(different);
  return [
    // An act writes each register once.
    ...takenBack(staying, leaving, pairs, "same").filter((word) => registerKey(word) !== key),
    ...insideWords(staying),
    ...insideWords(leaving),
    different,
  ];
}
