import { rowFacts } from "../../domain/suggestions/said.ts";
import type { SuggestedRow } from "../../domain/week/week.ts";
import { reasonText } from "../../words/reason-words.ts";
import { lastFactText } from "../../words/tie-words.ts";

const NEWS: ReadonlySet<string> = new Set(["changed-company", "changed-title"]);

/** The one reason that stands for a suggestion: a new job, the first of them, or the last exchange where there is none. */
export function rowWhy(
  { tie, reasons, connected }: Pick<SuggestedRow, "tie" | "reasons" | "connected">,
  now: number,
): string | undefined {
  const facts = rowFacts({ ...tie, ...(connected && { connected }) }, reasons, []);
  // A new job is the best occasion to write.
  const first =
    facts.reasons.find(({ code }) => NEWS.has(code)) ??
    // That the two did not talk yet is true of the whole list.
    facts.reasons.find(({ code }) => code !== "connected-never-talked") ??
    facts.reasons[0];
  if (first) return reasonText(first, now);
  return facts.last && lastFactText(facts.last, now);
}
