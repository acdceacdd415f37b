/**
 * The balance of the whole network, in one sentence.
 */
import type { BalanceMeaning } from "../domain/balance.ts";
import { counted, numberText, percentText, text } from "./text.ts";

/** What the balance means. */
export function balanceText(meaning: BalanceMeaning): string {
  switch (meaning.code) {
    case "too-little":
      return counted("balanceTooLittle", meaning.talkedWith, numberText(meaning.need));
    case "thin-circle":
      return counted("balanceThinCircle", meaning.circle, numberText(meaning.quiet));
    case "narrow-company":
      return text("balanceNarrowCompany", numberText(meaning.effective));
    case "narrow-field":
      return text("balanceNarrowField", numberText(meaning.effective));
    case "going-quiet":
      return counted("balanceGoingQuiet", meaning.quiet, numberText(meaning.circle));
    case "few-weak":
      return text("balanceFewWeak", percentText(meaning.circleShare));
    case "balanced":
      return text("balanceBalanced", percentText(meaning.circleShare));
  }
}
