/**
 * Reasons in words: how a tie stands, why somebody is suggested.
 */
import type { CareerNews } from "../domain/career/career-news.ts";
import type { ReasonKind } from "../domain/person/sent-message.ts";
import type { Since, StrengthReason, SuggestionReason } from "../domain/suggestions/reasons.ts";
import {
  chosenUnits,
  dayText,
  durationUnits,
  monthText,
  rhythmUnits,
  sinceDays,
  type TimeUnit,
  yearsText,
  statedYearText,
} from "./moments.ts";
import { nameInSentence } from "./name-text.ts";
import { numberText, sentencesText, text, type TextKey } from "./text.ts";

/** The last change seen in somebody's working life, whether or not the two talked since. */
export const newsText = ({
  what,
  before,
  after,
}: Pick<CareerNews, "what" | "before" | "after">): string =>
  text(`news_${what}`, { before: nameInSentence(before), after: nameInSentence(after) });

const RHYTHM = {
  day: "rhythmDays",
  week: "rhythmWeeks",
  month: "rhythmMonths",
  year: "rhythmYears",
} as const satisfies Record<TimeUnit, TextKey<{ count: number }>>;
const PAST_RHYTHM = {
  day: "pastRhythmDays",
  week: "pastRhythmWeeks",
  month: "pastRhythmMonths",
  year: "pastRhythmYears",
} as const satisfies Record<TimeUnit, TextKey<{ count: number }>>;
const CADENCE = {
  day: "cadenceDays",
  week: "cadenceWeeks",
  month: "cadenceMonths",
  year: "cadenceYears",
} as const satisfies Record<TimeUnit, TextKey<{ count: number }>>;
const SILENCE = {
  day: "silenceDays",
  week: "silenceWeeks",
  month: "silenceMonths",
  year: "silenceYears",
} as const satisfies Record<TimeUnit, TextKey<{ count: number }>>;

/** "It's been 8 months."; nothing for today, and for a time too coarse to count from. */
export function silenceText(since: Since | undefined, now: number): string | undefined {
  const days = since && sinceDays(since.from, since.to, now);
  if (days === undefined) return undefined;
  const { unit, count } = durationUnits(days);
  return text(SILENCE[unit], { count });
}

/** How often, and, where it may be said, how long it has been: whole sentences. */
function oftenText(
  keys: typeof RHYTHM | typeof PAST_RHYTHM | typeof CADENCE,
  { gapDays, since }: { readonly gapDays: number; readonly since?: Since },
  now: number,
): string {
  const { unit, count } = keys === CADENCE ? chosenUnits(gapDays) : rhythmUnits(gapDays);
  return sentencesText([text(keys[unit], { count }), silenceText(since, now)]);
}

/** When a change of work was seen, for a tooltip: "Old last seen May 3, new first seen June 7"; `undefined` for other reasons. */
export const reasonDates = (
  reason: StrengthReason | SuggestionReason,
  now: number,
): string | undefined =>
  "before" in reason
    ? text("newsDates", { since: dayText(reason.since, now), at: dayText(reason.at, now) })
    : undefined;

/** The sentence of a reason. */
export function reasonText(reason: StrengthReason | SuggestionReason, now: number): string {
  switch (reason.code) {
    case "unknown":
      return text("bandMeaningUnknown");
    case "not-talked":
      return reason.until === undefined
        ? text("strengthNoMessages")
        : text("strengthNoMessagesUntil", { day: dayText(reason.until, now) });
    case "one-way": {
      const { direction, days, final } = reason;
      if (direction === "in")
        return text(final ? "strengthOneWayInFinal" : "strengthOneWayIn", { count: days });
      return text(final ? "strengthOneWayOutFinal" : "strengthOneWayOut", { count: days });
    }
    case "uneven":
      return text("strengthUneven", {
        theirs: numberText(reason.daysIn),
        yours: numberText(reason.daysOut),
      });
    case "comments":
      return text(reason.direction === "in" ? "strengthCommentsIn" : "strengthCommentsOut", {
        count: reason.days,
      });
    case "in-comments":
      return text("reasonInComments");
    case "partly-in-comments":
      return text("reasonPartlyInComments");
    case "in-groups":
      return text("reasonInGroups");
    case "own-cadence":
      return oftenText(CADENCE, reason, now);
    case "rhythm":
      return oftenText(reason.isPast ? PAST_RHYTHM : RHYTHM, reason, now);
    case "talked-days":
      return text("reasonTalkedDays", {
        count: reason.days,
        years: yearsText(reason.firstAt, reason.lastAt),
      });
    case "talked-once":
      return text(reason.only ? "reasonTalkedOnce" : "reasonTalkedIn", {
        month: monthText(reason.at),
      });
    case "connected-never-talked":
      return reason.until === undefined
        ? text("reasonNeverTalked", { year: statedYearText(reason.from, reason.to) })
        : text("reasonNeverTalkedUntil", {
            year: statedYearText(reason.from, reason.to),
            day: dayText(reason.until, now),
          });
    case "only-in-field":
      return text("reasonOnlyInField", { field: text(`field_${reason.field}`) });
    case "only-at-company":
      return text("reasonOnlyAtCompany", { company: nameInSentence(reason.company) });
    case "changed-company":
      return newsText({ ...reason, what: "company" });
    case "changed-title":
      return newsText({ ...reason, what: "title" });
    case "changed-headline":
      return newsText({ ...reason, what: "headline" });
    case "wrote-last":
      return text("reasonWroteLast");
    case "recommended-you":
      return text("reasonRecommendedYou");
    case "you-recommended":
      return text("reasonYouRecommended");
    case "same-company":
      return text(reason.still ? "reasonSameCompanyStill" : "reasonSameCompany", {
        company: nameInSentence(reason.company),
      });
    case "same-school":
      return text("reasonSameSchool", { school: nameInSentence(reason.school) });
    case "met":
      return text("reasonMet", { how: nameInSentence(reason.how) });
    case "mutual":
      return text("reasonMutual", { count: reason.count });
  }
}

/** What a suggestion was about, see `reasonKind`. */
export const reasonKindText = (why: ReasonKind): string => text(`replies_${why}`);
