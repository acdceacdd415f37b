/**
 * The balance of the whole network, in one sentence.
 */
import type { BalanceMeaning } from "../domain/balance/balance.ts";
import { nameInSentence } from "./name-text.ts";
import { numberText, percentText, text } from "./text.ts";

/** What the balance means. */
export function balanceText(meaning: BalanceMeaning): string {
  switch (meaning.code) {
    case "too-little":
      return text("balanceTooLittle", {
        count: meaning.talkedWith,
        need: numberText(meaning.need),
      });
    case "thin-circle":
      return text("balanceThinCircle", {
        strong: numberText(meaning.circle),
        quiet: numberText(meaning.overdue),
      });
    case "narrow-company":
      return text("balanceNarrowCompany", {
        percent: percentText(meaning.share),
        company: nameInSentence(meaning.company),
      });
    case "narrow-field":
      return text("balanceNarrowField", {
        percent: percentText(meaning.share),
        field: text(`field_${meaning.field}`),
      });
    case "going-quiet":
      return text("balanceGoingQuiet", {
        strong: numberText(meaning.circle),
        quiet: numberText(meaning.overdue),
      });
    case "few-weak":
      return text("balanceFewWeak", { percent: percentText(meaning.circleShare) });
    case "balanced":
      return text("balanceBalanced", { percent: percentText(meaning.circleShare) });
  }
}
