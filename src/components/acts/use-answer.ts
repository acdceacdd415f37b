import { useCallback, useLayoutEffect, useState } from "preact/hooks";

/** How far a question has come. */
export type Answer<T> =
  | { readonly state: "asked" }
  | { readonly state: "answered"; readonly answer: T }
  /** `last` is the answer to the same question before, if there was one. */
  | { readonly state: "failed"; readonly error: unknown; readonly last?: T };

/** The answer, or the one before where asking again failed. */
export function lastAnswer<T>(answer: Answer<T>): T | undefined {
  if (answer.state === "answered") return answer.answer;
  return answer.state === "failed" ? answer.last : undefined;
}

/** What is known after a failure. */
function failed<T>(before: Answer<T>, error: unknown): Answer<T> {
  const last = lastAnswer(before);
  return { state: "failed", error, ...(last !== undefined && { last }) };
}

/**
 * Asks when the component appears and whenever `ask` is another function, so it has to be the same one while the question is the
 * same. While a repeated question is under way the last answer stays; an
 * answer that comes after a newer question is dropped.
 *
 * @returns how far it is, and a function that asks again
 */
export function useAnswer<T>(ask: () => Promise<T>): readonly [Answer<T>, () => void] {
  const [answer, setAnswer] = useState<Answer<T>>({ state: "asked" });
  const [round, setRound] = useState(0);
  // Before the first paint rather than after it: the answer is on its way while the frame is drawn.
  useLayoutEffect(() => {
    let current = true;
    ask().then(
      (given) => current && setAnswer({ state: "answered", answer: given }),
      (error: unknown) => current && setAnswer((before) => failed(before, error)),
    );
    return () => {
      current = false;
    };
  }, [ask, round]);
  const again = useCallback(() => setRound((before) => before + 1), []);
  return [answer, again];
}
