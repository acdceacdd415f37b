/**
 * One interaction in words, for lists.
 */
import type { Interaction, SourceId } from "../domain/interactions/interaction.ts";
import { counted, text } from "./text.ts";

/** What happened and who did it: "Message from them", "Meeting together"; in parts, for the list to lay out. */
export function interactionText(interaction: Interaction): string {
  const { kind, direction, groupSize, withNote } = interaction;
  return [
    text(`kind_${kind}`),
    // Being connected has no side.
    ...(kind === "connected" ? [] : [text(`direction_${direction}`)]),
    ...(groupSize === undefined ? [] : [counted("inGroup", groupSize)]),
    ...(withNote ? [text("invitationWithNote")] : []),
  ].join(" ");
}

function sourceKind(source: SourceId): "page" | "hand" | "archive" {
  return source === "page" || source === "hand" ? source : "archive";
}

/** Who says so: "from your archive", "seen on a page, from your archive". */
export function sourceText(sources: readonly SourceId[]): string {
  return [...new Set(sources.map(sourceKind))].map((kind) => text(`source_${kind}`)).join(", ");
}
