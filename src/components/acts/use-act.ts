import { useCallback, useContext, useEffect, useMemo, useRef, useState } from "preact/hooks";
import { LeavingContext } from "./leaving.ts";

/** How far something that the user does has come. */
export type ActState =
  | { readonly at: "idle" | "under-way" | "done" }
  | { readonly at: "failed"; readonly error: unknown };

/** Something that the user does, and how it goes. */
export interface Act {
  readonly state: ActState;
  /** Does it, unless it is under way already. What shows success belongs at the end of the work: a work that fails never gets there. */
  readonly run: (work: () => Promise<void>) => void;
  /** Does it after what is under way. Only the latest work counts for the state, as the latest text of a field does. */
  readonly runLatest: (work: () => Promise<void>) => void;
  /** Does again what failed. */
  readonly retry: () => void;
}

/** Does some work. It never throws. */
async function outcome(work: () => Promise<void>): Promise<ActState> {
  try {
    await work();
    return { at: "done" };
  } catch (error) {
    return { at: "failed", error };
  }
}

/**
 * The one way to act for all our pages: each act says that it is under way, done or failed, and can be tried again after a failure.
 * Show it with `ActNotice`, where the user looks.
 */
export function useAct(): Act {
  const [state, setState] = useState<ActState>({ at: "idle" });
  const latest = useRef<() => Promise<void>>(undefined);
  const turn = useRef<Promise<boolean>>(Promise.resolve(true));
  const isUnderWay = useRef(false);
  const leaving = useContext(LeavingContext);
  const runLatest = useCallback((work: () => Promise<void>) => {
    latest.current = work;
    isUnderWay.current = true;
    setState({ at: "under-way" });
    turn.current = turn.current.then(async () => {
      const ended = await outcome(work);
      if (latest.current === work) {
        isUnderWay.current = false;
        setState(ended);
      }
      return ended.at === "done";
    });
  }, []);
  const run = useCallback(
    (work: () => Promise<void>) => {
      if (!isUnderWay.current) runLatest(work);
    },
    [runLatest],
  );
  const retry = useCallback(() => {
    if (latest.current !== undefined) run(latest.current);
  }, [run]);
  useEffect(
    () => leaving?.add({ settled: async () => (isUnderWay.current ? turn.current : true) }),
    [leaving],
  );
  return useMemo(() => ({ state, run, runLatest, retry }), [state, run, runLatest, retry]);
}
