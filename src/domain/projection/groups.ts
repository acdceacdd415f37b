/**
 * Which aliases are one person: links are taken in a fixed order, and a link that would join what must stay apart is left out.
 */
import { compareCorrected, type ClockCorrection, type HybridTime } from "../records/hybrid-time.ts";
import { type Link, LINK_EVIDENCE, MOST_ALIASES } from "../records/link.ts";
import type { Alias } from "../person/person.ts";

/** The user's word on two aliases that holds. */
export interface PairInForce {
  readonly a: Alias;
  readonly b: Alias;
  readonly value: "same" | "different";
  readonly time: HybridTime;
}

/** Why a link was left out. */
export type LeftOutReason = "different" | "owner" | "two-numbers" | "too-many";

/** A link that was not taken. */
export interface LeftOut {
  readonly a: Alias;
  readonly b: Alias;
  readonly reason: LeftOutReason;
}

/** What grouping needs to know. */
export interface Grouping {
  /** Everything that is to be grouped, linked or not. */
  readonly aliases: Iterable<Alias>;
  readonly links: readonly Link[];
  readonly pairs: readonly PairInForce[];
  readonly corrections: readonly ClockCorrection[];
  readonly owner: ReadonlySet<Alias>;
  /** Whether something is known of an alias that only somebody else than the owner can have: an interaction, or a word of the user. */
  readonly isSomebody: (alias: Alias) => boolean;
}

/** Aliases by person, and the links that were not taken. */
export interface Grouped {
  /** Each sorted as text. */
  readonly groups: readonly (readonly Alias[])[];
  readonly leftOut: readonly LeftOut[];
}

interface Group {
  aliases: Alias[];
  /** Aliases that the user said belong to somebody else. */
  different: Set<Alias>;
  numbers: number;
  isOwner: boolean;
  isSomebody: boolean;
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const STRENGTH = new Map(LINK_EVIDENCE.map((evidence, place) => [evidence, place]));
const strength = ({ evidence }: Link): number => STRENGTH.get(evidence) ?? LINK_EVIDENCE.length;

/** Links of the sources in the order they are taken. */
function inOrder(links: readonly Link[]): readonly Link[] {
  return links.toSorted(
    (a, b) =>
      strength(a) - strength(b) ||
      a.firstAt - b.firstAt ||
      byText(a.a, b.a) ||
      byText(a.b, b.b) ||
      byText(a.source, b.source) ||
      byText(a.replica, b.replica),
  );
}

/** Groups aliases, see the file. The answer depends on the set of links and words only. */
export function grouped({
  aliases,
  links,
  pairs,
  corrections,
  owner,
  isSomebody,
}: Grouping): Grouped {
  const groupOf = new Map<Alias, Group>();
  const groupFor = (alias: Alias): Group => {
    const known = groupOf.get(alias);
    if (known !== undefined) return known;
    const group: Group = {
      aliases: [alias],
      different: new Set(),
      numbers: alias.startsWith("number:") ? 1 : 0,
      isOwner: owner.has(alias),
      isSomebody: isSomebody(alias),
    };
    groupOf.set(alias, group);
    return group;
  };
  for (const alias of aliases) groupFor(alias);
  for (const { a, b, value } of pairs) {
    const [one, other] = [groupFor(a), groupFor(b)];
    if (value === "different") {
      one.different.add(b);
      other.different.add(a);
    }
  }

  const refusal = (one: Group, other: Group, isByUser: boolean): LeftOutReason | undefined => {
    const [small, large] = one.different.size < other.different.size ? [one, other] : [other, one];
    for (const alias of small.different) if (groupOf.get(alias) === large) return "different";
    if (one.aliases.length + other.aliases.length > MOST_ALIASES) return "too-many";
    // A person may have two accounts, and so may the owner: only the user can say so.
    if (isByUser) return undefined;
    if (one.isOwner !== other.isOwner && (one.isOwner ? other : one).isSomebody) return "owner";
    return one.numbers > 0 && other.numbers > 0 ? "two-numbers" : undefined;
  };

  // What speaks against two groups still does when they have grown: who was left out is never joined by another link.
  const leftOut: LeftOut[] = [];
  const join = (a: Alias, b: Alias, isByUser: boolean): void => {
    const [one, other] = [groupFor(a), groupFor(b)];
    if (one === other) return;
    const reason = refusal(one, other, isByUser);
    if (reason !== undefined) {
      leftOut.push({ a, b, reason });
      return;
    }
    const [into, from] = one.aliases.length < other.aliases.length ? [other, one] : [one, other];
    for (const alias of from.aliases) {
      into.aliases.push(alias);
      groupOf.set(alias, into);
    }
    for (const alias of from.different) into.different.add(alias);
    into.numbers += from.numbers;
    into.isOwner ||= from.isOwner;
    into.isSomebody ||= from.isSomebody;
  };

  const same = pairs.filter(({ value }) => value === "same");
  const latestFirst = same.toSorted(
    (a, b) => compareCorrected(b.time, a.time, corrections) || byText(a.a, b.a) || byText(a.b, b.b),
  );
  for (const { a, b } of latestFirst) join(a, b, true);
  for (const { a, b } of inOrder(links)) join(a, b, false);
  const groups = [...new Set(groupOf.values())].map((group) => group.aliases.sort(byText));
  return {
    groups: groups.sort(([a = ""], [b = ""]) => byText(a, b)),
    leftOut,
  };
}
