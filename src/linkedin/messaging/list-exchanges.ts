/**
 * The last exchange with each name of an open list of conversations, as coarse as the list shows it: a day, and who wrote last. What
 * was written is not looked at beyond the words before the first colon, and none of it is handed on.
 */
import { languageOf, latinDigits, type PageLanguage } from "../languages/language.ts";
import { shownDay } from "../languages/shown-day.ts";
import { meansYou } from "../languages/you.ts";
import { textLeaves } from "../page/page-text.ts";
import { rowsOfOnePerson, type ThreadRow } from "./thread-rows.ts";

/** The last exchange with a person known by name only. */
export interface ListExchange {
  readonly name: string;
  /** First and last moment of the day (ms), in the reader's time zone. */
  readonly from: number;
  readonly to: number;
  /** From the viewer's side; absent where the list does not say who wrote last. */
  readonly direction?: "in" | "out";
}

/**
 * The exchanges of the rows of one list. Groups, sponsored mail and names that occur twice are left out, and rows without a certain day.
 *
 * @param rows all rows of the list: a name has to be compared with all the others
 * @param since when the document began (ms)
 */
export function listExchanges(
  rows: readonly ThreadRow[],
  since: number,
  now: number,
): readonly ListExchange[] {
  return rowsOfOnePerson(rows).flatMap(({ element, name }): readonly ListExchange[] => {
    const day = dayOf(element, languageOf(element), since, now);
    if (day === undefined) return [];
    const direction = directionOf(element, name);
    const from = day.getTime();
    const to = Math.min(new Date(from).setHours(24) - 1, now);
    return [{ name, from, to, ...(direction !== undefined && { direction }) }];
  });
}

/** "2:31 PM", "14.31", "下午2:31": the list shows the clock on the day itself. */
const CLOCK = /^\D{0,12}\d{1,2}[:.]\d{2}\D{0,12}$/u;

/** The day a row shows: a date, or a clock, which counts only on the day the document began. */
function dayOf(row: Element, language: PageLanguage, since: number, now: number): Date | undefined {
  const time = row.querySelector("time");
  const [leaf] = time === null ? [] : textLeaves(time, 1);
  if (leaf === undefined || leaf.translated === true || language === "unknown") return undefined;
  const today = new Date(now);
  if (CLOCK.test(latinDigits(leaf.text))) {
    return new Date(since).toDateString() === today.toDateString()
      ? new Date(today.getFullYear(), today.getMonth(), today.getDate())
      : undefined;
  }
  return shownDay(leaf.text, language, since, now);
}

/** Who wrote last, by the words before the first colon: the viewer, or the person by their (first) name. */
function directionOf(row: Element, name: string): "in" | "out" | undefined {
  const leaves = [...row.querySelectorAll("p")].flatMap((line) => textLeaves(line, 2));
  for (const { text, translated } of leaves) {
    const words = /^([^::]{1,60})[::]/u.exec(text)?.[1]?.trim();
    if (words === undefined || translated === true) continue;
    if (meansYou(words)) return "out";
    if (words === name || name.startsWith(`${words} `)) return "in";
  }
  return undefined;
}
