import { lastFact, rowReason } from "../domain/suggestions/said.ts";
import type { SuggestedRow } from "../domain/week/week.ts";
import { reasonText, silenceText } from "../words/reason-words.ts";
import { lastFactSentence } from "../words/tie-words.ts";

/** The one sentence that says why somebody is suggested: a reason, or the last exchange where no reason says more. */
export function rowWhy(
  { tie, reasons, connected }: Pick<SuggestedRow, "tie" | "reasons" | "connected">,
  now: number,
): string {
  const seen = { ...tie, ...(connected && { connected }) };
  const reason = rowReason(seen, reasons);
  // How often two people talk says nothing where it is not said how long it has been.
  const isBare = reason && "gapDays" in reason && silenceText(reason.since, now) === undefined;
  return reason && !isBare ? reasonText(reason, now) : lastFactSentence(lastFact(seen), now);
}
