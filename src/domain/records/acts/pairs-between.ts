/**
 * The user's words between two sides.
 */
import type { Alias } from "../../person/person.ts";
import { pair, type PairWord, type RegisterWord } from "../register.ts";

/** A word on two aliases that holds. */
export interface PairHeld {
  readonly a: Alias;
  readonly b: Alias;
  readonly value: PairWord;
}

/** Takes back every word of one kind between two sides. */
export const takenBack = (
  one: readonly Alias[],
  other: readonly Alias[],
  pairs: readonly PairHeld[],
  word: PairWord,
): readonly RegisterWord[] => {
  const [ofOne, ofOther] = [new Set(one), new Set(other)];
  return pairs.flatMap(({ a, b, value }) => {
    const isBetween = (ofOne.has(a) && ofOther.has(b)) || (ofOne.has(b) && ofOther.has(a));
    return isBetween && value === word ? [pair(a, b, "nothing")] : [];
  });
};
