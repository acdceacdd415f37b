/**
 * Summaries as columns of numbers, so that thousands are read from the disk as one array.
 */
import { type Direction, DIRECTIONS, INTERACTION_KINDS } from "../interactions/interaction.ts";
import type { ContactSeen, SourceWord } from "../tie/tie-state.ts";
import type { TieSummary } from "../tie/tie-summary.ts";

/** Names of the values of a summary that are numbers. */
type NumberName = {
  [Name in keyof TieSummary]-?: Exclude<TieSummary[Name], undefined> extends number ? Name : never;
}[keyof TieSummary];

/** The numbers of a summary, each with its column. A number that is added to the summary does not compile before it stands here. */
const NUMBERS = {
  version: 0,
  interactions: 1,
  creditIn: 2,
  creditOut: 3,
  creditDay: 4,
  daysIn: 5,
  daysOut: 6,
  exchangeDays: 7,
  talkDays: 8,
  gapSquares: 9,
  touches: 10,
  touchDay: 11,
  touchDays: 12,
  unanswered: 13,
  firstAt: 14,
  lastAt: 15,
  lastInAt: 16,
  lastOutAt: 17,
  mutualAt: 18,
  firstTalkAt: 19,
  lastTalkAt: 20,
  firstYear: 21,
  lastYear: 22,
  wokeAt: 23,
  wokeAfter: 24,
  wordDays: 25,
  commentDays: 26,
} as const satisfies Record<NumberName, number>;

const NUMBER_COLUMNS = Object.entries(NUMBERS) as readonly (readonly [NumberName, number])[];

/** The first column of everything of a summary that is neither a number nor text. What is added does not compile before it stands here. */
const OTHERS = {
  last: 27,
  lastExchange: 30,
  connected: 33,
  wroteLast: 35,
  recommended: 36,
  invitation: 37,
} as const satisfies Record<Exclude<keyof TieSummary, NumberName | "pastBands">, number>;

/** How many columns a summary takes. Its `pastBands` are text and stand elsewhere. */
export const SUMMARY_WIDTH = 40;

const SOURCES: readonly SourceWord[] = ["hand", "archive", "page"];

/** More kinds than there will ever be. */
const MOST_KINDS = 64;

/** What a contact was, in one number. */
function contactNumber({ kind, direction, source, withNote, groupSize = 0 }: ContactSeen): number {
  const who = DIRECTIONS.indexOf(direction) + 3 * SOURCES.indexOf(source);
  return (
    INTERACTION_KINDS.indexOf(kind) + MOST_KINDS * (who + 9 * ((withNote ? 1 : 0) + 2 * groupSize))
  );
}

const NO_NUMBER = NaN;

const numberAt = (numbers: Float64Array, place: number): number => numbers[place] ?? NO_NUMBER;

/** The contact in three columns; `undefined` where they are empty. */
function contactAt(numbers: Float64Array, place: number): ContactSeen | undefined {
  const what = numbers[place] ?? NO_NUMBER;
  if (Number.isNaN(what)) return undefined;
  const rest = Math.floor(what / MOST_KINDS);
  const kind = INTERACTION_KINDS[what % MOST_KINDS];
  const direction = DIRECTIONS[rest % 3];
  const source = SOURCES[Math.floor((rest % 9) / 3)];
  if (kind === undefined || direction === undefined || source === undefined) return undefined;
  const more = Math.floor(rest / 9);
  const contact: { -readonly [Name in keyof ContactSeen]: ContactSeen[Name] } = {
    kind,
    direction,
    from: numbers[place + 1] ?? NO_NUMBER,
    to: numbers[place + 2] ?? NO_NUMBER,
    source,
  };
  if (more % 2 === 1) contact.withNote = true;
  if (more > 1) contact.groupSize = Math.floor(more / 2);
  return contact;
}

function writeContact(
  contact: ContactSeen | undefined,
  numbers: Float64Array,
  place: number,
): void {
  if (contact === undefined) return;
  numbers[place] = contactNumber(contact);
  numbers[place + 1] = contact.from;
  numbers[place + 2] = contact.to;
}

/** Writes a summary from this place on, into numbers that are all NaN. */
export function writeSummary(summary: TieSummary, numbers: Float64Array, start: number): void {
  for (const [name, column] of NUMBER_COLUMNS) numbers[start + column] = summary[name] ?? NO_NUMBER;
  const { last, lastExchange, connected, wroteLast, recommended, invitation } = summary;
  writeContact(last, numbers, start + OTHERS.last);
  writeContact(lastExchange, numbers, start + OTHERS.lastExchange);
  writeContact(invitation, numbers, start + OTHERS.invitation);
  if (connected !== undefined) {
    numbers[start + OTHERS.connected] = connected.from;
    numbers[start + OTHERS.connected + 1] = connected.to;
  }
  if (wroteLast !== undefined) numbers[start + OTHERS.wroteLast] = DIRECTIONS.indexOf(wroteLast);
  if (recommended !== undefined)
    numbers[start + OTHERS.recommended] = DIRECTIONS.indexOf(recommended);
}

