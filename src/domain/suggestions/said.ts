/**
 * What badge, row and card say of a tie, as facts. The words belong to the interface; a test reads these facts and finds contradictions.
 */
import type { Direction } from "../interactions/interaction.ts";
import { kindRow } from "../interactions/kind-table.ts";
import type { LensValue } from "./lens.ts";
import type { StrengthReason, SuggestionReason } from "./reasons.ts";
import type { ContactSeen } from "../tie/tie-state.ts";
import { reckonedBand, type Tie } from "../tie/tie.ts";

/** A time as exactly as it is known (ms). */
interface SaidInterval {
  readonly from: number;
  readonly to: number;
}

/** The one fact that stands for a tie: its last exchange, or how things stand without one. */
export type LastFact =
  | { readonly code: "last"; readonly seen: ContactSeen }
  /** In touch elsewhere, as the user says, and later than any exchange. */
  | { readonly code: "elsewhere"; readonly at: number }
  /** Nothing would show a talk: only the connection is known. */
  | ({ readonly code: "connected" } & SaidInterval)
  /** A source would show a talk and shows none, up to `until` (absent: up to the present). */
  | ({ readonly code: "connected-no-messages"; readonly until?: number } & SaidInterval)
  | { readonly code: "no-messages"; readonly until?: number }
  | { readonly code: "nothing-known" };

/** A lighter touch after the last exchange: a second, smaller fact. */
export interface TouchFact {
  readonly code: "touch";
  readonly seen: ContactSeen;
}

/** What of a tie these facts are made from. */
export interface TieSeen extends Pick<
  Tie,
  "band" | "byHand" | "last" | "lastExchange" | "elsewhereAt" | "knownUntil"
> {
  /** When the two became connected (ms), where known. */
  readonly connected?: SaidInterval;
}

/** The fact that stands for a tie. */
export function lastFact(seen: TieSeen): LastFact {
  const { lastExchange, elsewhereAt, knownUntil, connected } = seen;
  if (elsewhereAt !== undefined) return { code: "elsewhere", at: elsewhereAt };
  if (lastExchange) return { code: "last", seen: lastExchange };
  // A touch and no exchange: only where a source covers the time is it known that there was no more.
  const isCovered = reckonedBand(seen) !== "unknown";
  const until = knownUntil === undefined ? {} : { until: knownUntil };
  if (connected)
    return isCovered
      ? { code: "connected-no-messages", from: connected.from, to: connected.to, ...until }
      : { code: "connected", from: connected.from, to: connected.to };
  return isCovered ? { code: "no-messages", ...until } : { code: "nothing-known" };
}

/** The lighter touch after the last exchange; `undefined` without one. */
export function touchFact({
  last,
  lastExchange,
}: Pick<TieSeen, "last" | "lastExchange">): TouchFact | undefined {
  if (last === undefined) return undefined;
  const { role } = kindRow(last);
  if (role === "exchange" || (lastExchange !== undefined && last.to <= lastExchange.to))
    return undefined;
  return { code: "touch", seen: last };
}

/** The facts of a row, in the order they are shown. No two of them say the same. */
export interface RowFacts {
  /** Absent where a reason says it. */
  readonly last?: LastFact;
  readonly reasons: readonly SuggestionReason[];
  readonly lens: readonly LensValue[];
}

/** For each reason, what else would say the same. */
const SAME: Partial<
  Record<SuggestionReason["code"], readonly (LastFact["code"] | LensValue["because"])[]>
> = {
  "connected-never-talked": ["connected", "connected-no-messages", "no-messages"],
  "only-at-company": ["other-company"],
  "only-in-field": ["other-field"],
  "same-company": ["former-colleague"],
  met: ["other-circle"],
  "changed-company": ["changed-company"],
  "changed-title": ["changed-title", "changed-field"],
  "changed-headline": ["changed-headline"],
  mutual: ["between-circles"],
};

/** The recommendation that a reason tells, by its direction. */
const RECOMMENDED: Partial<Record<SuggestionReason["code"], Direction>> = {
  "recommended-you": "in",
  "you-recommended": "out",
};

/** Whether the last exchange is the recommendation that a reason tells: with its moment it says more. */
const isToldByLast = (last: LastFact, { code }: SuggestionReason): boolean =>
  last.code === "last" &&
  last.seen.kind === "recommendation" &&
  last.seen.direction === RECOMMENDED[code];

/** Whether the last exchange is said, and with it how long the silence is. */
const saysSilence = ({ code }: LastFact): boolean => code === "last" || code === "elsewhere";

/** Reasons beside the last exchange: how often the two talk, without the silence that it says. */
const besideLast = (reasons: readonly SuggestionReason[]): readonly SuggestionReason[] =>
  reasons.map((reason) => {
    if (reason.code !== "rhythm" && reason.code !== "own-cadence") return reason;
    const { since: _since, ...often } = reason;
    return often;
  });

/** How a tie stands, as its card says it under the last fact. */
export function cardReason(last: LastFact, reason: StrengthReason): StrengthReason {
  if (reason.code !== "rhythm" || !saysSilence(last)) return reason;
  const { since: _since, ...often } = reason;
  return often;
}

const NEWS: ReadonlySet<string> = new Set(["changed-company", "changed-title"]);

/** The one reason that stands for a suggestion where there is room for no more; `undefined` where the last exchange says more. */
export function rowReason(
  tie: TieSeen,
  reasons: readonly SuggestionReason[],
): SuggestionReason | undefined {
  const last = lastFact(tie);
  const said = reasons.filter((reason) => !isToldByLast(last, reason));
  return (
    // A new job is the best occasion to write.
    said.find(({ code }) => NEWS.has(code)) ??
    // That the two did not talk yet is true of the whole list.
    said.find(({ code }) => code !== "connected-never-talked") ??
    said[0]
  );
}

/**
 * The facts of a row under a heading that says that the two did not talk yet: only since when they are connected. Where that is known up to some
 * day alone, the row says so.
 */
export function underNotTalked({ last, reasons, ...facts }: RowFacts): RowFacts {
  const told = reasons.find((reason) => reason.code === "connected-never-talked");
  if (told === undefined || told.until !== undefined)
    return { ...facts, ...(last && { last }), reasons };
  return {
    ...facts,
    last: { code: "connected", from: told.from, to: told.to },
    reasons: reasons.filter((reason) => reason !== told),
  };
}

/** What the row of a person says. */
export function rowFacts(
  tie: TieSeen,
  reasons: readonly SuggestionReason[],
  lens: readonly LensValue[],
): RowFacts {
  const said = new Set(reasons.flatMap(({ code }) => SAME[code] ?? []));
  const last = lastFact(tie);
  const others = reasons.filter((reason) => !isToldByLast(last, reason));
  return {
    ...(!said.has(last.code) && { last }),
    reasons: saysSilence(last) ? besideLast(others) : others,
    lens: lens.filter(({ because }) => !said.has(because)),
  };
}
