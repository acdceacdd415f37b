/**
 * The person's card in words.
 */
import { interactionKey, type Interaction } from "../domain/interaction.ts";
import type { PersonCard } from "../domain/person-card.ts";
import type { CardRow, CardText } from "../messages.ts";
import { coverageText } from "./coverage-words.ts";
import { interactionText, sourceText } from "./interaction-words.ts";
import { agoText, dateText, momentText } from "./moments.ts";
import { plainName } from "./name-text.ts";
import { newsText, reasonText } from "./reason-words.ts";
import { counted, text } from "./text.ts";
import { bandMeaning, bandText, lastContactText } from "./tie-words.ts";

function row(interaction: Interaction): CardRow {
  const { from, to, direction, sources, words } = interaction;
  return {
    key: interactionKey(interaction),
    direction,
    what: interactionText(interaction),
    date: dateText(from, to),
    dateTime: new Date(from).toISOString(),
    ...(from === to && { moment: momentText(from) }),
    ...(words !== undefined && { note: plainName(words) }),
    source: sourceText(sources),
  };
}

/** Everything the card says about one tie: how warm, since when, why, what happened, and how much of it can be known at all. */
export function personCardText(facts: PersonCard, now: number): CardText {
  const { tie, reason, interactions, interactionCount, visits, coverage } = facts;
  const { band } = tie;
  const unseen = interactionCount - interactions.length;
  const lastVisit = visits[0];
  // The legend of these two and the reason say the same.
  const isUntold = band === "not-talked" || band === "unknown";
  const meaning = isUntold ? [] : [bandMeaning(band)];
  return {
    name: plainName(facts.name),
    band,
    bandName: bandText(band),
    last: lastContactText({ ...tie, ...facts }, coverage, now),
    reason: [...meaning, reasonText(reason, now)].join(" "),
    ...(interactions.length > 0 && { heading: counted("interactionCount", interactionCount) }),
    rows: interactions.map(row),
    ...(unseen > 0 && { earlier: counted("showEarlier", unseen) }),
    foot: [
      ...(facts.news === undefined ? [] : [newsText(facts.news, now)]),
      ...(lastVisit === undefined
        ? []
        : [counted("visitCount", visits.length, agoText(lastVisit, lastVisit, now))]),
      coverageText(coverage, now),
    ],
    close: text("close"),
    wrong: text("interactionWrong"),
  };
}
