/**
 * The person's card in words.
 */
import { interactionKey, type Interaction } from "../domain/interactions/interaction.ts";
import type { PersonCard } from "../domain/directory/person-card.ts";
import type { CardRow, CardText } from "../protocol/views.ts";
import { coverageText } from "./coverage-words.ts";
import { interactionText, sourceText } from "./interaction-words.ts";
import { agoText, dateText, momentText } from "./moments.ts";
import { plainName } from "./name-text.ts";
import { newsText, reasonText } from "./reason-words.ts";
import { text } from "./text.ts";
import { cardReason, lastFact } from "../domain/suggestions/said.ts";
import { bandText, byHandText, lastFactText, touchText } from "./tie-words.ts";

function row(interaction: Interaction): CardRow {
  const { kind, from, to, direction, groupSize, sources, words } = interaction;
  return {
    key: interactionKey(interaction),
    kind,
    direction,
    ...(groupSize !== undefined && { groupSize }),
    what: interactionText(interaction),
    date: dateText(from, to),
    dateTime: new Date(from).toISOString(),
    ...(from === to && { moment: momentText(from) }),
    ...(words !== undefined && { note: plainName(words) }),
    source: sourceText(sources),
  };
}

/** Everything the card says about one tie: how it stands, since when, why, what happened, and how much of it can be known at all. */
export function personCardText(facts: PersonCard, now: number): CardText {
  const { tie, reason, interactions, interactionCount, visits, coverage } = facts;
  const { band } = tie;
  const unseen = interactionCount - interactions.length;
  const lastVisit = visits[0];
  const byHand = byHandText(tie, now);
  const covered = coverageText(coverage, now);
  // Beside the band it says that the band is of then. That there was no exchange is said with its day.
  const isOfThen = tie.knownUntil !== undefined && tie.lastExchange !== undefined;
  const last = lastFact({ ...tie, ...(facts.connected && { connected: facts.connected }) });
  return {
    name: plainName(facts.name),
    band,
    bandName: bandText(band),
    ...(byHand !== undefined && { byHand }),
    ...(isOfThen && { upTo: covered }),
    // That there are no messages is the reason below.
    last: lastFactText(
      last.code === "connected-no-messages" ? { ...last, code: "connected" } : last,
      now,
    ),
    reason: reasonText(cardReason(last, reason), now),
    ...(interactions.length > 0 && {
      heading: text("interactionCount", { count: interactionCount }),
    }),
    rows: interactions.map(row),
    ...(unseen > 0 && { earlier: text("showEarlier", { count: unseen }) }),
    foot: [
      touchText(tie, now),
      facts.news && newsText(facts.news),
      lastVisit === undefined
        ? undefined
        : text("visitCount", { count: visits.length, ago: agoText(lastVisit, lastVisit, now) }),
      isOfThen ? undefined : covered,
    ].filter((sentence) => sentence !== undefined),
    close: text("close"),
    wrong: text("interactionWrong"),
  };
}
