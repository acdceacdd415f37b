/**
 * The interactions that count of everybody, for what the view does not hold.
 */
import { settled } from "../../domain/interactions/history.ts";
import type { Interaction } from "../../domain/interactions/interaction.ts";
import type { HistoryDatabase } from "../database/database.ts";
import { everybodyProjected } from "../records/change-many.ts";
import { groundOf } from "../ground/ground.ts";

/** One person after the other, in no order that means anything. */
export async function* settledHistories(
  database: HistoryDatabase,
): AsyncGenerator<readonly Interaction[]> {
  const ground = await groundOf(database);
  for await (const { interactions, removed } of everybodyProjected(database, ground))
    yield settled(interactions, removed);
}
