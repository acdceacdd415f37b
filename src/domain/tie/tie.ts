import { band, type Band, bandByHand } from "./band.ts";
import { coveredDays, talkCovered, talkKnown, type Coverage } from "./coverage.ts";
import type { Dated, Knows } from "../person/person.ts";
import { DAY_MS } from "../time/day.ts";
import { rhythm } from "./rhythm.ts";
import {
  closenessThen,
  isFair,
  isTwoWay,
  sharedDays,
  strengthOf,
  touchesLeft,
  warmth,
} from "./strength.ts";
import type { ContactSeen, TieState } from "./tie-state.ts";

/** What bears on a tie besides its interactions. */
export interface Circumstances {
  /** The user's own cadence in days; overrides the rhythm learnt. */
  readonly cadenceDays?: number;
  /** "In touch elsewhere" as of this moment (ms): restarts the clock of silence. */
  readonly inTouchElsewhereAt?: number;
  /** How well the user says to know the person: overrides the band. */
  readonly knows?: Dated<Knows>;
  /** What was watched and imported; absent means everything is known. */
  readonly coverage?: Coverage;
}

/** What the interactions with one person add up to at a moment. */
export interface Tie {
  /** The band that is shown: the one that the user's word gives, where there is one. */
  readonly band: Band;
  /** What the user says, since when (ms), and the band that the interactions alone give; absent where the user says nothing. */
  readonly byHand?: Dated<Knows> & { readonly reckoned: Band };
  /** 0-100, not rounded; 50 is three fresh two-way days. It orders lists and is shown nowhere. */
  readonly strength: number;
  /** Closeness when they last talked, in two-way days remembered. */
  readonly closeness: number;
  /** Share (0-1) of that closeness left, after silence and forgetting. */
  readonly remaining: number;
  /** Part of the warmth (in two-way days) that comes from light touches. */
  readonly touches: number;
  /** Last contact of any kind, and last exchange. */
  readonly last?: ContactSeen;
  readonly lastExchange?: ContactSeen;
  /** Days since the last exchange, or since the two were in touch elsewhere, as far as that is known; absent if neither ever was. */
  readonly silentDays?: number;
  /**
   * Days since the last talk, an exchange that was answered or done together; the same as `silentDays` where there was none. Longer than that only
   * where somebody wrote since and waits for an answer. Band and lateness count from here.
   */
  readonly quietDays?: number;
  /** Typical days between two talks: the user's own cadence, or the rhythm learnt. */
  readonly gapDays: number;
  /** `quietDays` (with a cadence of the user's own: `silentDays`) in typical gaps; 1 is due, 0 without any exchange. */
  readonly overdue: number;
  /** The rhythm is regular enough to be claimed in words. */
  readonly rhythmKnown: boolean;
  /** `gapDays` is the user's own choice. */
  readonly ownCadence: boolean;
  /** Both had their part in a talk, and neither did nearly everything. */
  readonly twoWay: boolean;
  /** UTC days on which the two alone talked with one another; the word "talked" is for these. */
  readonly talkDays: number;
  /** How many of the exchanges were public comments. */
  readonly comments: "none" | "some" | "all";
  /** First and last talk of the two alone (ms); absent without any. */
  readonly firstTalkAt?: number;
  readonly lastTalkAt?: number;
  readonly wroteLast?: "in" | "out";
  /** The user says to be in touch elsewhere since this moment (ms), later than any exchange. */
  readonly elsewhereAt?: number;
  /** UTC days with an incoming and with an outgoing exchange. */
  readonly daysIn: number;
  readonly daysOut: number;
  /** Days on which the user wrote since the other last did, or the two were in touch elsewhere. */
  readonly unanswered: number;
  /** A source that would show a talk covers the time up to `knownUntil` or the present; otherwise no silence may be claimed. */
  readonly covered: boolean;
  /** Talk is known only up to this moment (ms), and the tie is as it was then; absent when it is known to the present. */
  readonly knownUntil?: number;
}

/** The later of two moments (ms). Either may be absent or in the future. */
function latest(at: number | undefined, elsewhereAt: number | undefined, now: number) {
  if (elsewhereAt === undefined || elsewhereAt > now) return at;
  return Math.max(at ?? elsewhereAt, elsewhereAt);
}

