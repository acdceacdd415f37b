/**
 * What the interactions with one person add up to, whatever the moment.
 */
import { DAY_MS, dayOf } from "./day.ts";
import type { Direction, Interaction, InteractionKind, SourceId } from "./interaction.ts";
import { PARAMETERS } from "./tie-parameters.ts";
import { isExchange, weight } from "./weight.ts";

/** Who says so, in one word: the user's hand before an archive before a page. */
export type SourceWord = "hand" | "archive" | "page";

/** One contact, as badges and lists need it. */
export interface ContactSeen {
  readonly kind: InteractionKind;
  readonly direction: Direction;
  /** Earliest and latest moment it can have happened (ms). */
  readonly from: number;
  readonly to: number;
  readonly source: SourceWord;
  readonly withNote?: true;
  readonly groupSize?: number;
}

/** The sums a tie is read from: plain JSON, of fixed size however long the history. */
export interface TieState {
  /** Weight of the days with an incoming and an outgoing exchange, each day's heaviest, aged to the UTC day `creditDay`. */
  readonly creditIn: number;
  readonly creditOut: number;
  readonly creditDay: number;
  /** UTC days with an incoming, an outgoing and any exchange. */
  readonly daysIn: number;
  readonly daysOut: number;
  readonly exchangeDays: number;
  /** First and last exchange (ms; the middle of a coarse interval); absent without any. */
  readonly firstAt?: number;
  readonly lastAt?: number;
  /** Last outgoing exchange (ms). */
  readonly lastOutAt?: number;
  /** Talks at least a day apart, and the sum of the squared gaps between them (days squared). */
  readonly sessions: number;
  readonly gapSquares: number;
  /** Weight of the days with a light touch, each day's heaviest by direction, aged to the UTC day `touchDay`. */
  readonly touches: number;
  readonly touchDay: number;
  /** Days with a light touch and no more. */
  readonly touchDays: number;
  /** Last contact of any kind (being connected is none), and last exchange. */
  readonly last?: ContactSeen;
  readonly lastExchange?: ContactSeen;
  /** When the two became connected, as exactly as known (ms). */
  readonly connected?: { readonly from: number; readonly to: number };
  /** Who wrote last; absent after something done together. */
  readonly wroteLast?: "in" | "out";
  /** Days on which the user wrote since the other last did. */
  readonly unanswered: number;
  /** Who wrote the latest recommendation. */
  readonly recommended?: Direction;
}

type Draft = { -readonly [Key in keyof TieState]: TieState[Key] };

/** The moment (ms) an interaction is reckoned at: the middle of its interval. */
export function reckonedAt({ from, to }: Pick<Interaction, "from" | "to">): number {
  return Math.floor((from + to) / 2);
}

function sourceWord(sources: readonly SourceId[]): SourceWord {
  if (sources.includes("hand")) return "hand";
  return sources.some((source) => source.startsWith("archive:")) ? "archive" : "page";
}

function contactSeen(interaction: Interaction): ContactSeen {
  const { kind, direction, from, to, sources, withNote, groupSize } = interaction;
  return {
    kind,
    direction,
    from,
    to,
    source: sourceWord(sources),
    ...(withNote && { withNote }),
    ...(groupSize !== undefined && { groupSize }),
  };
}

/** Kinds an answer may be expected to. */
const WRITTEN: readonly InteractionKind[] = ["message", "inmail", "email", "invitation"];

/** Adds up interactions that come in the order of their moments. */
export interface Tally {
  readonly add: (interaction: Interaction) => void;
  /** What was added so far. */
  readonly state: () => TieState;
}

/** An empty tally. */
export function tally(): Tally {
  const state: Draft = {
    creditIn: 0,
    creditOut: 0,
    creditDay: 0,
    daysIn: 0,
    daysOut: 0,
    exchangeDays: 0,
    sessions: 0,
    gapSquares: 0,
    touches: 0,
    touchDay: 0,
    touchDays: 0,
    unanswered: 0,
  };
  // What today has given already, by direction: one burst is one day.
  let today = -1;
  const heaviest = { in: 0, out: 0 };
  const lightest = { in: 0, out: 0 };
  let unansweredDay = -1;
  let last: Interaction | undefined;
  let lastExchange: Interaction | undefined;

  const startDay = (day: number) => {
    if (day === today) return;
    today = day;
    heaviest.in = heaviest.out = lightest.in = lightest.out = 0;
  };

  const touch = (day: number, direction: "in" | "out", light: number) => {
    const extra = light - lightest[direction];
    if (extra <= 0) return;
    const half = PARAMETERS.touchHalfLifeDays;
    state.touches = state.touches * 2 ** (-(day - state.touchDay) / half) + extra;
    state.touchDay = day;
    lightest[direction] = light;
  };

  const credit = (direction: "in" | "out", heavy: number) => {
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
  };

  const exchange = (fact: Interaction, at: number, day: number, heavy: number) => {
    const aged = 2 ** (-(day - state.creditDay) / PARAMETERS.creditHalfLifeDays);
    state.creditIn *= aged;
    state.creditOut *= aged;
    state.creditDay = day;
    if (heaviest.in === 0 && heaviest.out === 0) state.exchangeDays += 1;
    const gap = state.lastAt === undefined ? undefined : (at - state.lastAt) / DAY_MS;
    if (gap === undefined || gap >= 1) {
      state.sessions += 1;
      state.gapSquares += (gap ?? 0) ** 2;
    }
    state.firstAt ??= at;
    state.lastAt = at;
    lastExchange = fact;
    if (fact.direction === "both") delete state.wroteLast;
    else state.wroteLast = fact.direction;
    if (fact.direction !== "out") {
      credit("in", heavy);
      state.unanswered = 0;
      unansweredDay = -1;
    } else if (WRITTEN.includes(fact.kind) && day !== unansweredDay) {
      state.unanswered += 1;
      unansweredDay = day;
    }
    if (fact.direction !== "in") {
      credit("out", heavy);
      state.lastOutAt = at;
    }
  };

  const add = (fact: Interaction) => {
    const { from, to, kind, direction } = fact;
    if (kind === "connected") {
      const known = state.connected;
      if (!known || to - from < known.to - known.from) state.connected = { from, to };
      return;
    }
    // Somewhen in half a year is not known to have been after anything that was in it.
    if (!last || to - from <= DAY_MS || from >= last.from) last = fact;
    if (kind === "recommendation") state.recommended = direction;
    const heavy = weight(fact);
    if (heavy === 0) return;
    const at = reckonedAt(fact);
    const day = dayOf(at);
    startDay(day);
    if (isExchange(fact)) return exchange(fact, at, day, heavy);
    if (lightest.in === 0 && lightest.out === 0) state.touchDays += 1;
    if (direction !== "out") touch(day, "in", heavy);
    if (direction !== "in") touch(day, "out", heavy);
  };

  const stateNow = (): TieState => ({
    ...state,
    ...(last && { last: contactSeen(last) }),
    ...(lastExchange && { lastExchange: contactSeen(lastExchange) }),
  });

  return { add, state: stateNow };
}
