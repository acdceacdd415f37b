/** A pause: nothing is read or recorded. Without an end it lasts until the user says. Moments in ms. */
export interface Pause {
  readonly since: number;
  readonly until?: number;
}

/** The pause that was kept, over or not; `undefined` when there is none. */
export function asPause(value: unknown): Pause | undefined {
  if (typeof value !== "object" || value === null || !("since" in value)) return undefined;
  const until = "until" in value ? value.until : undefined;
  if (typeof value.since !== "number") return undefined;
  return { since: value.since, ...(typeof until === "number" && { until }) };
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
