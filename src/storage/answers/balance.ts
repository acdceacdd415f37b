import { balance, type Balance } from "../../domain/balance/balance.ts";
import type { HistoryDatabase } from "../database/database.ts";
import { everybody } from "../derived/everybody.ts";

/** The balance of the network at `now`. People who passed away are not counted. */
export async function storedBalance(database: HistoryDatabase, now: number): Promise<Balance> {
  const { candidates, coverage } = await everybody(database, now);
  const people = candidates().filter(({ deceased }) => !deceased);
  return balance(people, coverage, now);
}
