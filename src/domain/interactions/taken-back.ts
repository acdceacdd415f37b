/**
 * What was undone: a reaction taken back, an invitation withdrawn. It is kept as a key among those of what was deleted.
 */
import type { Interaction } from "./interaction.ts";
import type { TakenBack } from "./sighting.ts";

const TAKEN_BACK = "taken back";

/** How it is kept that something was undone. */
export function takenBackKey({ kind, direction, ref, person }: TakenBack): string {
  return `${TAKEN_BACK}|${kind}|${direction}|${person.at}|${ref ?? ""}`;
}

/**
 * What is left when everything undone is gone: facts that only pages say, up to the moment of the undoing. It does not matter which
 * of the two, fact or undoing, is told first.
 */
export function withoutTakenBack(
  interactions: readonly Interaction[],
  deletedKeys: Iterable<string>,
): readonly Interaction[] {
  const undone = [...deletedKeys]
    .map((key) => key.split("|"))
    .filter(([first]) => first === TAKEN_BACK);
  if (undone.length === 0) return interactions;
  return interactions.filter(
    (fact) =>
      fact.sources.some((source) => source !== "page") ||
      !undone.some(([, kind, direction, at, ...ref]) => {
        const name = ref.join("|");
        const isMeant = fact.kind === kind && fact.direction === direction;
        return isMeant && fact.to <= Number(at) && (name === "" || fact.ref === name);
      }),
  );
}
