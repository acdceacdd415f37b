/**
 * What our own pages are answered about rules.
 */
import { parse } from "valibot";
import type { RuleQuestions } from "../../protocol/rule-questions.ts";
import { ruleReach, shownRules } from "../../storage/answers/rules.ts";
import { changeRules } from "../../storage/records/rules.ts";
import { askedReach, changedRules } from "../questions/rule-questions-checked.ts";
import { reading, writing } from "./answers.ts";

/** Answers that write nothing. */
export const ruleReads = reading<Pick<RuleQuestions, "rules" | "ruleReach">>({
  rules: (_about, { database }) => shownRules(database, Date.now()),
  ruleReach: (about, { database }) => ruleReach(database, parse(askedReach, about), Date.now()),
});

/** The answer that writes. */
export const ruleWrites = writing<Pick<RuleQuestions, "changeRules">>({
  async changeRules(about, { database }) {
    await changeRules(database, parse(changedRules, about).rules, Date.now());
  },
});
