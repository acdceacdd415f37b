/**
 * Those of one name who are in the owner's own circle: connected, or they wrote to each other. People who were only seen are not.
 */
import { DAY_MS } from "../time/day.ts";
import type { Interaction, InteractionKind } from "../interactions/interaction.ts";
import { unmatchedConnections, type When } from "../names/namesakes.ts";

/** Somebody who has the name and an alias. */
export interface Namesake<Key extends object> {
  readonly key: Key;
  /** What statements about the aliases say. */
  readonly interactions: readonly Interaction[];
}

/** Kinds that make two people part of one circle: they were connected, or one wrote to the other. */
const CIRCLE: readonly InteractionKind[] = [
  "connected",
  "message",
  "inmail",
  "email",
  "call",
  "meeting",
  "comment",
  "recommendation",
  "invitation",
];

/** Somebody of the name in the circle of the owner. */
export interface CircleMember<Key extends object> {
  /** Absent for somebody known by the name alone. */
  readonly key?: Key;
  /** Since when in the circle (ms). */
  readonly since: number;
  readonly connected: readonly When[];
  /** How many people this stands for. */
  readonly count: number;
}

const touches = (a: When, b: When): boolean => a.from <= b.to + DAY_MS && b.from <= a.to + DAY_MS;

/** Everybody of a name who is in the circle at any time, with an alias or, as far as `facts` of the name alone say so, without one. */
export function members<Key extends object>(
  facts: readonly Interaction[],
  namesakes: readonly Namesake<Key>[],
): readonly CircleMember<Key>[] {
  const inCircle = namesakes.flatMap(({ key, interactions }): readonly CircleMember<Key>[] => {
    const shared = interactions.filter(({ kind }) => CIRCLE.includes(kind));
    if (shared.length === 0) return [];
    return [
      {
        key,
        since: shared.reduce((first, { from }) => Math.min(first, from), Infinity),
        connected: shared.filter(({ kind }) => kind === "connected"),
        count: 1,
      },
    ];
  });
  const named = facts.filter(({ kind }) => kind === "connected");
  const statedConnections = named.flatMap(({ from, to, sources }) =>
    sources.map((file) => ({ when: { from, to }, file })),
  );
  const strangers = unmatchedConnections(
    statedConnections,
    inCircle.map(({ connected }) => connected),
  ).map(({ when, count }) => ({ since: when.from, connected: [when], count }));
  if (strangers.length > 0) return [...inCircle, ...strangers];
  // Every connection by name alone is of somebody with an alias, and may say that the two knew each other earlier.
  const dates = inCircle.flatMap(({ connected }) => connected);
  const undated = earliest(inCircle.filter(({ connected }) => connected.length === 0));
  return inCircle.map((member) => {
    const theirs = named.filter((when) =>
      member.connected.length > 0
        ? member.connected.some((date) => touches(date, when))
        : undated.includes(member) && !dates.some((date) => touches(date, when)),
    );
    return { ...member, since: Math.min(member.since, ...theirs.map(({ from }) => from)) };
  });
}

/** Those who were in the circle first. */
function earliest<M extends { readonly since: number }>(all: readonly M[]): readonly M[] {
  const first = all.reduce((least, { since }) => Math.min(least, since), Infinity);
  return all.filter(({ since }) => since === first);
}

/** Those of the circle that a fact can be about. */
export function possible<Key extends object>(
  { kind, from, to }: Interaction,
  all: readonly CircleMember<Key>[],
): readonly CircleMember<Key>[] {
  const atTheTime = (some: readonly CircleMember<Key>[]) =>
    some.filter(({ since }) => since <= to + DAY_MS);
  if (kind === "connected") {
    const dated = all.filter(({ connected }) =>
      connected.some((when) => touches(when, { from, to })),
    );
    if (dated.length > 0) return dated;
    const undated = all.filter(({ connected }) => connected.length === 0);
    const known = atTheTime(undated);
    return known.length > 0 ? known : earliest(undated);
  }
  if (kind !== "invitation") return atTheTime(all);
  // An invitation comes before the two are connected: it is of those who were connected first after it.
  const answered = all.flatMap((member) => {
    const later = member.connected.filter((when) => from <= when.to + DAY_MS);
    const first = later.reduce((least, when) => Math.min(least, when.from), Infinity);
    const at = member.connected.length === 0 ? Math.max(member.since, from) : first;
    return at === Infinity ? [] : [{ member, at }];
  });
  const first = answered.reduce((least, { at }) => Math.min(least, at), Infinity);
  return answered.filter(({ at }) => at <= first + DAY_MS).map(({ member }) => member);
}
