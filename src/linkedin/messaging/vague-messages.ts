/**
 * Messages with ids that do not decode: what is left is the day above them.
 */
import type { Alias } from "../../domain/person/person.ts";
import { memberAlias } from "../address/aliases.ts";
import { grouped } from "../page/grouped.ts";
import { languageOf, type PageLanguage } from "../languages/language.ts";
import { shownDay } from "../languages/shown-day.ts";
import { EVENT, idOf, rowOf, messageEvents, type ShownMessage } from "./message-events.ts";
import { squeezed } from "../page/page-text.ts";
import { matching } from "../page/whole-items.ts";

/** Who reads a page, and since when. */
export interface ReadingContext {
  /** Who is signed in: the owner of the mailbox, unless ids say otherwise. */
  readonly viewer: readonly Alias[];
  /** When the document began (ms). */
  readonly since: number;
  readonly now: number;
}

/** Rows looked at on either side of what was added: they show who writes, the day, and whether ids decode after all. */
const NEAR = 10;

/**
 * The messages at, under and near a root, by the lists they stand in: only the lists where no id of a message decodes. (What
 * is still being sent stands among others that have one.)
 */
export function vagueMessages(
  root: ParentNode,
  reading: ReadingContext,
): ReadonlyArray<readonly ShownMessage[]> {
  const rows = matching(root, EVENT)
    .filter((event) => idOf(event) === undefined)
    .map(rowOf);
  return [...grouped(rows, (row) => row.parentElement).values()].flatMap((ofList) => {
    const messages = dated(near(ofList), languageOf(root), reading);
    return messages.some(({ element }) => idOf(element) !== undefined) ? [] : [messages];
  });
}

/** Messages, headings and empty rows of a list, from somewhat before each of these rows to somewhat after it, in page order. */
function near(rows: readonly Element[]): readonly Element[] {
  const found = new Set<Element>();
  for (let row of rows) {
    for (let count = 0; count < NEAR; count += 1) row = row.previousElementSibling ?? row;
    for (let count = 0; count < 2 * NEAR; count += 1) {
      found.add(row);
      row = row.nextElementSibling ?? row;
    }
  }
  return [...found].flatMap((row) => matching(row, `time,li:empty,${EVENT}`));
}

/** Messages with their mailbox and time as far as they are certain. */
function dated(
  drawn: readonly Element[],
  language: PageLanguage,
  { viewer, since, now }: ReadingContext,
): readonly ShownMessage[] {
  const days = new Map<Element, Date | undefined>();
  let day: Date | undefined;
  for (const element of drawn) {
    if (element.matches(EVENT)) days.set(element, day);
    // A row that is not drawn yet could hide another day.
    else if (element.closest(EVENT) === null)
      day = shownDay(squeezed(element.textContent ?? ""), language, since, now);
  }
  const member = viewer.find((alias) => alias.startsWith("member:"));
  return messageEvents([...days.keys()], (element, sender) => {
    const named = /:(ACo[\w-]+)/.exec(element.getAttribute("data-event-urn") ?? "")?.[1];
    const owner = named === undefined ? member : memberAlias(named);
    const at = days.get(element)?.getTime();
    if (at === undefined) return { owner };
    const until = new Date(at).setHours(24) - 1;
    // What lies ahead contradicts itself. What the user sends may fail as long as its day is not over.
    return (sender === member ? until : at) < now ? { owner, at, until } : { owner };
  });
}
