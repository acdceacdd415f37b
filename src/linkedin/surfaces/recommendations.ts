/**
 * Recommendations on the page of them under a profile, with the day they were written.
 */
import { calendarDay, type CalendarDay } from "../languages/calendar-day.ts";
import { languageOf } from "../languages/language.ts";
import { textLeaves } from "../page/page-text.ts";
import { peopleOnPage, type PersonOnPage } from "../people/people-on-page.ts";
import { ITEM } from "../page/regions.ts";
import { pageOf } from "../address/urls.ts";

/** Somebody who recommended the profile's owner, or was recommended by them. */
export interface RecommendationFacts {
  readonly person: PersonOnPage;
  readonly day: CalendarDay;
  /** From the owner's side, by the tab of the address; absent where the address names none. */
  readonly direction?: "in" | "out";
}

/** The tabs of the page by number: received, given (general knowledge; a third one waits for an answer). */
const TABS: Readonly<Record<string, "in" | "out">> = { "0": "in", "1": "out" };

/** The dated recommendations at or under a root. The caller has to know that the profile is the viewer's own. */
export function recommendations(root: ParentNode, url: string): readonly RecommendationFacts[] {
  const page = pageOf(url);
  if (page.part !== "details" || !/\/details\/recommendations(?:\/|\?|$)/.test(url)) return [];
  const direction = TABS[/[?&]detailScreenTabIndex=(\d)/.exec(url)?.[1] ?? ""];
  const language = languageOf(root);
  return peopleOnPage(root, page).flatMap((person) => {
    const item = person.anchor.closest(ITEM);
    const texts = item === null ? [] : textLeaves(item, 12);
    const day = texts
      .map(({ text }) => calendarDay(text, language))
      .find((found) => found !== undefined);
    if (day === undefined) return [];
    return [{ person, day, ...(direction === undefined ? {} : { direction }) }];
  });
}
