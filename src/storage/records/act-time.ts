/**
 * The moment of an act, and the correction of the clock that may be due before it.
 */
import { dueCorrection, type HybridTime, nextTime } from "../../domain/records/hybrid-time.ts";
import type { RegisterRecord } from "../../domain/records/register.ts";
import type { Ground } from "./ground.ts";

/** See the file. */
export interface ActTime {
  readonly time: HybridTime;
  /** The correction, where the clock went back by more than a day since the last act. */
  readonly corrections: readonly RegisterRecord[];
}

/** The moment of an act that happens at `now` (ms). */
export function actTime({ time, replica }: Ground, now: number): ActTime {
  const due = dueCorrection(time, now, replica);
  if (due === undefined) return { time: nextTime(time, now, replica), corrections: [] };
  const corrected: HybridTime = [now, 0, replica];
  return {
    time: [now, 1, replica],
    corrections: [
      {
        word: { kind: "clock", of: replica, to: due.to, value: due.from },
        replica,
        time: corrected,
      },
    ],
  };
}
