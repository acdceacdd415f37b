/**
 * Why: reasons as data, a code and its numbers. The words are the interface's.
 */
import { type Candidate, newsSinceTalk } from "./candidate.ts";
import type { Surroundings } from "./circle.ts";
import type { Field } from "../career/fields.ts";
import { asksForAnswer } from "../interactions/kind-table.ts";
import type { ContactSeen } from "../tie/tie-state.ts";
import { isKnownToday, reckonedBand, type Tie } from "../tie/tie.ts";

/** How a tie stands, as its card says it. Days are not rounded; words belong to the interface. */
export type StrengthReason =
  /** Nothing would show a talk. */
  | { readonly code: "unknown" }
  /** No exchange up to `until` (ms), or to the present; perhaps touches. */
  | { readonly code: "not-talked"; readonly until?: number; readonly touched: boolean }
  /** Only one of the two wrote. `final`: an answer may be expected, a source would show it, and nothing says that it came elsewhere. */
  | {
      readonly code: "one-way";
      readonly direction: "in" | "out";
      readonly days: number;
      readonly final: boolean;
    }
  /** Both wrote, one of them nearly everything, or neither in answer to the other. */
  | { readonly code: "uneven"; readonly daysIn: number; readonly daysOut: number }
  /** Only one of the two wrote, in public comments alone. */
  | { readonly code: "comments"; readonly direction: "in" | "out"; readonly days: number }
  | NotAlone
  | Rhythmic
  | TalkedDays
  | TalkedOnce;

/** The last contact (ms), where the silence since then is known to the present. The words count it when they are read. */
export interface Since {
  readonly from: number;
  readonly to: number;
}

/** They usually talk so often; `isPast`: they did, before the tie became Dormant. `since` where the silence may be claimed, see {@link claimedSilence}. */
interface Rhythmic {
  readonly code: "rhythm";
  readonly gapDays: number;
  readonly isPast?: true;
  readonly since?: Since;
}

/** They talked on so many days. */
interface TalkedDays {
  readonly code: "talked-days";
  readonly days: number;
  /** First and last of them (ms). */
  readonly firstAt: number;
  readonly lastAt: number;
}

/** Both wrote, and it was no talk of the two alone: in public comments, partly in such, or in groups. */
interface NotAlone {
  readonly code: "in-comments" | "partly-in-comments" | "in-groups";
}

/** They talked on one day. `only`: a source would show another. */
interface TalkedOnce {
  readonly code: "talked-once";
  readonly at: number;
  readonly only: boolean;
}

/** Why somebody is suggested. */
export type SuggestionReason =
  | { readonly code: "own-cadence"; readonly gapDays: number; readonly since?: Since }
  | Rhythmic
  | TalkedDays
  | TalkedOnce
  | NotAlone
  | {
      readonly code: "connected-never-talked";
      readonly from: number;
      readonly to: number;
      readonly until?: number;
    }
  | { readonly code: "only-in-field"; readonly field: Field }
  | { readonly code: "only-at-company"; readonly company: string }
  | {
      readonly code: "changed-company" | "changed-title" | "changed-headline";
      readonly before: string;
      readonly after: string;
      /** When the old was last seen, and the new first (ms). */
      readonly since: number;
      readonly at: number;
    }
  /** They wrote last, and a source would show an answer. */
  | { readonly code: "wrote-last"; readonly at: number }
  | { readonly code: "recommended-you" }
  | { readonly code: "you-recommended" }
  /** Both worked there; `still`: both do, as far as is known. */
  | { readonly code: "same-company"; readonly company: string; readonly still: boolean }
  /** Both were there, the user to study. */
  | { readonly code: "same-school"; readonly school: string }
  /** How the two met, in the user's own words. */
  | { readonly code: "met"; readonly how: string }
  | { readonly code: "mutual"; readonly count: number };

