/**
 * Reasons in words: why a tie is as strong as it is, why somebody is suggested.
 */
import type { CareerNews } from "../domain/career-news.ts";
import type { StrengthReason, SuggestionReason } from "../domain/reasons.ts";
import { agoText, dayText, durationText, everyText, monthText, yearText } from "./moments.ts";
import { nameInSentence } from "./name-text.ts";
import { counted, percentText, text, type TextKey } from "./text.ts";

/** Noon of 1 July, which is the same year in every time zone. */
const midYear = (year: number) => Date.UTC(year, 6, 1, 12);

function yearsText(first: number, last: number): string {
  const years = [yearText(midYear(first)), yearText(midYear(last))];
  return first === last ? (years[0] ?? "") : years.join("–");
}

/** Days remembered, in whole days once there is one. */
const wholeDays = (days: number) => (days >= 1 ? Math.round(days) : Math.round(days * 10) / 10);

const CHANGED = {
  "changed-company": "reasonChangedCompany",
  "changed-title": "reasonChangedTitle",
  "changed-headline": "reasonChangedHeadline",
} as const satisfies Partial<Record<SuggestionReason["code"], TextKey>>;

type Change = Omit<CareerNews, "what">;

/** A change with the days the old was last seen and the new first. */
const changeText = (key: TextKey, { before, after, since, at }: Change, now: number): string =>
  text(key, nameInSentence(before), nameInSentence(after), dayText(since, now), dayText(at, now));

/** The last change seen in somebody's working life, whether or not the two talked since. */
export const newsText = (news: CareerNews, now: number): string =>
  changeText(`news_${news.what}`, news, now);

/** The sentence of a reason. */
export function reasonText(reason: StrengthReason | SuggestionReason, now: number): string {
  switch (reason.code) {
    case "never":
      return text("strengthNever");
    case "touches-only":
      return text("strengthTouchesOnly");
    case "one-way":
      return counted(
        reason.direction === "in" ? "strengthOneWayIn" : "strengthOneWayOut",
        reason.days,
      );
    case "remembered": {
      const { twoWayDays, share, silentDays, knownUntil } = reason;
      const sentence = counted(
        "strengthRemembered",
        wholeDays(twoWayDays),
        percentText(share),
        durationText(silentDays),
      );
      return knownUntil === undefined
        ? sentence
        : `${sentence} ${text("silenceKnownUntil", dayText(knownUntil, now))}`;
    }
    case "own-cadence":
      return text("reasonOwnCadence", everyText(reason.gapDays), durationText(reason.silentDays));
    case "rhythm":
      return text("reasonRhythm", everyText(reason.gapDays), durationText(reason.silentDays));
    case "talked-days":
      return counted("reasonTalkedDays", reason.days, yearsText(reason.firstYear, reason.lastYear));
    case "talked-once":
      return text("reasonTalkedOnce", monthText(reason.at));
    case "connected-never-talked":
      return text("reasonNeverTalked", yearText(reason.at));
    case "only-in-field":
      return text("reasonOnlyInField", text(`field_${reason.field}`));
    case "only-at-company":
      return text("reasonOnlyAtCompany", nameInSentence(reason.company));
    case "changed-company":
    case "changed-title":
    case "changed-headline":
      return changeText(CHANGED[reason.code], reason, now);
    case "wrote-last":
      return text("reasonWroteLast", agoText(reason.at, reason.at, now));
    case "recommended-you":
      return text("reasonRecommendedYou");
    case "you-recommended":
      return text("reasonYouRecommended");
    case "same-company":
      return text(
        reason.still ? "reasonSameCompanyStill" : "reasonSameCompany",
        nameInSentence(reason.company),
      );
    case "mutual":
      return counted("reasonMutual", reason.count);
  }
}
