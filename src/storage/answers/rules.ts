/**
 * The rules there are, and how many people each is about.
 */
import { isAbout } from "../../domain/directory/ruled-person.ts";
import type { RuleAbout, ShownRule } from "../../domain/records/rule.ts";
import type { HistoryDatabase } from "../database/database.ts";
import { everybody } from "../derived/everybody.ts";
import { storedWhole } from "../view/about.ts";

/** How many people are at a company, or have a tag, now. */
export async function ruleReach(
  database: HistoryDatabase,
  about: RuleAbout,
  now: number,
): Promise<number> {
  const { rows } = await everybody(database, now);
  return rows.filter(isAbout(about)).length;
}

/** The rules that hold, in the order in which they decide. */
export async function shownRules(
  database: HistoryDatabase,
  now: number,
): Promise<readonly ShownRule[]> {
  const { rules } = await storedWhole(database);
  if (rules.length === 0) return [];
  const { rows } = await everybody(database, now);
  return rules.map((rule) => ({ ...rule, people: rows.filter(isAbout(rule.about)).length }));
}