/** Since when the two are silent, where that is known to the present: the last exchange, or in touch elsewhere. */
function silentSince(tie: Tie): Since | undefined {
  const { lastExchange, elsewhereAt } = tie;
  if (!isKnownToday(tie)) return undefined;
  if (elsewhereAt !== undefined) return { from: elsewhereAt, to: elsewhereAt };
  return lastExchange && { from: lastExchange.from, to: lastExchange.to };
}

/** The same, where nobody wrote since the last talk: who waits for an answer is not silent. */
export function claimedSilence(tie: Tie): Since | undefined {
  return tie.silentDays === tie.quietDays ? silentSince(tie) : undefined;
}

/** Days with a talk, in words for one day or several. */
function talkedReason(tie: Tie): TalkedDays | TalkedOnce | undefined {
  const { talkDays, firstTalkAt, lastTalkAt } = tie;
  if (firstTalkAt === undefined || lastTalkAt === undefined) return undefined;
  if (talkDays === 1) return { code: "talked-once", at: lastTalkAt, only: isKnownToday(tie) };
  return {
    code: "talked-days",
    days: talkDays,
    firstAt: firstTalkAt,
    lastAt: lastTalkAt,
  };
}

const NOT_ALONE = {
  all: "in-comments",
  some: "partly-in-comments",
  none: "in-groups",
} as const satisfies Record<Tie["comments"], NotAlone["code"]>;

const notAlone = ({ comments }: Tie): NotAlone => ({ code: NOT_ALONE[comments] });

/** How often they talk or talked, without the silence, which something else says. */
export const rhythmAlone = (tie: Pick<Tie, "gapDays" | "band" | "byHand">): Rhythmic => ({
  code: "rhythm",
  gapDays: tie.gapDays,
  ...(reckonedBand(tie) === "dormant" && { isPast: true }),
});

function rhythmReason(tie: Tie): Rhythmic {
  const since = claimedSilence(tie);
  return { ...rhythmAlone(tie), ...(since && { since }) };
}

/** How a tie stands. */
export function strengthReason(tie: Tie): StrengthReason {
  const { daysIn, daysOut, knownUntil, lastExchange, comments } = tie;
  if (reckonedBand(tie) === "unknown") return { code: "unknown" };
  if (lastExchange === undefined)
    return {
      code: "not-talked",
      touched: tie.last !== undefined,
      ...(knownUntil !== undefined && { until: knownUntil }),
    };
  // A person who is in touch elsewhere may have answered there.
  const isMissed = asksForAnswer(lastExchange) && tie.elsewhereAt === undefined;
  const final = isMissed && isKnownToday(tie);
  if (comments === "all" && daysOut === 0)
    return { code: "comments", direction: "in", days: daysIn };
  if (comments === "all" && daysIn === 0)
    return { code: "comments", direction: "out", days: daysOut };
  if (daysOut === 0) return { code: "one-way", direction: "in", days: daysIn, final };
  if (daysIn === 0) return { code: "one-way", direction: "out", days: daysOut, final };
  if (!tie.twoWay) return comments === "none" ? { code: "uneven", daysIn, daysOut } : notAlone(tie);
  if (tie.rhythmKnown && !tie.ownCadence) return rhythmReason(tie);
  return talkedReason(tie) ?? notAlone(tie);
}

/** What there was between the two. Nothing where only one of them wrote: the line about the last exchange says that. */
function pastReason({ summary }: Candidate, tie: Tie): SuggestionReason | undefined {
  const { gapDays, lastExchange, knownUntil } = tie;
  const { connected } = summary;
  if (tie.ownCadence && tie.silentDays !== undefined) {
    const since = silentSince(tie);
    return { code: "own-cadence", gapDays, ...(since && { since }) };
  }
  if (lastExchange === undefined)
    return reckonedBand(tie) === "unknown" || connected === undefined
      ? undefined
      : {
          code: "connected-never-talked",
          from: connected.from,
          to: connected.to,
          ...(knownUntil !== undefined && { until: knownUntil }),
        };
  if (!tie.twoWay) return undefined;
  if (tie.rhythmKnown) return rhythmReason(tie);
  return talkedReason(tie) ?? notAlone(tie);
}

