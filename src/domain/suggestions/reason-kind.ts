import { REASON_KINDS, type ReasonKind } from "../person/sent-message.ts";
import type { SuggestionReason } from "./reasons.ts";

const KIND_OF: Readonly<Record<SuggestionReason["code"], ReasonKind>> = {
  "changed-company": "news",
  "changed-title": "news",
  "changed-headline": "news",
  "wrote-last": "owed",
  "recommended-you": "recommended",
  "you-recommended": "recommended",
  "same-company": "shared",
  "same-school": "shared",
  met: "shared",
  mutual: "shared",
  "only-in-field": "rare",
  "only-at-company": "rare",
  "own-cadence": "cadence",
  rhythm: "talked",
  "talked-days": "talked",
  "talked-once": "talked",
  "in-groups": "talked",
  "in-comments": "talked",
  "partly-in-comments": "talked",
  "connected-never-talked": "new",
};

/**
 * What a suggestion is about: of its reasons the most particular, in the order of `REASON_KINDS`, so that a message counts once.
 * `undefined` where it has no reason.
 */
export function reasonKind(
  reasons: readonly Pick<SuggestionReason, "code">[],
): ReasonKind | undefined {
  const kinds = new Set(reasons.map(({ code }) => KIND_OF[code]));
  return REASON_KINDS.find((kind) => kinds.has(kind));
}
