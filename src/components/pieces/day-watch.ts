/**
 * When another day begins for somebody who looks at an open page: at midnight, and when the page is looked at again or used after the machine
 * slept, the clock was put right or the time zone changed.
 */

/** Timers stand still while a machine sleeps, so the day is looked at this often (ms) at least. */
const AT_LEAST_EVERY_MS = 300_000;

const dayOf = (now: number): string => new Date(now).toDateString();

/** Milliseconds until the next local midnight. */
function untilMidnight(now: number): number {
  const date = new Date(now);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1).getTime() - now;
}

/** What the user does in a page. Who does something looks at it, also where it was in front all the time. */
const ACTS = ["click", "keydown"] as const;

/** Calls the listener with the time (ms) as soon as another day has begun, until the signal is aborted. */
export function watchDay(
  document: Document,
  listener: (now: number) => void,
  signal: AbortSignal,
): void {
  let day = dayOf(Date.now());
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    clearTimeout(timer);
    const now = Date.now();
    // Nobody sees a hidden page; it looks when it is shown again.
    if (!document.hidden) timer = setTimeout(look, Math.min(untilMidnight(now), AT_LEAST_EVERY_MS));
    if (dayOf(now) === day) return;
    day = dayOf(now);
    listener(now);
  };
  document.addEventListener("visibilitychange", look, { signal });
  document.defaultView?.addEventListener("focus", look, { signal });
  // Before anything else hears of it: what is written down then is of today.
  for (const act of ACTS) document.addEventListener(act, look, { signal, capture: true });
  signal.addEventListener("abort", () => clearTimeout(timer));
  look();
}
