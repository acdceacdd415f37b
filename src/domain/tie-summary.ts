import type { Band } from "./band.ts";
import type { Direction, Interaction, InteractionKind, SourceId } from "./interaction.ts";
import { compareInteractions } from "./history.ts";
import { DAY_MS, dayOf, endOfYear, yearOf } from "./day.ts";
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

/**
 * What the interactions with one person add up to, whatever the moment: plain JSON, about 500 bytes, kept with the person, enough
 * for badge, lists and ranking. `tie` reads it at a moment.
 */
export interface TieSummary {
  /** Version of the formula that wrote it; a summary of another version has to be built again. */
  readonly version: number;
  /** Day credits by direction, aged to the UTC day `creditDay`. */
  readonly creditIn: number;
  readonly creditOut: number;
  readonly creditDay: number;
  /** Days (UTC) with an incoming, an outgoing and any exchange. */
  readonly daysIn: number;
  readonly daysOut: number;
  readonly exchangeDays: number;
  /** First and last exchange (ms; the middle of a coarse interval); absent without any. */
  readonly firstAt?: number;
  readonly lastAt?: number;
  /** Last incoming and last outgoing exchange (ms). */
  readonly lastInAt?: number;
  readonly lastOutAt?: number;
  /** Stretches of exchange at least a day apart, and the sum of the squared gaps between them (days squared). */
  readonly sessions: number;
  readonly gapSquares: number;
  /** Weight of the light touches, aged to `touchAt` (ms). */
  readonly touches: number;
  readonly touchAt: number;
  /** Last contact of any kind (being connected is none), and last exchange. */
  readonly last?: ContactSeen;
  readonly lastExchange?: ContactSeen;
  /** When the two became connected, as exactly as known (ms). */
  readonly connected?: { readonly from: number; readonly to: number };
  /** Who wrote last; absent after something done together. */
  readonly wroteLast?: "in" | "out";
  /** Days in a row on which the user wrote and nothing came back since. */
  readonly unanswered: number;
  /** A recommendation was written by one of the two; by whom. */
  readonly recommended?: Direction;
  /** Number of all interactions, of any kind. */
  readonly interactions: number;
  /** Year of the first contact, and the band at the end of each year from then to the year before the last contact. */
  readonly firstYear?: number;
  readonly lastYear?: number;
  readonly bandsByYear?: readonly Band[];
}

/** Raise whenever the formula or the shape of the summary changes. */
export const SUMMARY_VERSION = 1;

/** The moment (ms) an interaction is reckoned at: the middle of its interval. */
export function reckonedAt(interaction: Pick<Interaction, "from" | "to">): number {
  return Math.floor((interaction.from + interaction.to) / 2);
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
    ...(withNote ? { withNote } : {}),
    ...(groupSize === undefined ? {} : { groupSize }),
  };
}

const WRITTEN: readonly InteractionKind[] = ["message", "inmail", "email", "invitation"];

type Draft = { -readonly [Key in keyof TieSummary]: TieSummary[Key] };

function credit(
  draft: Draft,
  day: number,
  best: Map<string, number>,
  direction: "in" | "out",
  heavy: number,
): void {
  const key = `${direction}${day}`;
  const before = best.get(key);
  best.set(key, Math.max(before ?? 0, heavy));
  const extra = Math.max(0, heavy - (before ?? 0));
  if (direction === "in") {
    draft.creditIn += extra;
    if (before === undefined) draft.daysIn += 1;
  } else {
    draft.creditOut += extra;
    if (before === undefined) draft.daysOut += 1;
  }
}

/** What these interactions add up to. Give it the `settled` ones; their order does not matter. */
export function tieSummary(interactions: readonly Interaction[]): TieSummary {
  const draft: Draft = {
    version: SUMMARY_VERSION,
    creditIn: 0,
    creditOut: 0,
    creditDay: 0,
    daysIn: 0,
    daysOut: 0,
    exchangeDays: 0,
    sessions: 0,
    gapSquares: 0,
    touches: 0,
    touchAt: 0,
    unanswered: 0,
    interactions: interactions.length,
  };
  const best = new Map<string, number>();
  const facts = [...interactions].sort(
    (a, b) => reckonedAt(a) - reckonedAt(b) || compareInteractions(a, b),
  );
  let unansweredDay = -1;
  for (const fact of facts) {
    const at = reckonedAt(fact);
    if (fact.kind === "connected") {
      const width = (draft.connected?.to ?? Infinity) - (draft.connected?.from ?? 0);
      if (fact.to - fact.from < width) draft.connected = { from: fact.from, to: fact.to };
      continue;
    }
    draft.last = contactSeen(fact);
    draft.firstYear ??= yearOf(at);
    draft.lastYear = yearOf(at);
    const heavy = weight(fact);
    if (fact.kind === "recommendation") draft.recommended = fact.direction;
    if (!isExchange(fact)) {
      if (heavy === 0) continue;
      draft.touches =
        draft.touches * 2 ** (-(at - draft.touchAt) / (PARAMETERS.touchHalfLifeDays * DAY_MS)) +
        heavy;
      draft.touchAt = at;
      continue;
    }
    const day = dayOf(at);
    const aged = 2 ** (-(day - draft.creditDay) / PARAMETERS.creditHalfLifeDays);
    draft.creditIn *= aged;
    draft.creditOut *= aged;
    if (draft.lastAt === undefined || day > draft.creditDay) draft.exchangeDays += 1;
    draft.creditDay = day;
    if (fact.direction !== "out") credit(draft, day, best, "in", heavy);
    if (fact.direction !== "in") credit(draft, day, best, "out", heavy);
    if (draft.lastAt === undefined) draft.sessions = 1;
    else if (at - draft.lastAt >= DAY_MS) {
      draft.sessions += 1;
      draft.gapSquares += ((at - draft.lastAt) / DAY_MS) ** 2;
    }
    draft.firstAt ??= at;
    draft.lastAt = at;
    draft.lastExchange = draft.last;
    if (fact.direction !== "out") draft.lastInAt = at;
    if (fact.direction !== "in") draft.lastOutAt = at;
    if (fact.direction === "both") delete draft.wroteLast;
    else draft.wroteLast = fact.direction;
    if (fact.direction !== "out") {
      draft.unanswered = 0;
      unansweredDay = -1;
    } else if (WRITTEN.includes(fact.kind) && day !== unansweredDay) {
      draft.unanswered += 1;
      unansweredDay = day;
    }
  }
  return draft;
}
void endOfYear;
