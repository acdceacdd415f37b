import type { NetworkSeen } from "../../domain/network/network.ts";
import { TOP_COMPANIES } from "../../domain/network/warm-groups.ts";
import type { Condition } from "../../domain/directory/people-table.ts";
import { balanceText } from "../../words/balance-words.ts";
import { numberText, percentText, text } from "../../words/text.ts";

interface Step {
  readonly words: string;
  readonly conditions: readonly Condition[];
}

/** Close once, and not any more. */
const SLIPPED: readonly Condition[] = [
  { of: "band", is: "fading" },
  { of: "band", is: "dormant" },
];

const slippedElsewhere = (elsewhere: Condition): Step => ({
  words: text("networkStepElsewhere"),
  conditions: [...SLIPPED, elsewhere],
});

/** What helps most, as people to look at; `undefined` where nothing has to be done. */
function step({ meaning, overdue, counts }: NetworkSeen): Step | undefined {
  switch (meaning.code) {
    case "too-little":
      return undefined;
    case "narrow-company":
      return slippedElsewhere({ of: "company", is: meaning.company, not: true });
    case "narrow-field":
      return slippedElsewhere({ of: "field", is: meaning.field, not: true });
    case "few-weak":
      return counts.acquaintance === 0
        ? undefined
        : {
            words: text("networkStepAcquaintances", { count: counts.acquaintance }),
            conditions: [{ of: "band", is: "acquaintance" }],
          };
    case "thin-circle":
    case "going-quiet":
    case "balanced":
      return overdue === 0
        ? undefined
        : {
            words: text("networkStepOverdue", { count: overdue }),
            conditions: [{ of: "overdue" }],
          };
  }
}

interface BalanceLeadProps {
  readonly network: NetworkSeen | undefined;
  readonly onPeople: (conditions: readonly Condition[]) => void;
}

/** The balance as sentences in whole people, and what to do about it. */
export function BalanceLead({ network, onPeople }: BalanceLeadProps) {
  const next = network && step(network);
  const spread = network?.spread;
  return (
    <section class="panel balance-lead" aria-labelledby="balance-heading">
      <h2 id="balance-heading">{text("balanceHeading")}</h2>
      {network === undefined ? (
        <div class="picture-waiting lead-waiting" />
      ) : (
        <>
          <p class="lead">{balanceText(network.meaning)}</p>
          {spread !== undefined && (
            <p>
              {spread.companies > TOP_COMPANIES
                ? text("networkSpread", {
                    companies: numberText(spread.companies),
                    percent: percentText(spread.top / spread.known),
                  })
                : text("networkSpreadFew", { companies: spread.companies })}
            </p>
          )}
          {next !== undefined && (
            <div class="row">
              <button
                type="button"
                class="button main"
                name="balance-step"
                onClick={() => onPeople(next.conditions)}
              >
                {next.words}
              </button>
            </div>
          )}
        </>
      )}
    </section>
  );
}
