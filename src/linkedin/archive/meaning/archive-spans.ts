/** Since when and until when an archive tells about each kind of interaction: from its oldest to its newest row of that kind. */
import type { ArchiveSpan } from "../../../domain/tie/coverage.ts";
import {
  INTERACTION_KINDS,
  type InteractionKind,
} from "../../../domain/interactions/interaction.ts";
import type { Gathered } from "../gathered/gathered.ts";

/** Kinds that one sort of file tells about together. A kind that stands in none of these lists stands for itself. */
const TOGETHER: readonly (readonly InteractionKind[])[] = [["message", "inmail"]];

/**
 * What the rows cover. A row about an unknown person also tells how far its file reaches; the date of a file tells nothing,
 * because the site may have left its newest rows out.
 */
export function archiveSpans({ claims, messages, posts }: Gathered): readonly ArchiveSpan[] {
  const spans = new Map<InteractionKind, { from: number; to: number }>();
  const widen = (kind: InteractionKind, at: number): void => {
    const span = spans.get(kind);
    if (span === undefined) spans.set(kind, { from: at, to: at });
    else {
      span.from = Math.min(span.from, at);
      span.to = Math.max(span.to, at);
    }
  };
  for (const claim of claims) {
    if (claim.what === "connection") widen("connected", claim.when.from);
    else if (claim.what === "interaction") widen(claim.kind, claim.when.from);
  }
  for (const { kind, when } of posts) widen(kind, when.from);
  if (messages.length > 0) {
    widen("message", messages.oldest);
    widen("message", messages.newest);
  }
  return INTERACTION_KINDS.flatMap((kind) => {
    const span = spans.get(kind);
    const kinds = TOGETHER.find((one) => one.includes(kind)) ?? [kind];
    return span === undefined ? [] : [{ ...span, kinds }];
  });
}
