import { type ClockCorrection, correctedMoment } from "../records/hybrid-time.ts";
import { compareRules, type KeptRule } from "../records/rule.ts";
import type { SaidOfHistory } from "../records/statement.ts";
import { latestOfEach } from "./latest.ts";

/** The rules that hold, out of what all copies of the history say; the one that decides first stands first. */
export const rulesInForce = (
  said: readonly Pick<SaidOfHistory, "rules">[],
  corrections: readonly ClockCorrection[],
): readonly KeptRule[] =>
  [
    ...latestOfEach(
      said.map(({ rules }) => rules),
      corrections,
    ),
  ]
    .flatMap(([id, { value, time }]): readonly KeptRule[] =>
      value === undefined
        ? []
        : [{ ...value, id, at: correctedMoment(time[0], time[2], corrections) }],
    )
    .sort(compareRules);
