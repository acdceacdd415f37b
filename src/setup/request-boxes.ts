import type { TextKey } from "../words/text.ts";

/** The boxes to tick on the site's page on which members ask for their archive, by the site's own labels. */
export const REQUEST_BOXES: readonly TextKey[] = [
  "importCoverConnections",
  "importCoverMessages",
  "importCoverInvitations",
  "requestProfile",
  "importCoverRecommendations",
];
