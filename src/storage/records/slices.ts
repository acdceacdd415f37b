/**
 * Long work in slices, so that others are answered in between.
 */

/** Longest time (ms) of work between two answers to others. */
const SLICE_MS = 30;

/** To be called often: waits for others when a slice of work is done. */
export type SlicePause = () => Promise<void> | undefined;

/** Slices of work that end with the signal: then its reason is thrown. */
export function slices(signal: AbortSignal | undefined): SlicePause {
  let began = performance.now();
  return () => {
    if (performance.now() - began < SLICE_MS) return undefined;
    return new Promise<void>((resolve, reject) => {
      setTimeout(() => {
        began = performance.now();
        if (signal?.aborted) reject(signal.reason as Error);
        else resolve();
      });
    });
  };
}
