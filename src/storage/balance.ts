/**
 * The network as a whole.
 */
import { balance, type Balance } from "../domain/balance.ts";
import { candidate } from "../domain/candidate.ts";
import { storedCoverage } from "./about.ts";
import type { HistoryDatabase } from "./database.ts";

/** The balance at `now`, from everybody's summary. */
export async function storedBalance(database: HistoryDatabase, now: number): Promise<Balance> {
  const [people, coverage] = await Promise.all([
    database.getAll("people"),
    storedCoverage(database),
  ]);
  return balance(
    people.map((person) => candidate(person, person.summary)),
    coverage,
    now,
  );
}