/** What is rare about the person among the user's contacts; nothing where no archive says who these are. */
function rareReason(
  { field, company }: Candidate,
  tie: Tie,
  around: Surroundings,
): SuggestionReason | undefined {
  if (!tie.covered) return undefined;
  if (around.othersInField === 0 && field !== "unknown") return { code: "only-in-field", field };
  if (around.othersAtCompany === 0 && company !== undefined)
    return { code: "only-at-company", company };
  return undefined;
}

/** A change of company, title or headline seen since the two last talked. */
function newsReason(person: Candidate): SuggestionReason | undefined {
  const news = newsSinceTalk(person);
  if (!news || news.what === "field") return undefined;
  const { what, before, after, since, at } = news;
  return { code: `changed-${what}`, before, after, since, at };
}

/** Whether a new company or title was seen since the two last talked. */
export function isChanged(person: Candidate): boolean {
  const code = newsReason(person)?.code;
  return code === "changed-company" || code === "changed-title";
}

/**
 * Whether the user owes a reply: they wrote last, to the user alone, in a tie that is more than an Acquaintance. Nobody owes a pitch an answer, nor its
 * sender who took a refusal kindly.
 */
export function isOwedReply(tie: Tie): tie is Tie & { readonly lastExchange: ContactSeen } {
  const { wroteLast, lastExchange, twoWay, talkDays, elsewhereAt } = tie;
  if (wroteLast !== "in" || !lastExchange || elsewhereAt !== undefined) return false;
  if (!twoWay || talkDays === 0 || !isKnownToday(tie)) return false;
  if ([tie.band, reckonedBand(tie)].includes("acquaintance")) return false;
  return lastExchange.kind !== "inmail" && asksForAnswer(lastExchange);
}

/** What the two share: a company or school, or how they met. */
function sharedReason(
  { howMet }: Candidate,
  { shared }: Surroundings,
): SuggestionReason | undefined {
  if (shared?.school) return { code: "same-school", school: shared.name };
  if (shared)
    return {
      code: "same-company",
      company: shared.name,
      still: shared.current && shared.theirs,
    };
  return howMet === undefined ? undefined : { code: "met", how: howMet };
}

/** At most two reasons to write, in the order a sceptic asks: what there was, what is rare, what is new, what binds. */
export function suggestionReasons(
  person: Candidate,
  tie: Tie,
  around: Surroundings,
): readonly SuggestionReason[] {
  const { summary, mutual } = person;
  const shared = sharedReason(person, around);
  const news = newsReason(person);
  const isSmall = news?.code === "changed-headline";
  const rare = rareReason(person, tie, around);
  const mutualReason: SuggestionReason | undefined =
    mutual !== undefined && mutual > 0 ? { code: "mutual", count: mutual } : undefined;
  const reasons: readonly (SuggestionReason | undefined)[] = tie.twoWay
    ? [
        pastReason(person, tie),
        rare,
        isSmall ? undefined : news,
        isOwedReply(tie) ? { code: "wrote-last", at: tie.lastExchange.to } : undefined,
        summary.recommended === "in" ? { code: "recommended-you" } : undefined,
        summary.recommended === "out" ? { code: "you-recommended" } : undefined,
        shared,
        // Other words for one's work say less than anything that was done.
        isSmall ? news : undefined,
        mutualReason,
      ]
    : [
        pastReason(person, tie),
        // Without a past of talking, what binds is why somebody is in the list.
        shared,
        isSmall ? undefined : news,
        rare?.code === "only-in-field" ? rare : undefined,
        summary.recommended === "in" ? { code: "recommended-you" } : undefined,
        summary.recommended === "out" ? { code: "you-recommended" } : undefined,
        mutualReason,
        rare,
        isSmall ? news : undefined,
      ];
  const said = new Set(reasons.filter((reason) => reason !== undefined));
  return [...said].slice(0, 2);
}
