import { type Network, networkCounted } from "../../../src/domain/network/network.ts";
import type { Candidate } from "../../../src/domain/suggestions/candidate.ts";
import type { Coverage } from "../../../src/domain/tie/coverage.ts";

/** The network counted without a stop. */
export function wholeNetwork(
  people: readonly Candidate[],
  coverage: Coverage | undefined,
  now: number,
): Network {
  const steps = networkCounted(people, coverage, now);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
