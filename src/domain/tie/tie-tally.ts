/**
 * Adds up the interactions with one person to the state a tie is read from.
 */
import type { Band } from "./band.ts";
import { knownBand } from "./known-band.ts";
import { DAY_MS, dayOf } from "../time/day.ts";
import type { Interaction } from "../interactions/interaction.ts";
import { kindRow } from "../interactions/kind-table.ts";
import { PARAMETERS } from "./tie-parameters.ts";
import { contactSeen, reckonedAt, type TieState } from "./tie-state.ts";
import { typicalGapDays } from "./typical-gap.ts";
import { isExchange, weight } from "./weight.ts";

type DraftState = { -readonly [Key in keyof TieState]: TieState[Key] };

/** Adds up interactions that come in the order of their moments. */
export interface TieTally {
  readonly add: (interaction: Interaction) => void;
  /** What was added so far. */
  readonly state: () => TieState;
  /** Its band at a moment (ms) after everything that was added, see `knownBand`. */
  readonly bandAt: (at: number) => Band;
}

/** A state on its way, with what the day under way has given already: one burst is one day. */
interface TallySums {
  readonly state: DraftState;
  day: number;
  readonly heaviest: { in: number; out: number };
  readonly lightest: { in: number; out: number };
  talkDay: number;
  commentDay: number;
  wordDay: number;
  exchangeDay: number;
  unansweredDay: number;
  /** The last talk (ms) before the tie became Dormant, until the two talk again. */
  asleepAfter: number | undefined;
  last: Interaction | undefined;
  lastExchange: Interaction | undefined;
  /** The last exchange of either side. */
  readonly latest: { in: Interaction | undefined; out: Interaction | undefined };
}

function noSums(): TallySums {
  return {
    state: {
      creditIn: 0,
      creditOut: 0,
      creditDay: 0,
      daysIn: 0,
      daysOut: 0,
      exchangeDays: 0,
      commentDays: 0,
      wordDays: 0,
      talkDays: 0,
      gapSquares: 0,
      touches: 0,
      touchDay: 0,
      touchDays: 0,
      unanswered: 0,
    },
    day: -1,
    heaviest: { in: 0, out: 0 },
    lightest: { in: 0, out: 0 },
    talkDay: -1,
    commentDay: -1,
    wordDay: -1,
    exchangeDay: -1,
    unansweredDay: -1,
    asleepAfter: undefined,
    last: undefined,
    lastExchange: undefined,
    latest: { in: undefined, out: undefined },
  };
}

const copied = (sums: TallySums): TallySums => ({
  ...sums,
  state: { ...sums.state },
  heaviest: { ...sums.heaviest },
  lightest: { ...sums.lightest },
  latest: { ...sums.latest },
});

const isComment = ({ kind }: Interaction): boolean => kind === "comment";

const isGroup = ({ groupSize = 1 }: Interaction): boolean => groupSize > 1;

/** Others were there: in a group, or in public. */
const isOpen = (fact: Interaction): boolean => isGroup(fact) || isComment(fact);

/**
 * Whether an exchange answers the other side's last one: that one is no older than a silence after which the tie would be late. So a
 * single message after years is no talk before it is answered. In a group both have to be of the same conversation, where that is known.
 */
function answers(
  fact: Interaction,
  other: Interaction | undefined,
  state: Pick<TieState, "firstAt" | "lastAt" | "exchangeDays">,
): boolean {
  if (other === undefined) return false;
  if ((isGroup(fact) || isGroup(other)) && fact.ref !== other.ref) return false;
  const longest = Math.max(PARAMETERS.fadingDays, PARAMETERS.lateGaps * typicalGapDays(state));
  return reckonedAt(fact) - reckonedAt(other) <= longest * DAY_MS;
}

function credit(sums: TallySums, direction: "in" | "out", heavy: number): void {
  const { state, heaviest } = sums;
  const extra = Math.max(0, heavy - heaviest[direction]);
  const fresh = heaviest[direction] === 0 ? 1 : 0;
  if (direction === "in") {
    state.creditIn += extra;
    state.daysIn += fresh;
  } else {
    state.creditOut += extra;
    state.daysOut += fresh;
  }
  heaviest[direction] += extra;
}

/** Counts a talk if this exchange is one: together, or in answer to the other side. */
function countTalk(sums: TallySums, fact: Interaction, at: number, day: number): void {
  const { state, latest } = sums;
  const { direction } = fact;
  const other = direction === "in" ? latest.out : latest.in;
  if (direction !== "both" && !answers(fact, other, state)) return;
  if (sums.asleepAfter !== undefined) {
    state.wokeAfter = sums.asleepAfter;
    state.wokeAt = at;
    sums.asleepAfter = undefined;
  }
  state.mutualAt = at;
  if (isOpen(fact) || (direction !== "both" && other !== undefined && isOpen(other))) return;
  state.firstTalkAt ??= at;
  state.lastTalkAt = at;
  if (day === sums.talkDay) return;
  sums.talkDay = day;
  state.talkDays += 1;
}

/** Looks, before an exchange is counted, whether the tie had become Dormant: with the exchange its silence would count as one more gap. */
function lookForSleep(sums: TallySums, at: number): void {
  const { mutualAt } = sums.state;
  if (sums.asleepAfter !== undefined || mutualAt === undefined) return;
  if (at - mutualAt < PARAMETERS.dormantDays * DAY_MS) return;
  if (knownBand(sums.state, at) === "dormant") sums.asleepAfter = mutualAt;
}

