import { setTimeout as pause } from "node:timers/promises";

/** The promise, or a rejection that says what did not happen in time. The work itself is not stopped. */
export async function within<Answer>(
  milliseconds: number,
  what: string,
  work: Promise<Answer>,
): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`waited ${milliseconds / 1000} s for ${what}`));
    }, milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Asks every 50 ms until the answer is something, and returns it; rejects when that takes too long. An empty list is nothing, as are
 * `undefined`, `null`, `false`, 0 and an empty text.
 */
export async function eventually<Answer>(
  milliseconds: number,
  what: string,
  ask: () => Answer | Promise<Answer>,
): Promise<NonNullable<Answer>> {
  const end = performance.now() + milliseconds;
  for (;;) {
    const answer = await ask();
    if (answer && !(Array.isArray(answer) && answer.length === 0)) return answer;
    if (performance.now() > end) throw new Error(`waited ${milliseconds / 1000} s for ${what}`);
    await pause(50);
  }
}
