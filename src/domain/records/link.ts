/**
 * A link: a source shows that two aliases are of one person. Links join aliases only.
 */
import type { SourceId } from "../interactions/interaction.ts";
import type { Alias } from "../person/person.ts";
import type { ReplicaId } from "./hybrid-time.ts";

/** How strongly a link is shown, strongest first: in one address of the site, in one row of an archive, on one card of a page. */
export const LINK_EVIDENCE = ["address", "row", "card"] as const;

/** See {@link LINK_EVIDENCE}. */
export type LinkEvidence = (typeof LINK_EVIDENCE)[number];

/** More aliases than any person has: a file or page that shows more is wrong. */
export const MOST_ALIASES = 64;

/** See the file. */
export interface Link {
  /** The two aliases; `a` sorts before `b` as text. */
  readonly a: Alias;
  readonly b: Alias;
  readonly source: SourceId;
  readonly replica: ReplicaId;
  /** Rises with every writing of the replica. */
  readonly version: number;
  readonly evidence: LinkEvidence;
  /** When it was first shown (ms). */
  readonly firstAt: number;
}

/** The links that aliases shown together make: a chain, in the order of the text. */
export function linksOf(aliases: readonly Alias[], said: Omit<Link, "a" | "b">): readonly Link[] {
  const sorted = [...new Set(aliases)].sort();
  return sorted.slice(1).flatMap((b, place) => {
    const a = sorted[place];
    return a === undefined ? [] : [{ a, b, ...said }];
  });
}
