/**
 * The interactions that count of everybody, for what the view does not hold.
 */
import { settled } from "../../domain/history.ts";
import type { Interaction } from "../../domain/interaction.ts";
import type { HistoryDatabase } from "../database.ts";
import { everybodyProjected } from "../records/change-many.ts";
import { groundOf } from "../records/ground.ts";

/** One person after the other, in no order that means anything. */
export async function* settledHistories(
  database: HistoryDatabase,
): AsyncGenerator<readonly Interaction[]> {
  const ground = await groundOf(database);
  for await (const { interactions, removed } of everybodyProjected(database, ground))
    yield settled(interactions, removed);
}
