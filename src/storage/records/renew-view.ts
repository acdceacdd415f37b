/**
 * Making the view anew after an update that changed what is kept of people.
 */
import type { HistoryDatabase } from "../database/database.ts";
import { isDerivedCurrent } from "../derived/version.ts";
import { changeOfMany } from "./change-many.ts";
import { groundOf } from "../ground/ground.ts";
import { NO_OVERLAY } from "../ground/overlay.ts";
import { inTurn } from "../database/turn.ts";
import { write } from "./write.ts";

/** The same as {@link renewView}, within a turn. */
export async function renewViewNow(database: HistoryDatabase, now: number): Promise<void> {
  if (await isDerivedCurrent(database)) return;
  const ground = await groundOf(database);
  const { view } = await changeOfMany(database, ground, NO_OVERLAY, "all", {});
  await write(database, { ground, overlay: NO_OVERLAY, view, isOfAll: true, now });
}

/** Makes the view anew if an earlier version made it; otherwise this reads one record. */
export const renewView = (database: HistoryDatabase, now: number): Promise<void> =>
  inTurn(database, () => renewViewNow(database, now));
