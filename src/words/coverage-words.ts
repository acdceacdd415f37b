/**
 * What is covered, in words. Never seen is not never spoken, and every card says so.
 */
import { coverageStatement, type Coverage } from "../domain/tie/coverage.ts";
import { PARAMETERS } from "../domain/tie/tie-parameters.ts";
import { dayText } from "./moments.ts";
import type { InteractionKind } from "../domain/interactions/interaction.ts";
import { text, type TextKey } from "./text.ts";

/** "Data up to May 3." */
export function coverageText(coverage: Coverage, now: number): string {
  const known = coverageStatement(coverage);
  switch (known.code) {
    case "nothing":
      return text("coverageNothing");
    case "watching":
      return text("coverageWatching", { day: dayText(known.since, now) });
    case "archive":
      return text("coverageArchive", { day: dayText(known.to, now) });
    case "archive-without-messages":
      return text("coverageNoMessages", { day: dayText(known.to, now) });
    case "archive-and-watching":
      return text(
        known.gapDays > PARAMETERS.coverageGapDays
          ? "coverageWithGap"
          : "coverageArchiveAndWatching",
        { day: dayText(known.to, now), since: dayText(known.since, now) },
      );
  }
}

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
