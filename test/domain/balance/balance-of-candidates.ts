import { type Balance, balanceOf, memberToday } from "../../../src/domain/balance/balance.ts";
import { type Candidate, isInNetwork } from "../../../src/domain/suggestions/candidate.ts";
import type { Coverage } from "../../../src/domain/tie/coverage.ts";

/** The balance of these people on the day of `now`. */
export const balance = (
  candidates: readonly Candidate[],
  coverage: Coverage | undefined,
  now: number,
): Balance =>
  balanceOf(
    candidates.filter(isInNetwork).map((person) => memberToday(person, coverage, now)),
    ({ person }) => person.company,
    now,
  );
