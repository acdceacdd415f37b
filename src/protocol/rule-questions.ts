/**
 * What our own pages ask about rules: what holds for everybody at a company or with a tag.
 */
import type { Rule, RuleAbout, ShownRule } from "../domain/records/rule.ts";

/** What our own pages may ask about rules. */
export interface RuleQuestions {
  /** The rules that hold, in the order in which they decide. */
  rules(): readonly ShownRule[];
  /** How many people are at a company, or have a tag, now. Asked while a rule is made. */
  ruleReach(asked: RuleAbout): number;
  /** Stores rules by id, all or none; `null` removes one. Written again with what was there before, it is undone. */
  changeRules(asked: { rules: Readonly<Record<string, Rule | null>> }): void;
}
