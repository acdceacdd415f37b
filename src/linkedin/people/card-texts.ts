/**
 * What a card says about its person in words: the line under the name, the degree, the day of connection.
 */
import { calendarDay, holdsYear, type CalendarDay } from "../languages/calendar-day.ts";
import { degree, type Degree } from "../languages/degree.ts";
import type { PageLanguage } from "../languages/language.ts";
import { canBeName } from "./name-choice.ts";
import { WRITTEN_TEXT } from "../page/regions.ts";
import { textLeaves, type TextLeaf } from "../page/page-text.ts";

export interface CardTexts {
  readonly headline?: string;
  readonly degree?: Degree;
  readonly connectedOn?: CalendarDay;
}

/** Pieces of a card read at most: what is about the person comes first. */
const MOST_PIECES = 16;
const LONGEST_HEADLINE = 400;

/**
 * The texts of a card.
 *
 * @param name the piece that is the name: what stands before it is not about the person
 * @param language is asked only where a year stands: the browser takes long to open its tables
 */
export function cardTexts(block: Element, name: TextLeaf, language: () => PageLanguage): CardTexts {
  const read = textLeaves(block, MOST_PIECES);
  // What a translator wrote is not what the site says of the person.
  const all = read.filter(
    ({ translated, element }) => translated !== true || element === name.element,
  );
  const at = all.findIndex(({ element }) => element === name.element);
  const after = all.slice(at + 1).filter(({ text }) => text !== name.text);
  const stated = new Set(
    after.map(({ text }) => degree(text)).filter((found) => found !== undefined),
  );
  const [only] = stated.size === 1 ? stated : [];
  const dayOf = new Map(
    after.map((leaf) => [
      leaf,
      holdsYear(leaf.text) ? calendarDay(leaf.text, language()) : undefined,
    ]),
  );
  const connectedOn = [...dayOf.values()].filter((day) => day !== undefined).at(-1);
  const headline = headlineAmong(
    after.filter((leaf) => dayOf.get(leaf) === undefined && isHeadline(leaf)),
    name,
  )?.text;
  return {
    ...(headline === undefined ? {} : { headline }),
    ...(only === undefined ? {} : { degree: only }),
    ...(connectedOn === undefined ? {} : { connectedOn }),
  };
}

/**
 * The line under a name: in the same link where the link holds both, else in the card. What stands in the name's own
 * heading ("Author") comes last, and what people wrote never counts.
 */
function headlineAmong(lines: readonly TextLeaf[], name: TextLeaf): TextLeaf | undefined {
  const link = name.element.closest("a");
  const line = name.element.closest("h1,h2,h3,h4,dt") ?? name.element;
  const separate = lines.filter(
    ({ element }) => !line.contains(element) && !element.contains(name.element),
  );
  const linked = lines.filter(
    ({ element }) => link?.contains(element) === true && !element.contains(name.element),
  );
  return (
    separate.find((leaf) => linked.includes(leaf)) ??
    linked[0] ??
    separate.find(({ element }) => element.closest(WRITTEN_TEXT) === null)
  );
}

/** A line of its own: not a degree, not pronouns, not a moment, not part of a link to somebody. */
function isHeadline({ text, strong, element }: TextLeaf): boolean {
  if (strong || !canBeName(text.slice(0, 100)) || text.length > LONGEST_HEADLINE) return false;
  if (/^\(.*\)$/.test(text) || degree(text) !== undefined) return false;
  if (text.length < 2) return false;
  return element.localName !== "time" && element.localName !== "a";
}