/** A place that is not a number is looked up much slower than any other. */
const directionAt = (place: number): Direction | undefined =>
  Number.isNaN(place) ? undefined : DIRECTIONS[place];

type DraftSummary = { -readonly [Name in keyof TieSummary]: TieSummary[Name] };

/** Reads a summary from this place on. Written out, because thousands are read at once: in a loop over names it takes ten times as long. */
export function readSummary(numbers: Float64Array, start: number, pastBands: string): TieSummary {
  const summary: DraftSummary = {
    version: numberAt(numbers, start + NUMBERS.version),
    interactions: numberAt(numbers, start + NUMBERS.interactions),
    creditIn: numberAt(numbers, start + NUMBERS.creditIn),
    creditOut: numberAt(numbers, start + NUMBERS.creditOut),
    creditDay: numberAt(numbers, start + NUMBERS.creditDay),
    daysIn: numberAt(numbers, start + NUMBERS.daysIn),
    daysOut: numberAt(numbers, start + NUMBERS.daysOut),
    exchangeDays: numberAt(numbers, start + NUMBERS.exchangeDays),
    commentDays: numberAt(numbers, start + NUMBERS.commentDays),
    wordDays: numberAt(numbers, start + NUMBERS.wordDays),
    talkDays: numberAt(numbers, start + NUMBERS.talkDays),
    gapSquares: numberAt(numbers, start + NUMBERS.gapSquares),
    touches: numberAt(numbers, start + NUMBERS.touches),
    touchDay: numberAt(numbers, start + NUMBERS.touchDay),
    touchDays: numberAt(numbers, start + NUMBERS.touchDays),
    unanswered: numberAt(numbers, start + NUMBERS.unanswered),
    pastBands,
  };
  const firstAt = numberAt(numbers, start + NUMBERS.firstAt);
  const lastAt = numberAt(numbers, start + NUMBERS.lastAt);
  const lastOutAt = numberAt(numbers, start + NUMBERS.lastOutAt);
  const lastInAt = numberAt(numbers, start + NUMBERS.lastInAt);
  const mutualAt = numberAt(numbers, start + NUMBERS.mutualAt);
  const firstTalkAt = numberAt(numbers, start + NUMBERS.firstTalkAt);
  const lastTalkAt = numberAt(numbers, start + NUMBERS.lastTalkAt);
  const firstYear = numberAt(numbers, start + NUMBERS.firstYear);
  const lastYear = numberAt(numbers, start + NUMBERS.lastYear);
  const wokeAt = numberAt(numbers, start + NUMBERS.wokeAt);
  const invitation = contactAt(numbers, start + OTHERS.invitation);
  const last = contactAt(numbers, start + OTHERS.last);
  const lastExchange = contactAt(numbers, start + OTHERS.lastExchange);
  const from = numberAt(numbers, start + OTHERS.connected);
  const wroteLast = directionAt(numberAt(numbers, start + OTHERS.wroteLast));
  const recommended = directionAt(numberAt(numbers, start + OTHERS.recommended));
  if (!Number.isNaN(firstAt)) summary.firstAt = firstAt;
  if (!Number.isNaN(lastAt)) summary.lastAt = lastAt;
  if (!Number.isNaN(lastOutAt)) summary.lastOutAt = lastOutAt;
  if (!Number.isNaN(lastInAt)) summary.lastInAt = lastInAt;
  if (!Number.isNaN(mutualAt)) summary.mutualAt = mutualAt;
  if (!Number.isNaN(firstTalkAt)) summary.firstTalkAt = firstTalkAt;
  if (!Number.isNaN(lastTalkAt)) summary.lastTalkAt = lastTalkAt;
  if (!Number.isNaN(firstYear)) summary.firstYear = firstYear;
  if (!Number.isNaN(lastYear)) summary.lastYear = lastYear;
  if (!Number.isNaN(wokeAt)) summary.wokeAt = wokeAt;
  const wokeAfter = numberAt(numbers, start + NUMBERS.wokeAfter);
  if (!Number.isNaN(wokeAfter)) summary.wokeAfter = wokeAfter;
  if (invitation !== undefined) summary.invitation = invitation;
  if (last !== undefined) summary.last = last;
  if (lastExchange !== undefined) summary.lastExchange = lastExchange;
  if (!Number.isNaN(from))
    summary.connected = { from, to: numberAt(numbers, start + OTHERS.connected + 1) };
  if (wroteLast === "in" || wroteLast === "out") summary.wroteLast = wroteLast;
  if (recommended !== undefined) summary.recommended = recommended;
  return summary;
}
