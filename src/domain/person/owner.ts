/**
 * Whose history it is. Two accounts in one browser never mix, so a page that leaves a doubt belongs to nobody.
 */
import type { Alias } from "./person.ts";

/** A history and the member it belongs to. */
export interface History {
  /** Name of the database it is kept in. */
  readonly name: string;
  /** Everything the owner is known by; empty for a history whose owner no page or file has named yet. */
  readonly aliases: readonly Alias[];
  /** The owner's name as shown to the user; never used to tell owners apart. */
  readonly ownerName?: string;
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
