/**
 * Who a name is. An archive may give a name without an alias; then the person is looked for in the owner's own circle at the time of
 * each fact. One possible person: the fact is theirs. None: a person known by this name alone. Several: nobody's, and a question.
 */
import type { Interaction } from "../interactions/interaction.ts";
import { members, type Namesake, possible } from "./circle-of-name.ts";

/** The people that the facts of one name belong to. */
export interface NameDecision<Key extends object> {
  readonly decided: ReadonlyMap<Key, readonly Interaction[]>;
  /** Facts of a person who is known by this name alone. */
  readonly byName: readonly Interaction[];
  /** Facts that may be of several. */
  readonly open: readonly Interaction[];
  /** Those that they may be of, known by an alias. */
  readonly candidates: readonly Key[];
  /** How many people of this name have no alias. */
  readonly strangers: number;
  /**
   * Whose the rest is that is said of the name: of the only person with an alias that it can be, of a person known by this name alone,
   * or of nobody, where it can be of several.
   */
  readonly whole: Key | "by-name" | "divided";
}

/**
 * Decides for each fact of a name.
 *
 * @param facts what archives say of the name, in the order of `compareInteractions`
 * @param namesakes everybody else who was ever called so
 */
export function nameDecision<Key extends object>(
  facts: readonly Interaction[],
  namesakes: readonly Namesake<Key>[],
): NameDecision<Key> {
  const all = members(facts, namesakes);
  const strangers = all.reduce((sum, { key, count }) => (key === undefined ? sum + count : sum), 0);
  const decided = new Map<Key, Interaction[]>();
  const byName: Interaction[] = [];
  const open: Interaction[] = [];
  const candidates = new Set<Key>();
  for (const fact of facts) {
    const can = possible(fact, all);
    const [only] = can;
    const people = can.reduce((sum, { count }) => sum + count, 0);
    if (people > 1 || (only?.key === undefined && strangers > 1)) {
      open.push(fact);
      for (const { key } of can) if (key !== undefined) candidates.add(key);
    } else if (only?.key === undefined) byName.push(fact);
    else {
      const theirs = decided.get(only.key);
      if (theirs === undefined) decided.set(only.key, [fact]);
      else theirs.push(fact);
    }
  }
  // Without a fact everybody in the circle is possible at any time.
  const possibleKeys =
    facts.length === 0 ? all.flatMap(({ key }) => key ?? []) : [...decided.keys()];
  const [only] = possibleKeys;
  const isOne = only !== undefined && possibleKeys.length === 1 && open.length === 0;
  return {
    decided,
    byName,
    open,
    candidates: [...candidates],
    strangers,
    whole:
      byName.length > 0 || (facts.length === 0 && only === undefined)
        ? "by-name"
        : isOne
          ? only
          : "divided",
  };
}
