/**
 * Messages by month, in and out: of one person as text beside the record, so that nobody's history is read for a picture, and of many as sums.
 */
import type { Interaction } from "./interaction.ts";
import { numberReader, numberText } from "./number-text.ts";
import { TALK_KINDS } from "./kind-table.ts";

/** Raise whenever the form of the text, or what is counted, changes. */
export const MONTHS_VERSION = 1;

/** Messages of one month: from the others, and from the user. */
export interface MonthOfMessages {
  /** Number of the UTC month, see {@link monthOf}. */
  readonly month: number;
  readonly in: number;
  readonly out: number;
}

/** A message that is known less exactly than this (ms) is of no month. */
const WIDEST_MS = 31 * 86_400_000;

/** Number of the UTC month a moment (ms) falls in: years times twelve, and the month from 0. */
export function monthOf(at: number): number {
  const day = new Date(at);
  return day.getUTCFullYear() * 12 + day.getUTCMonth();
}

/** The first moment (ms) of a month. */
export const beginningOfMonth = (month: number): number =>
  Date.UTC(Math.floor(month / 12), month % 12);

/** Whether an interaction is a message of the two alone whose month is known. One to a group would count once for everybody in it. */
const isCounted = ({ kind, from, to, groupSize = 1 }: Interaction): boolean =>
  TALK_KINDS.includes(kind) && groupSize < 2 && to - from <= WIDEST_MS;

/** The messages with one person by month, see {@link monthsText}. */
export function packedMonths(interactions: readonly Interaction[]): string {
  const months = new Map<number, { in: number; out: number }>();
  let month = 0;
  // Most messages are of the month of the one before; asking a date for its month takes longer.
  let [begins, ends] = [0, 0];
  for (const fact of interactions) {
    if (!isCounted(fact)) continue;
    const at = (fact.from + fact.to) / 2;
    if (at < begins || at >= ends) {
      month = monthOf(at);
      [begins, ends] = [beginningOfMonth(month), beginningOfMonth(month + 1)];
    }
    const sums = months.get(month) ?? { in: 0, out: 0 };
    if (fact.direction !== "out") sums.in += 1;
    if (fact.direction !== "in") sums.out += 1;
    months.set(month, sums);
  }
  return monthsText(
    [...months]
      .map(([at, sums]) => ({ month: at, ...sums }))
      .sort((one, other) => one.month - other.month),
  );
}

/**
 * Months, oldest first, as text: how many, then for each the months since the one before, how many messages came in and how many went out. Empty
 * without any.
 */
export function monthsText(months: readonly MonthOfMessages[]): string {
  if (months.length === 0) return "";
  let before = 0;
  let text = numberText(months.length);
  for (const { month, in: came, out } of months) {
    text += numberText(month - before) + numberText(came) + numberText(out);
    before = month;
  }
  return text;
}

/** The months in a text of {@link monthsText}. */
export function monthsIn(text: string): readonly MonthOfMessages[] {
  if (text === "") return [];
  const next = numberReader(text);
  let month = 0;
  return Array.from({ length: next() }, () => {
    month += next();
    return { month, in: next(), out: next() };
  });
}

/** Sums with these texts added (`sign` 1) or taken away (-1), oldest first. A month without messages is left out. */
export function withMonths(
  sums: readonly MonthOfMessages[],
  texts: Iterable<string>,
  sign: 1 | -1,
): readonly MonthOfMessages[] {
  const after = new Map(sums.map((one) => [one.month, one]));
  for (const text of texts)
    for (const { month, in: came, out } of monthsIn(text)) {
      const before = after.get(month);
      const now = {
        month,
        in: (before?.in ?? 0) + sign * came,
        out: (before?.out ?? 0) + sign * out,
      };
      if (now.in === 0 && now.out === 0) after.delete(month);
      else after.set(month, now);
    }
  return [...after.values()].sort((a, b) => a.month - b.month);
}
