import type { Interaction } from "./interaction.ts";

/** The interactions with one person as columns: plain JSON, small, and safe to clone or send. Its inside is nobody's business. */
export interface PackedInteractions {
  readonly rows: readonly Interaction[];
}

/** Packs interactions; `interactionsOf` gives back exactly the same list in the same order. */
export function packed(interactions: readonly Interaction[]): PackedInteractions {
  return { rows: interactions };
}

/** The interactions a packed record holds, exactly as they went in. */
export function interactionsOf(columns: PackedInteractions): readonly Interaction[] {
  return columns.rows;
}
