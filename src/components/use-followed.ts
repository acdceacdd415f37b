/**
 * What an open view shows follows what happens elsewhere: in another view, on the site, and when a day ends.
 */
import { useEffect, useState } from "preact/hooks";
import { type Answer, useAnswer } from "./acts/use-answer.ts";
import { watchDay } from "./pieces/day-watch.ts";
import { watchHistories } from "./kept-settings.ts";

/** What is observed comes in bursts; one question after each (ms). */
const QUIET_MS = 250;

/** Calls back once after each burst of changes of histories. */
export function useHistoryChanges(onChange: () => void): void {
  useEffect(() => {
    const gone = new AbortController();
    let soon: ReturnType<typeof setTimeout> | undefined;
    watchHistories(() => {
      clearTimeout(soon);
      soon = setTimeout(onChange, QUIET_MS);
    }, gone.signal);
    return () => {
      clearTimeout(soon);
      gone.abort();
    };
  }, [onChange]);
}

/** As `useAnswer`, and asks again after each burst of changes of histories. */
export function useFollowed<T>(ask: () => Promise<T>): readonly [Answer<T>, () => void] {
  const [answer, again] = useAnswer(ask);
  useHistoryChanges(again);
  return [answer, again];
}

/**
 * A moment of today (ms) for words and fields of a view that stays open.
 *
 * @param opened when the view was opened
 * @param onNewDay called when another day has begun; the same function every time
 */
export function useToday(opened: number, onNewDay: () => void): number {
  const [now, setNow] = useState(opened);
  useEffect(() => {
    const gone = new AbortController();
    watchDay(
      document,
      (today) => {
        setNow(today);
        onNewDay();
      },
      gone.signal,
    );
    return () => gone.abort();
  }, [onNewDay]);
  return now;
}
