import type { ExportHead } from "../../domain/records/exported-history.ts";
import { unitedAliases } from "../../domain/person/person-union.ts";
import type { HistoryDatabase } from "../../storage/database/database.ts";
import { NOTHING_KNOWN, storedWhole } from "../../storage/view/about.ts";
import { allHistories } from "../histories/histories.ts";

/** The head of an export of a history. */
export async function exportedHead(
  name: string,
  database: HistoryDatabase,
  now: number,
): Promise<ExportHead> {
  const kept = (await allHistories()).find((one) => one.name === name);
  const whole = await storedWhole(database).catch((error: unknown) => {
    // Where the history is damaged, the list of histories still knows whose it is.
    if (kept === undefined) throw error;
    return NOTHING_KNOWN;
  });
  const ownerName = kept?.ownerName ?? whole.ownerName;
  return {
    format: "tielight-history",
    version: 1,
    exportedAt: now,
    owner: {
      aliases: unitedAliases(kept?.aliases ?? [], whole.owner),
      ...(ownerName !== undefined && { name: ownerName }),
    },
  };
}
