/**
 * When a statement was written to last, as far as it says.
 */
import type { PersonStatement } from "../records/statement.ts";

/** The latest moment (ms) that somebody's statement notes; 0 where it notes none. */
export function newsMoment({ body }: PersonStatement): number {
  const { names = [], career = [], visits = [], mutual = [] } = body;
  const { notes = {}, tags = {}, reminders = {}, removed = {}, choices = {}, sent = {} } = body;
  const registers = [notes, tags, reminders, removed, choices, sent].flatMap((one) =>
    Object.values(one),
  );
  return Math.max(
    0,
    ...names.map(({ at }) => at),
    ...career.map(({ until }) => until),
    ...visits.slice(-1),
    ...mutual.map(({ at }) => at),
    ...registers.map(({ time }) => time[0]),
  );
}