function countExchange(
  sums: TallySums,
  fact: Interaction,
  at: number,
  day: number,
  heavy: number,
): void {
  const { state, latest } = sums;
  const { direction } = fact;
  lookForSleep(sums, at);
  const aged = 2 ** (-(day - state.creditDay) / PARAMETERS.creditHalfLifeDays);
  state.creditIn *= aged;
  state.creditOut *= aged;
  state.creditDay = day;
  countTalk(sums, fact, at, day);
  if (day !== sums.exchangeDay) {
    if (sums.exchangeDay >= 0) state.gapSquares += (day - sums.exchangeDay) ** 2;
    sums.exchangeDay = day;
    state.exchangeDays += 1;
  }
  if (isComment(fact) && day !== sums.commentDay) {
    sums.commentDay = day;
    state.commentDays += 1;
  }
  if (!isComment(fact) && day !== sums.wordDay) {
    sums.wordDay = day;
    state.wordDays += 1;
  }
  state.firstAt ??= at;
  state.lastAt = at;
  sums.lastExchange = fact;
  if (direction === "both") delete state.wroteLast;
  else state.wroteLast = direction;
  if (direction !== "out") {
    credit(sums, "in", heavy);
    state.lastInAt = at;
    latest.in = fact;
    state.unanswered = 0;
    sums.unansweredDay = -1;
  } else if (kindRow(fact).answerable && !isGroup(fact) && day !== sums.unansweredDay) {
    state.unanswered += 1;
    sums.unansweredDay = day;
  }
  if (direction !== "in") {
    credit(sums, "out", heavy);
    state.lastOutAt = at;
    latest.out = fact;
  }
}

function countTouch(sums: TallySums, direction: "in" | "out", day: number, light: number): void {
  const { state, lightest } = sums;
  const extra = light - lightest[direction];
  if (extra <= 0) return;
  state.touches =
    state.touches * 2 ** (-(day - state.touchDay) / PARAMETERS.touchHalfLifeDays) + extra;
  state.touchDay = day;
  lightest[direction] = light;
}

/** Whether a fact is known to be the later one. A time somewhere in half a year is not known to lie after anything inside it. */
const isLater = (
  { from, to }: Interaction,
  before: Pick<Interaction, "from"> | undefined,
): boolean => before === undefined || to - from <= DAY_MS || from >= before.from;

/** Counts one fact. A note counts as an exchange only where `answered` says so. */
function count(sums: TallySums, fact: Interaction, answered: boolean): void {
  const { state } = sums;
  const { from, to, kind, direction } = fact;
  if (kindRow(fact).role === "nothing") {
    const known = state.connected;
    if (!known || to - from < known.to - known.from) state.connected = { from, to };
    return;
  }
  if (isLater(fact, sums.last)) sums.last = fact;
  if (kind === "invitation" && isLater(fact, state.invitation))
    state.invitation = contactSeen(fact);
  if (kind === "recommendation") state.recommended = direction;
  const heavy = weight(fact, answered);
  if (heavy === 0) return;
  const at = reckonedAt(fact);
  const day = dayOf(at);
  if (day !== sums.day) {
    sums.day = day;
    sums.heaviest.in = sums.heaviest.out = sums.lightest.in = sums.lightest.out = 0;
  }
  if (isExchange(fact, answered)) return countExchange(sums, fact, at, day, heavy);
  if (sums.lightest.in === 0 && sums.lightest.out === 0) state.touchDays += 1;
  if (direction !== "out") countTouch(sums, "in", day, heavy);
  if (direction !== "in") countTouch(sums, "out", day, heavy);
}

/** An empty tally. */
export function tally(): TieTally {
  let sums = noSums();
  // From the first note without an answer on: the sums before it, and every fact since. An answer counts the note, so the facts since
  // are counted again.
  let before: TallySums | undefined;
  let held: { readonly fact: Interaction; answered: boolean }[] = [];

  /** Marks the notes that this fact answers. */
  const answered = (fact: Interaction): boolean => {
    if (!isExchange(fact)) return false;
    const open = held.filter(
      (one) =>
        !one.answered && kindRow(one.fact).role === "note" && one.fact.direction !== fact.direction,
    );
    for (const one of open) one.answered = true;
    return open.length > 0;
  };

  const add = (fact: Interaction) => {
    if (before === undefined && kindRow(fact).role !== "note") return count(sums, fact, false);
    before ??= copied(sums);
    const isAnswer = answered(fact);
    held.push({ fact, answered: false });
    if (!isAnswer) return count(sums, fact, false);
    sums = copied(before);
    for (const one of held) count(sums, one.fact, one.answered);
    if (held.some((one) => !one.answered && kindRow(one.fact).role === "note")) return;
    before = undefined;
    held = [];
  };

  const state = (): TieState => {
    const { last, lastExchange } = sums;
    return {
      ...sums.state,
      ...(last && { last: contactSeen(last) }),
      ...(lastExchange && { lastExchange: contactSeen(lastExchange) }),
    };
  };

  return { add, state, bandAt: (at) => knownBand(sums.state, at) };
}
