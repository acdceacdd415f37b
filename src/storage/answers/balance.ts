import { type Balance, balanceOf } from "../../domain/balance/balance.ts";
import type { HistoryDatabase } from "../database/database.ts";
import { everybody } from "../derived/everybody.ts";

/** The balance of the network at `now`. People who passed away are not counted. */
export async function storedBalance(database: HistoryDatabase, now: number): Promise<Balance> {
  const { rows, rowOf } = await everybody(database, now);
  const members = rows.filter(({ isCounted }) => isCounted);
  return balanceOf(members, ({ id }) => rowOf(id)?.person.company, now);
}
