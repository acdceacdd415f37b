/**
 * A tie in words: its band, and the last contact.
 */
import type { Band } from "../domain/band.ts";
import type { Coverage } from "../domain/coverage.ts";
import { coverageStatement } from "../domain/coverage.ts";
import type { Direction, InteractionKind } from "../domain/interaction.ts";
import type { Tie } from "../domain/tie.ts";
import { agoCompact, agoText, dateText, dayText, monthText, yearText } from "./moments.ts";
import { text, type TextKey } from "./text.ts";

/** What of a tie the sentence about the last contact is made from. */
export interface LastContact extends Pick<Tie, "last"> {
  /** When the two became connected (ms), where known. */
  readonly connected?: { readonly from: number; readonly to: number };
}

/** Sentences by kind, for what they did and for what the user did; what was done together uses the second. */
const LAST: Record<InteractionKind, readonly [TextKey, TextKey]> = {
  message: ["lastMessageIn", "lastMessageOut"],
  inmail: ["lastInmailIn", "lastInmailOut"],
  invitation: ["lastInvitationIn", "lastInvitationOut"],
  connected: ["lastConnected", "lastConnected"],
  comment: ["lastCommentIn", "lastCommentOut"],
  reaction: ["lastReactionIn", "lastReactionOut"],
  endorsement: ["lastEndorsementIn", "lastEndorsementOut"],
  recommendation: ["lastRecommendationIn", "lastRecommendationOut"],
  mention: ["lastMentionIn", "lastMentionOut"],
  meeting: ["lastMeeting", "lastMeeting"],
  call: ["lastCall", "lastCall"],
  email: ["lastEmailIn", "lastEmailOut"],
  other: ["lastOther", "lastOther"],
};

function lastKey(kind: InteractionKind, direction: Direction): TextKey {
  const [theirs, ours] = LAST[kind];
  return direction === "in" ? theirs : ours;
}

const YEAR_MS = 365 * 86_400_000;

function connectedText(
  connected: { readonly from: number; readonly to: number },
  now: number,
): string {
  const { from, to } = connected;
  if (to - from > YEAR_MS) return dateText(from, to);
  return now - to > YEAR_MS ? yearText(to) : monthText(to);
}

/**
 * The last contact in words: "Messaged you 3 months ago", "Connected 2019, no messages seen", "Nothing known yet".
 *
 * @param coverage what can be known at all; with an archive "nothing" is a finding and says up to when
 */
export function lastContactText(tie: LastContact, coverage: Coverage, now: number): string {
  const { last, connected } = tie;
  if (last) return text(lastKey(last.kind, last.direction), agoText(last.from, last.to, now));
  if (connected) return text("connectedNoMessages", connectedText(connected, now));
  const known = coverageStatement(coverage);
  if (known.code === "archive" || known.code === "archive-and-watching")
    return text("noMessagesUntil", dayText(known.to, now));
  return text("nothingKnown");
}

/** The last contact in as few characters as a dense list has room for: "3 mo", "–". */
export function lastContactCompact(tie: LastContact, now: number): string {
  return tie.last ? agoCompact(tie.last.from, tie.last.to, now) : text("compactNothing");
}

/** Name and legend of each band. */
const BAND_WORDS: Record<Band, readonly [TextKey, TextKey]> = {
  close: ["bandClose", "bandMeaningClose"],
  "in-touch": ["bandInTouch", "bandMeaningInTouch"],
  fading: ["bandFading", "bandMeaningFading"],
  dormant: ["bandDormant", "bandMeaningDormant"],
  acquaintance: ["bandAcquaintance", "bandMeaningAcquaintance"],
  "not-talked": ["bandNotTalked", "bandMeaningNotTalked"],
  unknown: ["bandUnknown", "bandMeaningUnknown"],
};

/** The band in one or two words: "Fading". */
export function bandText(band: Band): string {
  return text(BAND_WORDS[band][0]);
}

/** What the band means, in one line. */
export function bandMeaning(band: Band): string {
  return text(BAND_WORDS[band][1]);
}
