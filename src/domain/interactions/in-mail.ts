/**
 * InMails and messages. A page shows both alike, as messages of a conversation; only the archive tells them apart, so its word counts.
 */
import type { Interaction } from "./interaction.ts";

/** Whether two kinds may be two names for one message. */
export function sameMessage(one: string, other: string): boolean {
  const kinds = [one, other].sort().join();
  return one === other || kinds === "inmail,message";
}

/**
 * The facts without messages that are InMails: of the same conversation and side, inside the interval of one; and without vague ones
 * of no known conversation that may be nothing but a sighting of one.
 */
export function withInMails(facts: readonly Interaction[]): readonly Interaction[] {
  const inMails = facts.filter(({ kind, ref }) => kind === "inmail" && ref !== undefined);
  if (inMails.length === 0) return facts;
  return facts.filter(
    ({ kind, direction, ref, from, to }) =>
      kind !== "message" ||
      !inMails.some(
        (one) =>
          one.direction === direction &&
          (ref === undefined
            ? from <= one.from && one.to <= to && to - from > one.to - one.from
            : one.ref === ref && one.from <= from && to <= one.to),
      ),
  );
}
