/**
 * A tie in words: its band, its last exchange, and a lighter touch since.
 */
import type { Band } from "../domain/tie/band.ts";
import type { Direction, InteractionKind } from "../domain/interactions/interaction.ts";
import { kindRow } from "../domain/interactions/kind-table.ts";
import { lastFact, touchFact, type LastFact, type TieSeen } from "../domain/suggestions/said.ts";
import type { Knows } from "../domain/person/person.ts";
import type { ContactSeen } from "../domain/tie/tie-state.ts";
import type { Tie } from "../domain/tie/tie.ts";
import { agoCompact, agoText, dayText, periodText } from "./moments.ts";
import { text, type TextKey } from "./text.ts";

/** A sentence on what passed, and how long ago. */
type LastKey = TextKey<{ ago: string }>;

/** Sentences by kind, for what they did and for what the user did; what was done together uses the second. */
const LAST: Record<InteractionKind, readonly [LastKey, LastKey]> = {
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

function lastKey({ kind, direction, groupSize }: ContactSeen, note: boolean): LastKey {
  const side = (keys: readonly [LastKey, LastKey], by: Direction) => keys[by === "in" ? 0 : 1];
  if (note) return side(["lastNoteIn", "lastNoteOut"], direction);
  if (groupSize !== undefined && kindRow({ kind }).answerable)
    return side(["lastGroupIn", "lastGroupOut"], direction);
  return side(LAST[kind], direction);
}

/** What passed, and when: "They wrote 3 months ago". */
function contactText(seen: ContactSeen, note: boolean, now: number): string {
  return text(lastKey(seen, note), { ago: agoText(seen.from, seen.to, now) });
}

/** The fact that stands for a tie, in words: "They wrote 3 months ago", "Connected 2019, no messages", "Nothing known yet". */
export function lastFactText(fact: LastFact, now: number): string {
  switch (fact.code) {
    case "last":
      return contactText(fact.seen, kindRow(fact.seen).role === "note", now);
    case "elsewhere":
      return text("lastElsewhere", { ago: agoText(fact.at, fact.at, now) });
    case "connected":
      return text("connectedOnly", { period: periodText(fact.from, fact.to, now) });
    case "connected-no-messages": {
      const period = periodText(fact.from, fact.to, now);
      return fact.until === undefined
        ? text("connectedNoMessages", { period })
        : text("connectedNoMessagesUntil", { period, day: dayText(fact.until, now) });
    }
    case "no-messages":
      return fact.until === undefined
        ? text("noMessages")
        : text("noMessagesUntil", { day: dayText(fact.until, now) });
    case "nothing-known":
      return text("nothingKnown");
  }
}

/** The same as a sentence with its stop, to stand among reasons: "They wrote 3 months ago." */
export const lastFactSentence = (fact: LastFact, now: number): string =>
  text("factSentence", { fact: lastFactText(fact, now) });

/** The last exchange in words, or how things stand without one. */
export function lastContactText(tie: TieSeen, now: number): string {
  return lastFactText(lastFact(tie), now);
}

/** The last exchange in as few characters as a dense list has room for: "3 mo", "–". */
export function lastContactCompact(tie: TieSeen, now: number): string {
  const fact = lastFact(tie);
  if (fact.code === "last") return agoCompact(fact.seen.from, fact.seen.to, now);
  return fact.code === "elsewhere" ? agoCompact(fact.at, fact.at, now) : text("compactNothing");
}

/** A lighter touch after the last exchange: "They reacted to your post 3 days ago"; `undefined` without one. */
export function touchText(
  tie: Pick<TieSeen, "last" | "lastExchange">,
  now: number,
): string | undefined {
  const fact = touchFact(tie);
  return fact && contactText(fact.seen, false, now);
}

/** "Data up to May 3.": the tie is as it was then; `undefined` where it is known to the present. */
export function knownUntilText(
  { knownUntil }: Pick<Tie, "knownUntil">,
  now: number,
): string | undefined {
  return knownUntil === undefined
    ? undefined
    : text("knownUntil", { day: dayText(knownUntil, now) });
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

const BY_HAND: Record<Knows, TextKey<{ day: string }>> = {
  well: "byHandWell",
  "a-little": "byHandALittle",
  "not-at-all": "byHandNotAtAll",
};

/** "You said on May 3 that you know them well."; `undefined` where the band is not the user's word. */
export const byHandText = ({ byHand }: Pick<Tie, "byHand">, now: number): string | undefined =>
  byHand && text(BY_HAND[byHand.value], { day: dayText(byHand.at, now) });

/** The band in one or two words: "Fading". */
export function bandText(band: Band): string {
  return text(BAND_WORDS[band][0]);
}

/** What the band means, in one line. */
export function bandMeaning(band: Band): string {
  return text(BAND_WORDS[band][1]);
}
