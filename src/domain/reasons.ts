/**
 * Why: reasons as data, a code and its numbers. The words are the interface's.
 */
import type { Candidate } from "./candidate.ts";
import type { Surroundings } from "./circle.ts";
import { companyKey } from "./company-name.ts";
import { yearOf } from "./day.ts";
import type { Field } from "./fields.ts";
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
      readonly code: "changed-company" | "changed-title" | "changed-headline";
      readonly before: string;
      readonly after: string;
      /** When the old was last seen, and the new first (ms). */
      readonly since: number;
      readonly at: number;
    }
  | { readonly code: "wrote-last"; readonly at: number }
  | { readonly code: "recommended-you" }
  | { readonly code: "you-recommended" }
  /** Both worked there; `still`: both do, as far as is known. */
  | { readonly code: "same-company"; readonly company: string; readonly still: boolean }
  | { readonly code: "mutual"; readonly count: number };

/** Strength explained: what is remembered of it, what silence has left, and how far the silence is known. */
export function strengthReason(tie: Tie): StrengthReason {
  const { daysIn, daysOut, silentDays, knownUntil } = tie;
  if (tie.band === "not-talked" || tie.band === "unknown") return { code: "never" };
  if (!tie.lastExchange || silentDays === undefined) return { code: "touches-only" };
  if (!tie.twoWay)
    return daysIn > 0
      ? { code: "one-way", direction: "in", days: daysIn }
      : { code: "one-way", direction: "out", days: daysOut };
  return {
    code: "remembered",
    twoWayDays: tie.closeness,
    share: tie.remaining,
    silentDays,
    ...(knownUntil !== undefined && { knownUntil }),
  };
}

/** What there was between the two. */
function pastReason({ summary }: Candidate, tie: Tie): SuggestionReason | undefined {
  const { silentDays, gapDays } = tie;
  const { firstAt, lastAt, exchangeDays, connected } = summary;
  if (silentDays !== undefined && tie.ownCadence)
    return { code: "own-cadence", gapDays, silentDays };
  if (firstAt === undefined || lastAt === undefined || silentDays === undefined)
    return connected && { code: "connected-never-talked", at: connected.from };
  if (tie.rhythmKnown) return { code: "rhythm", gapDays, silentDays };
  if (exchangeDays === 1) return { code: "talked-once", at: lastAt };
  return {
    code: "talked-days",
    days: exchangeDays,
    firstYear: yearOf(firstAt),
    lastYear: yearOf(lastAt),
  };
}

/** What is rare about the person among the user's ties. */
function rareReason(
  { field, company }: Candidate,
  tie: Tie,
  around: Surroundings,
): SuggestionReason | undefined {
  if (tie.twoWay && around.sameField === 0 && field !== "unknown")
    return { code: "only-in-field", field };
  if (around.othersAtCompany === 0 && company !== undefined)
    return { code: "only-at-company", company };
  return undefined;
}

/** A change of company, title or headline seen since the two last talked. */
function newsReason({ news, summary }: Candidate): SuggestionReason | undefined {
  if (!news || news.what === "field") return undefined;
  if (news.at <= (summary.lastAt ?? summary.connected?.to ?? Infinity)) return undefined;
  const { what, before, after, since, at } = news;
  return { code: `changed-${what}`, before, after, since, at };
}

/** What is told after news, if there is room: by the code of the news. */
const AFTER_NEWS: ReadonlySet<string> = new Set([
  "wrote-last",
  "recommended-you",
  "you-recommended",
  "mutual",
]);

/** Reasons told earlier, with the change that was seen since in its place among them. */
export function withNews(
  reasons: readonly SuggestionReason[],
  person: Candidate,
): readonly SuggestionReason[] {
  const news = newsReason(person);
  const others = reasons.filter(
    (reason) =>
      !reason.code.startsWith("changed-") &&
      // Whoever left is no contact there any more.
      (reason.code !== "only-at-company" || companyKey(reason.company) === person.companyKey),
  );
  if (news === undefined) return others;
  const isAfter = ({ code }: SuggestionReason) =>
    news.code === "changed-headline" ? code === "mutual" : AFTER_NEWS.has(code);
  const place = others.findIndex(isAfter);
  return others.toSpliced(place < 0 ? others.length : place, 0, news).slice(0, 2);
}

/** At most two reasons to write, in the order a sceptic asks: what there was, what is rare, what is new, what binds. */
export function suggestionReasons(
  person: Candidate,
  tie: Tie,
  around: Surroundings,
): readonly SuggestionReason[] {
  const { summary, mutual } = person;
  const { shared } = around;
  const sameCompany: SuggestionReason | undefined = shared && {
    code: "same-company",
    company: shared.name,
    still: shared.current && shared.theirs,
  };
  const news = newsReason(person);
  const isSmall = news?.code === "changed-headline";
  const reasons: readonly (SuggestionReason | undefined)[] = [
    pastReason(person, tie),
    // Without a past of talking, what binds is why somebody is in the list.
    tie.twoWay ? undefined : sameCompany,
    rareReason(person, tie, around),
    isSmall ? undefined : news,
    tie.wroteLast === "in" && summary.lastAt !== undefined
      ? { code: "wrote-last", at: summary.lastAt }
      : undefined,
    summary.recommended === "in" ? { code: "recommended-you" } : undefined,
    summary.recommended === "out" ? { code: "you-recommended" } : undefined,
    tie.twoWay ? sameCompany : undefined,
    // Other words for one's work say less than anything that was done.
    isSmall ? news : undefined,
    mutual !== undefined && mutual > 0 ? { code: "mutual", count: mutual } : undefined,
  ];
  return reasons.filter((reason) => reason !== undefined).slice(0, 2);
}
