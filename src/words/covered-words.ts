/** Kinds of interaction as archives hold them, in words. */
import type { InteractionKind } from "../domain/interactions/interaction.ts";
import { text, type TextKey } from "./text.ts";

const COVERED: Partial<Record<InteractionKind, TextKey>> = {
  message: "importCoverMessages",
  invitation: "importCoverInvitations",
  connected: "importCoverConnections",
  endorsement: "importCoverEndorsements",
  recommendation: "importCoverRecommendations",
  comment: "importCoverComments",
  reaction: "importCoverReactions",
};

/** What a kind is called where it is said what is covered; `undefined` for one that is a part of another there. */
export function coveredKindText(kind: InteractionKind): string | undefined {
  const key = COVERED[kind];
  return key && text(key);
}
