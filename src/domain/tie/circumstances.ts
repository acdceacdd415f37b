/**
 * What the user's choices and the coverage mean for a tie.
 */
import type { Coverage } from "./coverage.ts";
import { inTouchElsewhereAt, knownByHand } from "../person/by-hand.ts";
import type { Choices } from "../person/person.ts";
import type { Circumstances } from "./tie.ts";

/** What bears on the tie with somebody the user made these choices about. */
export function circumstances(choices: Choices, coverage: Coverage): Circumstances {
  const cadenceDays = choices.cadenceDays?.value;
  const elsewhereAt = inTouchElsewhereAt(choices);
  const knows = knownByHand(choices);
  return {
    coverage,
    ...(cadenceDays !== undefined && { cadenceDays }),
    ...(elsewhereAt !== undefined && { inTouchElsewhereAt: elsewhereAt }),
    ...(knows && { knows }),
  };
}
