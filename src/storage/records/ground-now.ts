/**
 * The ground of an act that happens now. Where the clock went back by more than a day since the last act, a correction is written
 * first, and this copy of the history goes on under a new replica id: what it notes from now on must not be read as noted by the wrong clock.
 */
import { dueCorrection, type HybridTime } from "../../domain/records/hybrid-time.ts";
import type { RegisterRecord } from "../../domain/records/register.ts";
import type { HistoryDatabase } from "../database/database.ts";
import { changeOfMany } from "./change-many.ts";
import { type Ground, groundOf } from "../ground/ground.ts";
import { NO_OVERLAY, type Overlay } from "../ground/overlay.ts";
import { write } from "./write.ts";

/** Writes the correction. What the wrong clock noted is read anew, so everybody is projected. */
async function correct(
  database: HistoryDatabase,
  ground: Ground,
  due: { readonly from: number; readonly to: number },
): Promise<void> {
  const replica = crypto.randomUUID();
  const time: HybridTime = [due.from, 0, replica];
  const correction: RegisterRecord = {
    word: { kind: "clock", of: ground.replica, to: due.to, value: due.from },
    replica,
    time,
  };
  const overlay: Overlay = { ...NO_OVERLAY, registers: [correction] };
  const { view } = await changeOfMany(database, ground, overlay, "all", {});
  await write(database, {
    ground,
    overlay,
    view,
    isOfAll: true,
    now: due.from,
    time,
    async also(transaction) {
      await transaction.objectStore("about").put(replica, "replica");
    },
  });
}

/** The ground as it was read, or that after a correction where one is due. `now` is the present moment (ms). */
export async function correctedGround(
  database: HistoryDatabase,
  ground: Ground,
  now: number,
): Promise<Ground> {
  const due = dueCorrection(ground.time, now, ground.replica);
  if (due === undefined) return ground;
  await correct(database, ground, due);
  return groundOf(database);
}

/** See the file. `now` is the present moment (ms). */
export const groundNow = async (database: HistoryDatabase, now: number): Promise<Ground> =>
  correctedGround(database, await groundOf(database), now);
