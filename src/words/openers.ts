/**
 * First sentences of a message, from templates filled with what is known. The user edits and sends them; nothing here claims
 * what is not known.
 */
import { addressName } from "../domain/names/given-name.ts";
import { kindRow } from "../domain/interactions/kind-table.ts";
import { claimedSilence, isOwedReply } from "../domain/suggestions/reasons.ts";
import { reckonedBand } from "../domain/tie/tie.ts";
import type { SuggestedRow } from "../domain/week/week.ts";
import { durationText, monthText, sinceDays, statedYearText } from "./moments.ts";
import { plainName } from "./name-text.ts";
import { text } from "./text.ts";

export const TONES = ["warm", "brief", "formal"] as const;
export type Tone = (typeof TONES)[number];

/** What an opener refers to, most particular first, with what fills its template. */
export type OpenerOccasion =
  | { readonly of: "newCompany"; readonly company: string }
  /** They wrote last, to the user alone, in a conversation the two have. Nobody apologises for a pitch without an answer. */
  | { readonly of: "owedReply" }
  | { readonly of: "newHeadline" }
  | { readonly of: "spoke"; readonly at: number }
  /** A source shows that they did not talk. */
  | { readonly of: "notTalked"; readonly from: number; readonly to: number }
  | { readonly of: "connected"; readonly from: number; readonly to: number }
  /** They talked, and the silence since is known. */
  | { readonly of: "silent"; readonly days: number }
  /** Nothing particular. */
  | { readonly of: "again" };

type OpenerFacts = Pick<SuggestedRow, "name" | "company" | "tie" | "news" | "connected">;

/** The user's own words by tone, with blanks in them: `{first}`, `{company}`, `{since}`. */
export type Templates = Readonly<Partial<Record<Tone, string>>>;

/** What is filled in, in the user's own words, where it stands in braces: `{first}`. */
type Blank = "first" | "company" | "since";

/** What an opener to this person may refer to; `undefined` when nothing at all is known of the two. */
export function occasion(
  { tie, news, connected }: OpenerFacts,
  now: number,
): OpenerOccasion | undefined {
  const { lastExchange } = tie;
  if (lastExchange === undefined) {
    if (tie.elsewhereAt !== undefined) return { of: "again" };
    if (connected === undefined) return undefined;
    const isKnown = reckonedBand(tie) !== "unknown" && tie.knownUntil === undefined;
    return { of: isKnown ? "notTalked" : "connected", from: connected.from, to: connected.to };
  }
  const isNews = news !== undefined && news.at > lastExchange.to;
  if (isNews && news.what === "company") return { of: "newCompany", company: news.after };
  if (isOwedReply(tie)) return { of: "owedReply" };
  if (isNews && news.what === "headline") return { of: "newHeadline" };
  if (!tie.twoWay || tie.talkDays === 0 || tie.elsewhereAt !== undefined) return { of: "again" };
  const since = claimedSilence(tie);
  if (since && kindRow(lastExchange).spoken)
    return { of: "spoke", at: (since.from + since.to) / 2 };
  const days = since && sinceDays(since.from, since.to, now);
  return days === undefined ? { of: "again" } : { of: "silent", days };
}

/** What an opener calls somebody. */
export const addressed = ({ name }: Pick<OpenerFacts, "name">): string =>
  addressName(plainName(name));

/** What stands for a blank; `undefined` where it is not known. `since` is the month of the last talk, where no later one may be missing. */
function filling(blank: Blank, person: OpenerFacts): string | undefined {
  const { company, tie } = person;
  if (blank === "first") return addressed(person) || undefined;
  if (blank === "company") return plainName(company ?? "") || undefined;
  const since = tie.twoWay && tie.talkDays > 0 ? claimedSilence(tie) : undefined;
  return since && monthText((since.from + since.to) / 2);
}

/** The user's own words to a person; `undefined` where something in them is not known. */
function filled(template: string, person: OpenerFacts): string | undefined {
  let isKnown = true;
  const words = template.replaceAll(/\{(first|company|since)\}/g, (_, blank: Blank) => {
    const value = filling(blank, person);
    isKnown &&= value !== undefined;
    return value ?? "";
  });
  return isKnown ? words : undefined;
}

/**
 * An opener in a tone: the user's own words where there are some and all of them is known, otherwise Tielight's in the language of the interface;
 * `undefined` when nothing is known to refer to.
 */
export function opener(
  person: OpenerFacts,
  tone: Tone,
  now: number,
  templates: Templates = {},
): string | undefined {
  const own = templates[tone];
  const words = own === undefined ? undefined : filled(own, person);
  if (words !== undefined) return words;
  const one = occasion(person, now);
  if (one === undefined) return undefined;
  const first = addressed(person);
  switch (one.of) {
    case "newCompany":
      return text(`opener_${tone}_newCompany`, { first, company: plainName(one.company) });
    case "spoke":
      return text(`opener_${tone}_spoke`, { first, month: monthText(one.at) });
    case "notTalked":
    case "connected":
      return text(`opener_${tone}_${one.of}`, { first, year: statedYearText(one.from, one.to) });
    case "silent":
      return text(`opener_${tone}_silent`, { first, duration: durationText(one.days) });
    case "owedReply":
    case "newHeadline":
    case "again":
      return text(`opener_${tone}_${one.of}`, { first });
  }
}
