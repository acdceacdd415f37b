/**
 * Rules of the user about everybody at a company, or with a tag. A choice about the person comes before every rule. Where several rules fit, those about a tag
 * come before those about a company, because the user gave the tag by hand; of two of a kind the one that was written later decides.
 */
import type { Knows } from "../person/person.ts";

/** Whom a rule is about: everybody at a company now, or with a tag; both as the user writes them. */
export interface RuleAbout {
  readonly of: "company" | "tag";
  readonly name: string;
}

/** What a rule says of these people: never suggest, a cadence in days, or how well the user knows them, which is their band. */
export type RuleWord =
  | { readonly what: "never" }
  | { readonly what: "cadence"; readonly days: number }
  | { readonly what: "knows"; readonly how: Knows };

/** See the file. */
export interface Rule {
  readonly about: RuleAbout;
  readonly says: RuleWord;
}

/** A rule that holds. */
export interface KeptRule extends Rule {
  readonly id: string;
  /** When it was last written (ms). */
  readonly at: number;
}

/** A rule with the number of people who are at the company, or have the tag, now. */
export interface ShownRule extends KeptRule {
  readonly people: number;
}

/** The order in which rules decide: the first that fits. */
export const compareRules = (a: KeptRule, b: KeptRule): number =>
  Number(a.about.of === "company") - Number(b.about.of === "company") ||
  b.at - a.at ||
  (a.id < b.id ? -1 : 1);
