/**
 * First sentences of a message, from templates filled with what is known. The user edits and sends them; nothing here claims
 * what is not known.
 */
import type { SuggestedRow } from "../messages.ts";
import { durationText, monthText, yearText } from "./moments.ts";
import { plainName } from "./name-text.ts";
import { text } from "./text.ts";

export const TONES = ["warm", "brief", "formal"] as const;
export type Tone = (typeof TONES)[number];

/** What an opener can refer to, most particular first. */
type Occasion = "newCompany" | "theyWrote" | "newHeadline" | "spoke" | "neverTalked" | "silent";

type Known = Pick<SuggestedRow, "name" | "tie" | "news" | "connected">;

/** Kinds of contact where two people spoke rather than wrote. */
const SPOKEN: ReadonlySet<string> = new Set(["meeting", "call"]);

function occasion({ tie, news, connected }: Known): Occasion | undefined {
  const lastAt = tie.lastExchange?.to;
  if (lastAt === undefined) return connected && "neverTalked";
  if (news?.what === "company" && news.at > lastAt) return "newCompany";
  if (tie.wroteLast === "in") return "theyWrote";
  if (news?.what === "headline" && news.at > lastAt) return "newHeadline";
  return SPOKEN.has(tie.lastExchange?.kind ?? "") ? "spoke" : "silent";
}

/** What the occasion is about, as `$3` of its templates: a company, a month, a year. */
function particular(of: Occasion, { tie, news, connected }: Known): string {
  if (of === "newCompany") return plainName(news?.after ?? "");
  if (of === "neverTalked") return connected ? yearText(connected.to) : "";
  return tie.lastExchange ? monthText(tie.lastExchange.to) : "";
}

/** How somebody is addressed: by the first word of a name in Latin letters, by the whole name in any other script. */
function address(name: string): string {
  const plain = plainName(name);
  const [first] = plain.split(" ");
  return first !== undefined && /^[\p{Script=Latin}\p{M}'’-]{2,}$/u.test(first) ? first : plain;
}

/** An opener in a tone, in the language of the interface; `undefined` when nothing is known to refer to. */
export function opener(person: Known, tone: Tone): string | undefined {
  const of = occasion(person);
  if (of === undefined) return undefined;
  const silence = durationText(person.tie.silentDays ?? 0);
  return text(`opener_${tone}_${of}`, address(person.name), silence, particular(of, person));
}
