/**
 * Those of one name who are in the owner's own circle: connected, or they wrote to each other. People who were only seen are not.
 */
import { DAY_MS } from "../day.ts";
import type { Interaction, InteractionKind } from "../interaction.ts";
import { unmatchedConnections, type When } from "../namesakes.ts";

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
export interface Member<Key extends object> {
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
): readonly Member<Key>[] {
  const inCircle = namesakes.flatMap(({ key, interactions }): readonly Member<Key>[] => {
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
  // A connection by name alone tells since when the only possible person is in the circle.
  const [only] = inCircle;
  if (inCircle.length !== 1 || only === undefined || strangers.length > 0)
    return [...inCircle, ...strangers];
  const since = named.reduce((first, { from }) => Math.min(first, from), only.since);
  return [{ ...only, since }];
}

/** Those of the circle that a fact can be about. */
export function possible<Key extends object>(
  { kind, from, to }: Interaction,
  all: readonly Member<Key>[],
): readonly Member<Key>[] {
  if (kind === "connected") {
    const dated = all.filter(({ connected }) =>
      connected.some((when) => touches(when, { from, to })),
    );
    return dated.length > 0 ? dated : all.filter(({ connected }) => connected.length === 0);
  }
  if (kind === "invitation")
    return all.filter(
      ({ connected }) =>
        connected.length === 0 || connected.some((when) => from <= when.to + DAY_MS),
    );
  return all.filter(({ since }) => since <= to + DAY_MS);
}
