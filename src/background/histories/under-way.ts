/**
 * Long steps under way in this background, by the id of what they write: how far they are, and the way to cancel them.
 */
import { Refusal } from "../../protocol/transport.ts";

/** A step under way. */
export interface UnderWay {
  readonly signal: AbortSignal;
  /** To be called with how many people are done. */
  readonly progress: (people: number) => void;
}

interface Running {
  readonly cancelling: AbortController;
  people: number;
}

const running = new Map<string, Running>();

/** Runs a step. What it throws after it was cancelled becomes the refusal `import-cancelled`. */
export async function underWay<T>(id: string, step: (step: UnderWay) => Promise<T>): Promise<T> {
  const own: Running = { cancelling: new AbortController(), people: 0 };
  running.set(id, own);
  try {
    return await step({
      signal: own.cancelling.signal,
      progress: (people) => {
        own.people = people;
      },
    });
  } catch (error) {
    if (own.cancelling.signal.aborted) throw new Refusal("import-cancelled");
    throw error;
  } finally {
    if (running.get(id) === own) running.delete(id);
  }
}

/** How many people the step has done; `undefined` while none is under way. */
export const peopleDone = (id: string): number | undefined => running.get(id)?.people;

/** Cancels the step, if one is under way. */
export function cancel(id: string): void {
  running.get(id)?.cancelling.abort();
}
