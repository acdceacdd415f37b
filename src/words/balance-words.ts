/**
 * The balance of the whole network, in one sentence.
 */
import type { BalanceMeaning } from "../domain/balance/balance.ts";
import { nameInSentence } from "./name-text.ts";
import { counted, numberText, percentText, text } from "./text.ts";

/** What the balance means. */
export function balanceText(meaning: BalanceMeaning): string {
  switch (meaning.code) {
    case "too-little":
      return counted("balanceTooLittle", meaning.talkedWith, numberText(meaning.need));
    case "thin-circle":
      return text("balanceThinCircle", numberText(meaning.circle), numberText(meaning.overdue));
    case "narrow-company":
      return text(
        "balanceNarrowCompany",
        percentText(meaning.share),
        nameInSentence(meaning.company),
      );
    case "narrow-field":
      return text("balanceNarrowField", percentText(meaning.share), text(`field_${meaning.field}`));
    case "going-quiet":
      return text("balanceGoingQuiet", numberText(meaning.circle), numberText(meaning.overdue));
    case "few-weak":
      return text("balanceFewWeak", percentText(meaning.circleShare));
    case "balanced":
      return text("balanceBalanced", percentText(meaning.circleShare));
  }
}
