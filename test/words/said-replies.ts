/** Who answered whom, as it is said of one person, and as it was. */
import type { Interaction } from "../../src/domain/interactions/interaction.ts";
import type { View } from "./said-view.ts";

const middle = ({ from, to }: Interaction) => Math.floor((from + to) / 2);

const isOfGroup = ({ groupSize = 1 }: Interaction): boolean => groupSize > 1;

/** One side has a part in it. */
const isBy = (side: "in" | "out", { direction }: Interaction): boolean =>
  direction === side || direction === "both";

const other = (side: "in" | "out"): "in" | "out" => (side === "in" ? "out" : "in");

/** Sentences that say that a side owes an answer. */
const OWES: readonly (readonly [pattern: RegExp, side: "in" | "out"])[] = [
  [/You owe them a reply|You have not written back|my late reply/, "out"],
  [/They have not written back/, "in"],
];

/** A claim about answers that the interactions do not bear out. */
export function replies({ truth, row, one, card, words }: View): string | undefined {
  const { exchanges, elsewhereAt } = truth;
  const end = exchanges.at(-1);
  for (const reason of [...row.reasons, ...(one ? [one] : []), card]) {
    if (reason.code === "one-way") {
      if (exchanges.some((fact) => isBy(other(reason.direction), fact))) return "both wrote";
      if (reason.final && elsewhereAt !== undefined) return "no answer, and in touch elsewhere";
    }
    if (reason.code === "uneven" || reason.code === "in-groups")
      for (const side of ["in", "out"] as const)
        if (!exchanges.some((fact) => isBy(side, fact)))
          return `${reason.code}, and one side wrote`;
    if (reason.code === "in-groups" && !exchanges.some(isOfGroup)) return "in no group";
    if (reason.code === "wrote-last") {
      if (end?.direction !== "in" || isOfGroup(end)) return "owed, and they did not write last";
      if (elsewhereAt !== undefined) return "owed, and in touch elsewhere";
      const own = exchanges.filter((fact) => isBy("out", fact));
      if (own.length === 0) return "owed to somebody whom the user never wrote to";
      if (own.some((fact) => middle(fact) > middle(end))) return "owed, and answered";
    }
  }
  for (const said of [...words.row, words.why, ...words.card, words.opener ?? ""])
    for (const [pattern, side] of OWES)
      if (pattern.test(said) && end !== undefined && isBy(side, end)) return said;
  return undefined;
}
