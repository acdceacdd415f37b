/**
 * Histories that look as if they were begun by mistake: a page made somebody else look like the member who is signed in.
 */
import { looksLikeMistake } from "../../domain/person/owner.ts";
import { historyMade } from "../../storage/answers/history-made.ts";
import { ownedHistories } from "./histories.ts";
import { historyDatabase } from "./open-histories.ts";

/** What the weakest history with such an owner would hold: without that much doubt no database is opened. */
const NOTHING_MADE = { visits: 0, others: 0 };

/** Their names. None where no other history is there that they may have been meant for. */
export async function likelyMistakes(): Promise<ReadonlySet<string>> {
  const owned = await ownedHistories();
  const found = new Set<string>();
  for (const { name, ownerKinds = [] } of owned) {
    if (!looksLikeMistake({ ...NOTHING_MADE, ownerKinds })) continue;
    const { database } = await historyDatabase(name);
    if (database === undefined) continue;
    if (looksLikeMistake({ ...(await historyMade(database)), ownerKinds })) found.add(name);
  }
  return found.size < owned.length ? found : new Set();
}
