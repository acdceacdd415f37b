/**
 * What changed, in words.
 */
import type { ChangeFact } from "../../domain/changes/seen-changes.ts";
import { DAY_MS } from "../../domain/time/day.ts";
import { agoText, dayText, durationUnits } from "../../words/moments.ts";
import { newsText } from "../../words/reason-words.ts";
import { text } from "../../words/text.ts";

/** The sentence of a change. */
export function changeText(fact: ChangeFact, now: number): string {
  switch (fact.kind) {
    case "work":
      return newsText(fact.news);
    case "waiting":
      return text("changeWaiting", { ago: agoText(fact.seen.from, fact.seen.to, now) });
    case "invitation": {
      if (fact.state === "accepted")
        return text("changeAccepted", { ago: agoText(fact.from, fact.to, now) });
      const { direction, from, to } = fact.seen;
      return text(direction === "in" ? "changeInvitedYou" : "changeYouInvited", {
        ago: agoText(from, to, now),
      });
    }
    case "woke": {
      const { unit, count } = durationUnits((fact.at - fact.after) / DAY_MS);
      return text(unit === "year" ? "changeWokeYears" : "changeWokeMonths", { count });
    }
  }
}

/** What shows a change: when the old was last seen and the new first, the talk before, or who says so. */
export function changeSource(fact: ChangeFact, now: number): string {
  if (fact.kind === "work") {
    const { since, at } = fact.news;
    return text("newsDates", { since: dayText(since, now), at: dayText(at, now) });
  }
  if (fact.kind === "woke") return text("changeWokeBefore", { day: dayText(fact.after, now) });
  return text(`source_${fact.seen.source}`);
}
