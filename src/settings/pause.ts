import { keep, keepNothing, kept, watch } from "./kept.ts";

/** A pause: nothing is read or recorded. Without an end it lasts until the user says. Moments in ms. */
export interface Pause {
  readonly since: number;
  readonly until?: number;
}

const PAUSE = "pause";

const asPause = (value: unknown): Pause | undefined => {
  if (typeof value !== "object" || value === null || !("since" in value)) return undefined;
  const until = "until" in value ? value.until : undefined;
  if (typeof value.since !== "number") return undefined;
  return { since: value.since, ...(typeof until === "number" && { until }) };
};

/** The pause the user last asked for, over or not; `undefined` when there is none. */
export async function pause(): Promise<Pause | undefined> {
  return asPause(await kept(PAUSE));
}

/** Clocks are put right by so much (ms) without anybody noticing. */
const CLOCK_SLACK_MS = 60_000;

/**
 * Whether a pause holds at `now`. One with an end also ends when the clock was put back to before it began, so that an hour never
 * becomes a year.
 */
export function isPaused(asked: Pause | undefined, now: number): boolean {
  if (asked === undefined) return false;
  if (asked.until === undefined) return true;
  return now < asked.until && now >= asked.since - CLOCK_SLACK_MS;
}

/** Pauses until a moment (ms), or without one until the user says. */
export async function beginPause(until: number | undefined, now: number): Promise<void> {
  const asked: Pause = { since: now, ...(until !== undefined && { until }) };
  await keep(PAUSE, asked);
}

/** Ends the pause. */
export function endPause(): Promise<void> {
  return keepNothing(PAUSE);
}

/** Calls the listener with every later pause, or its end by the user, until the signal is aborted. */
export function watchPause(
  listener: (asked: Pause | undefined) => void,
  signal: AbortSignal,
): void {
  watch(PAUSE, (value) => listener(asPause(value)), signal);
}