const daysBetween = (from: number, to: number): number => Math.max(0, to - from) / DAY_MS;

/** Fields are put one after the other: a spread for each that may be absent takes several times as long, and a day begins with everybody's tie. */
type DraftTie = { -readonly [Name in keyof Tie]: Tie[Name] };

/** The tie a summary amounts to at `now`. */
export function tie(state: TieState, circumstances: Circumstances, now: number): Tie {
  const { cadenceDays, inTouchElsewhereAt, knows, coverage } = circumstances;
  const inTouchAt = latest(state.lastAt, inTouchElsewhereAt, now);
  const talkAt = latest(state.mutualAt ?? state.lastAt, inTouchElsewhereAt, now);
  const messages = talkKnown(coverage, state.lastAt, now);
  // The user's word reaches further than any source.
  const until = inTouchAt !== undefined && inTouchAt > messages.until ? now : messages.until;
  const silentDays = inTouchAt === undefined ? undefined : daysBetween(inTouchAt, until);
  const quietDays = talkAt === undefined ? undefined : daysBetween(talkAt, until);
  const ownCadence = cadenceDays !== undefined;
  const learnt = rhythm(state);
  const gapDays = cadenceDays ?? learnt.gapDays;
  const warm = warmth(state, inTouchAt, until);
  const closeness = closenessThen(state);
  const touches = touchesLeft(state, until);
  const twoWay = isFair(state);
  const answered = inTouchAt !== undefined && inTouchAt > (state.lastOutAt ?? Infinity);
  const reckoned = band({
    exchange: state.exchangeDays > 0,
    talkCovered: talkCovered(coverage, state.connected?.from, now),
    twoWay,
    sharedDays: sharedDays(state),
    strength: strengthOf(talkAt === inTouchAt ? warm : warmth(state, talkAt, until), twoWay),
    overdue: (quietDays ?? 0) / gapDays,
    quietDays: quietDays ?? 0,
    coveredDays: coveredDays(coverage, talkAt ?? until, until),
  });
  const made: DraftTie = {
    band: knows === undefined ? reckoned : bandByHand(knows.value, reckoned),
    strength: strengthOf(warm, isTwoWay(state)),
    closeness,
    remaining: closeness > 0 ? Math.min(1, (warm - touches) / closeness) : 0,
    touches,
    gapDays,
    overdue: ((ownCadence ? silentDays : quietDays) ?? 0) / gapDays,
    rhythmKnown: learnt.known,
    ownCadence,
    twoWay,
    talkDays: state.talkDays,
    comments: state.commentDays === 0 ? "none" : state.wordDays === 0 ? "all" : "some",
    daysIn: state.daysIn,
    daysOut: state.daysOut,
    unanswered: answered ? 0 : state.unanswered,
    covered: messages.covered,
  };
  if (knows !== undefined) made.byHand = { ...knows, reckoned };
  if (state.last !== undefined) made.last = state.last;
  if (state.lastExchange !== undefined) made.lastExchange = state.lastExchange;
  if (silentDays !== undefined) made.silentDays = silentDays;
  if (quietDays !== undefined) made.quietDays = quietDays;
  if (state.firstTalkAt !== undefined) made.firstTalkAt = state.firstTalkAt;
  if (state.lastTalkAt !== undefined) made.lastTalkAt = state.lastTalkAt;
  if (state.wroteLast !== undefined) made.wroteLast = state.wroteLast;
  if (inTouchAt !== undefined && inTouchAt !== state.lastAt) made.elsewhereAt = inTouchAt;
  if (messages.until < now) made.knownUntil = messages.until;
  return made;
}

/** The band that the interactions give, without what the user says of the person. Sentences about talks follow this one. */
export const reckonedBand = ({ band: shown, byHand }: Pick<Tie, "band" | "byHand">): Band =>
  byHand?.reckoned ?? shown;

/** Talk is known to the present: a source would show the opposite of what is claimed. */
export const isKnownToday = ({ covered, knownUntil }: Tie): boolean =>
  covered && knownUntil === undefined;
