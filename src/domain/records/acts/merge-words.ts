/**
 * What the user's acts on two people write: words on pairs of aliases. All words of one act are stored with one moment.
 */
import type { Alias } from "../../person/person.ts";
import { compareTimes, type HybridTime } from "../hybrid-time.ts";
import { MOST_ALIASES } from "../link.ts";
import { pair, registerKey, type RegisterRecord, type RegisterWord } from "../register.ts";
import { isAlias, representative } from "../subject.ts";
import { type PairHeld, takenBack } from "./pairs-between.ts";

/**
 * Two people are one: every `different` between them is taken back, and one `same` is written.
 *
 * @param pairs the user's words that hold
 * @returns nothing where one of the two has no alias
 * @throws {RangeError} when together they have more aliases than any person has
 */
export function mergeWords(
  one: readonly Alias[],
  other: readonly Alias[],
  pairs: readonly PairHeld[],
): readonly RegisterWord[] {
  const [a, b] = [representative(one), representative(other)];
  if (a === undefined || b === undefined) return [];
  if (new Set([...one, ...other]).size > MOST_ALIASES)
    throw new RangeError(`No person has more than ${MOST_ALIASES} aliases`);
  const same = pair(a, b, "same");
  const key = registerKey(same);
  const back = takenBack(one, other, pairs, "different");
  const others = back.filter((word) => registerKey(word) !== key);
  return [...others, { ...same, ...(others.length < back.length && { before: "different" }) }];
}

/** A pair of aliases with the user's latest word on it, and when it was said. */
interface LatestPair extends PairHeld {
  readonly time: HybridTime;
  readonly before?: "different";
}

function latestPairs(registers: readonly RegisterRecord[]): readonly LatestPair[] {
  const latest = new Map<string, LatestPair>();
  for (const { word, time } of registers) {
    if (word.kind !== "pair") continue;
    const { a, b, value, before } = word;
    if (!isAlias(a) || !isAlias(b)) continue;
    const key = registerKey(word);
    const known = latest.get(key);
    if (known === undefined || compareTimes(time, known.time) > 0)
      latest.set(key, { a, b, value, time, ...(before && { before }) });
  }
  return [...latest.values()];
}

/**
 * Takes back what the user said last of two people: the act that merged them, with what it took back itself, or the answer that they are
 * two.
 *
 * @param registers all that the history holds
 * @returns nothing where no such word is left on this pair
 */
export function undoMergeWords(
  a: Alias,
  b: Alias,
  registers: readonly RegisterRecord[],
): readonly RegisterWord[] {
  const latest = latestPairs(registers);
  const merged = latest.find((one) => (one.a === a && one.b === b) || (one.a === b && one.b === a));
  if (merged === undefined || merged.value === "nothing") return [];
  const ofAct = latest.filter(({ time }) => compareTimes(time, merged.time) === 0);
  // As an answer, `different` stands alone; the act that splits two sides says more than that and is taken back by another merge.
  if (merged.value === "different")
    return ofAct.length === 1 ? [pair(a, b, merged.before ?? "nothing")] : [];
  // The act that splits two sides writes `same` inside each; it has a `different` of its own.
  const isMerge = ofAct.every(({ value }) => value !== "different");
  const cleared = isMerge ? ofAct.filter(({ value }) => value === "nothing") : [];
  return [
    ...cleared.map((one) => pair(one.a, one.b, "different")),
    pair(a, b, merged.before ?? "nothing"),
  ];
}
