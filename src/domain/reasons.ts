import type { Candidate } from "./candidate.ts";
import type { Field } from "./fields.ts";
import { DAY_MS, yearOf } from "./day.ts";
import type { Tie } from "./tie.ts";

/** Why a tie is as strong as it is. Days and shares (0-1) are not rounded; words belong to the interface. */
export type StrengthReason =
  | { readonly code: "never" }
  | { readonly code: "touches-only" }
  | { readonly code: "one-way"; readonly direction: "in" | "out"; readonly days: number }
  | {
      readonly code: "remembered";
      readonly twoWayDays: number;
      readonly share: number;
      readonly silentDays: number;
      readonly knownUntil?: number;
    };

/** Why somebody is suggested. */
export type SuggestionReason =
  | { readonly code: "own-cadence"; readonly gapDays: number; readonly silentDays: number }
  | { readonly code: "rhythm"; readonly gapDays: number; readonly silentDays: number }
  | {
      readonly code: "talked-days";
      readonly days: number;
      readonly firstYear: number;
      readonly lastYear: number;
    }
  | { readonly code: "talked-once"; readonly at: number }
  | { readonly code: "connected-never-talked"; readonly at: number }
  | { readonly code: "only-in-field"; readonly field: Field }
  | { readonly code: "only-at-company"; readonly company: string }
  | {
      readonly code: "changed-company";
      readonly before: string;
      readonly after: string;
      readonly at: number;
    }
  | {
      readonly code: "changed-title";
      readonly before: string;
      readonly after: string;
      readonly at: number;
    }
  | { readonly code: "wrote-last"; readonly at: number }
  | { readonly code: "recommended-you" }
  | { readonly code: "you-recommended" }
  | { readonly code: "mutual"; readonly count: number };

/** Strength explained: days remembered, share left, silence. */
export function strengthReason(tie: Tie): StrengthReason {
  if (tie.band === "never") return { code: "never" };
  if (!tie.lastExchange || tie.silentDays === undefined) return { code: "touches-only" };
  return {
    code: "remembered",
    twoWayDays: tie.closeness,
    share: tie.remaining,
    silentDays: tie.silentDays,
    ...(tie.knownUntil === undefined ? {} : { knownUntil: tie.knownUntil }),
  };
}

/** What the rest of the network says about one person: strength/100 summed over the user's OTHER ties there; absent where unknown. */
export interface Surroundings {
  readonly sameCompany?: number;
  readonly sameField?: number;
}

/** At most two reasons, in the order a sceptic asks for them. */
export function suggestionReasons(
  person: Candidate,
  tie: Tie,
  around: Surroundings,
): readonly SuggestionReason[] {
  const reasons: SuggestionReason[] = [];
  const { summary } = person;
  if (
    tie.silentDays !== undefined &&
    summary.firstAt !== undefined &&
    summary.lastAt !== undefined
  ) {
    if (tie.ownCadence)
      reasons.push({ code: "own-cadence", gapDays: tie.gapDays, silentDays: tie.silentDays });
    else if (tie.rhythmKnown)
      reasons.push({ code: "rhythm", gapDays: tie.gapDays, silentDays: tie.silentDays });
    else if (summary.exchangeDays > 1)
      reasons.push({
        code: "talked-days",
        days: summary.exchangeDays,
        firstYear: yearOf(summary.firstAt),
        lastYear: yearOf(summary.lastAt),
      });
    else reasons.push({ code: "talked-once", at: summary.lastAt });
  } else if (summary.connected)
    reasons.push({ code: "connected-never-talked", at: summary.connected.from });
  if (around.sameField === 0 && person.field !== "unknown")
    reasons.push({ code: "only-in-field", field: person.field });
  else if (around.sameCompany === 0 && person.company !== undefined)
    reasons.push({ code: "only-at-company", company: person.company });
  const { news } = person;
  if (news && news.at > (summary.lastAt ?? -Infinity) && news.what !== "field")
    reasons.push({
      code: news.what === "company" ? "changed-company" : "changed-title",
      before: news.before,
      after: news.after,
      at: news.at,
    });
  if (summary.wroteLast === "in" && summary.lastAt !== undefined)
    reasons.push({ code: "wrote-last", at: summary.lastAt });
  if (summary.recommended === "in") reasons.push({ code: "recommended-you" });
  if (summary.recommended === "out") reasons.push({ code: "you-recommended" });
  if (person.mutual !== undefined && person.mutual > 0)
    reasons.push({ code: "mutual", count: person.mutual });
  return reasons.slice(0, 2);
}
void DAY_MS;
