/**
 * One interaction in words, for lists.
 */
import type { Direction, Interaction, SourceId } from "../domain/interactions/interaction.ts";
import { listText, text, type TextKey } from "./text.ts";

const BY = {
  in: "interactionByThem",
  out: "interactionByYou",
  both: "interactionTogether",
} as const satisfies Record<Direction, TextKey<{ kind: string }>>;

/** What happened and who did it: "Message from them", "Meeting together", "Invitation from you with a note". */
export function interactionText(interaction: Interaction): string {
  const { kind, direction, groupSize, withNote } = interaction;
  const kindName = text(`kind_${kind}`);
  // Being connected has no side.
  const who = kind === "connected" ? kindName : text(BY[direction], { kind: kindName });
  const what = groupSize === undefined ? who : text("inGroup", { what: who, count: groupSize });
  return withNote ? text("invitationWithNote", { what }) : what;
}

function sourceKind(source: SourceId): "page" | "hand" | "archive" {
  return source === "page" || source === "hand" ? source : "archive";
}

/** Who says so: "from your archive", "seen on a page, from your archive". */
export function sourceText(sources: readonly SourceId[]): string {
  return listText([...new Set(sources.map(sourceKind))].map((kind) => text(`source_${kind}`)));
}
