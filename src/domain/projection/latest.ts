/**
 * The latest of registers, as corrected clocks say.
 */
import { type ClockCorrection, compareCorrected } from "../records/hybrid-time.ts";
import type { Register } from "../records/statement.ts";

/** The latest of some registers. */
export function latest<T>(
  registers: readonly Register<T>[],
  corrections: readonly ClockCorrection[],
): Register<T> | undefined {
  return registers.reduce<Register<T> | undefined>(
    (best, one) =>
      best === undefined || compareCorrected(one.time, best.time, corrections) > 0 ? one : best,
    undefined,
  );
}

/** The latest of each register in some sets of them. */
export function latestOfEach<T>(
  sets: readonly (Readonly<Record<string, Register<T>>> | undefined)[],
  corrections: readonly ClockCorrection[],
): ReadonlyMap<string, Register<T>> {
  const found = new Map<string, Register<T>>();
  for (const set of sets)
    for (const [name, register] of Object.entries(set ?? {})) {
      const known = found.get(name);
      if (known === undefined || compareCorrected(register.time, known.time, corrections) > 0)
        found.set(name, register);
    }
  return found;
}
