/** A history as lines that can be compared: one for each person, and one for each thing that is known of one. */
import type { BrowserDriver } from "../../../practice/browser/browser-driver.ts";
import { settled } from "../../../src/domain/interactions/history.ts";
import { interactionKey } from "../../../src/domain/interactions/interaction.ts";
import type { ProjectedPerson } from "../../../src/domain/projection/person-of.ts";
import { exportedHistory } from "../../browser/support/observed.ts";
import { keyOfAliases } from "../../browser/support/people-held.ts";

/** The line of a person who is known by this. Lines about the person begin with it, and a blank. */
export const personLine = (key: string): string => `[${key}]`;
/** The line of a note. */
export const noteLine = (person: string, text: string): string =>
  `${personLine(person)} noted: ${text}`;
/** The line of something that happened, by its natural key. */
export const factLine = (person: string, key: string): string => `${personLine(person)} ${key}`;

/** The lines of people, sorted. What is there twice has two lines. */
export const linesOf = (people: readonly ProjectedPerson[]): readonly string[] =>
  people
    .flatMap(({ subject, aliases, interactions, removed, choices }) => {
      const person = keyOfAliases(aliases) || subject;
      return [
        personLine(person),
        ...settled(interactions, removed).map((fact) => factLine(person, interactionKey(fact))),
        ...(choices.notes ?? []).map(({ text }) => noteLine(person, text)),
      ];
    })
    .toSorted();

/** The lines of the history that the pages show, as the user can take it along. */
export const linesNow = async (browser: BrowserDriver): Promise<readonly string[]> =>
  linesOf((await exportedHistory(browser)).people);

/** What is in one list of lines and not in the other, as often as it is there more often. */
export function without(lines: readonly string[], others: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const line of others) counts.set(line, (counts.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const left = counts.get(line) ?? 0;
    if (left > 0) counts.set(line, left - 1);
    return left === 0;
  });
}

/** Lines that are there more than once. */
export const doubled = (lines: readonly string[]): readonly string[] =>
  lines.filter((line, place) => line === lines[place - 1]);
