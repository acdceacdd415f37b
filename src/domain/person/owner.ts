/**
 * Whose history it is. Two accounts in one browser never mix, so a page that leaves a doubt belongs to nobody.
 */
import type { Alias } from "./person.ts";

/** A history and the member it belongs to. */
export interface History {
  /** Name of the database it is kept in. */
  readonly name: string;
  /** Everything the owner is known by; empty while no page or file has named the owner of the history. */
  readonly aliases: readonly Alias[];
  /** The owner's name as shown to the user; never used to tell owners apart. */
  readonly ownerName?: string;
  /**
   * What named the owner: the kinds of proof that pages gave (`ProofKind`), and `word` for a file or the user. Sorted; absent in a history
   * of a version that did not keep it.
   */
  readonly ownerKinds?: readonly string[];
  /**
   * Why it is no member's: its people are invented (`sample`), or it cannot be used and the user goes on without it (`replaced`). Nothing
   * is ever added to it, and it says nothing about who is new.
   */
  readonly aside?: "sample" | "replaced";
}

/** Which history a viewer's is. */
export type Ownership =
  | { readonly whose: "known"; readonly history: History }
  /** Certainly somebody none of the histories belongs to. */
  | { readonly whose: "new" }
  /** May or may not be one of the owners: the page names them in another way than the histories do. */
  | { readonly whose: "uncertain" };

const family = (alias: Alias): string => alias.slice(0, alias.indexOf(":"));

/**
 * How two sets of aliases stand to each other: `same` when they share one; `different` when one family (slug, member id, number) is in
 * both and nothing is shared; `incomparable` otherwise.
 */
export function compared(
  one: readonly Alias[],
  other: readonly Alias[],
): "same" | "different" | "incomparable" {
  if (one.some((alias) => other.includes(alias))) return "same";
  const families = new Set(one.map(family));
  return other.some((alias) => families.has(family(alias))) ? "different" : "incomparable";
}

/** Kinds of proof that have to agree before somebody else than the known member counts as signed in. */
const KINDS_FOR_A_CHANGE = 2;

/**
 * Whether a page's word on who is signed in may be followed. The same member, and anybody where nobody was known, needs one kind of
 * proof; somebody else needs several that agree.
 *
 * @param known aliases of the member signed in so far; empty where nobody is known
 * @param said aliases of the member the page names
 * @param kinds the different kinds of proof that agree on that member
 */
export const mayFollow = (
  known: readonly Alias[],
  said: readonly Alias[],
  kinds: readonly string[],
): boolean => compared(known, said) !== "different" || new Set(kinds).size >= KINDS_FOR_A_CHANGE;

/** What is known of a history that may have been made by mistake. */
export interface HistoryMade {
  /** Profiles looked at. */
  readonly visits: number;
  /** Everything else that was observed, imported or written: interactions, notes, choices. */
  readonly others: number;
  /** The kinds of proof that pages gave for its owner, see `ProofKind`. */
  readonly ownerKinds: readonly string[];
}

/** A mistake of the bar made few visits: it was observed, or another page named the member. */
const MOST_VISITS_OF_A_MISTAKE = 3;

/**
 * Whether a history looks as if it was made by mistake: its owner was proved by the bar on top only, and it holds nothing but a few
 * visits. Such a history is offered for joining or removal; nothing happens to it by itself.
 */
export const looksLikeMistake = ({ visits, others, ownerKinds }: HistoryMade): boolean =>
  visits <= MOST_VISITS_OF_A_MISTAKE &&
  others === 0 &&
  ownerKinds.length > 0 &&
  ownerKinds.every((kind) => kind === "menu");

/**
 * Finds the history of the member with these aliases. Somebody new is certain only when every history could have been
 * recognised: its owner is known by an alias of the same family (slug, member id, number), and it differs.
 */
export function ownership(viewer: readonly Alias[], histories: readonly History[]): Ownership {
  if (viewer.length === 0) return { whose: "uncertain" };
  const history = histories.find(({ aliases }) => aliases.some((alias) => viewer.includes(alias)));
  if (history !== undefined) return { whose: "known", history };
  const families = new Set(viewer.map(family));
  const comparable = histories.every(({ aliases }) =>
    aliases.some((alias) => families.has(family(alias))),
  );
  return comparable ? { whose: "new" } : { whose: "uncertain" };
}
