/**
 * Rules in words.
 */
import type { Knows } from "../../domain/person/person.ts";
import type { Rule, RuleAbout, RuleWord } from "../../domain/records/rule.ts";
import { everyChosenText } from "../../words/moments.ts";
import { nameInSentence } from "../../words/name-text.ts";
import { text, type TextKey } from "../../words/text.ts";

/** How well the user says to know somebody, as a choice in a list. */
export const KNOWS_WORDS: Readonly<Record<Knows, TextKey>> = {
  well: "knowsWell",
  "a-little": "knowsALittle",
  "not-at-all": "knowsNotAtAll",
};

/** What a rule says: "Never suggest". */
export function ruleText(says: RuleWord): string {
  switch (says.what) {
    case "never":
      return text("actionNever");
    case "cadence":
      return text("ruleCadence", { cadence: everyChosenText(says.days) });
    case "knows":
      return text("ruleKnows", { answer: text(KNOWS_WORDS[says.how]) });
  }
}

/** Whom a rule is about, and how many people that is: "12 people at Example Works now". */
export const reachText = ({ of, name }: RuleAbout, count: number): string =>
  of === "company"
    ? text("ruleAboutCompany", { count, company: nameInSentence(name) })
    : text("ruleAboutTag", { count, tag: nameInSentence(name) });

const RULED = {
  never: ["ruledNeverCompany", "ruledNeverTag"],
  cadence: ["ruledCadenceCompany", "ruledCadenceTag"],
  knows: ["ruledKnowsCompany", "ruledKnowsTag"],
} as const;

/** On a person's card, where a rule says what holds: "Never suggested: rule for Example Works". */
export function ruledText({ about: { of, name }, says }: Rule): string {
  const [company, tag] = RULED[says.what];
  return of === "company"
    ? text(company, { company: nameInSentence(name) })
    : text(tag, { tag: nameInSentence(name) });
}
