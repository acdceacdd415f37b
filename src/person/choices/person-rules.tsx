import { RULES_PAGE } from "../../components/own-pages.ts";
import type { Made } from "../../domain/records/made.ts";
import type { KeptRule } from "../../domain/records/rule.ts";
import { ruledText } from "./rule-words.ts";
import { text } from "../../words/text.ts";

interface PersonRulesProps {
  /** Those that hold for the person. */
  readonly rules: readonly KeptRule[];
  readonly onChoose: (made: Made) => void;
}

/** What holds for a person because of a rule, with the way to the rule, and past it for this person alone. */
export function PersonRules({ rules, onChoose }: PersonRulesProps) {
  if (rules.length === 0) return null;
  return (
    <ul class="standing small">
      {rules.map((rule) => (
        <li key={rule.id}>
          <span class="soft">{ruledText(rule)}</span>
          {rule.says.what === "never" && (
            <button
              type="button"
              class="button quiet small"
              onClick={() => onChoose({ choices: { muted: { value: false } } })}
            >
              {text("choiceSuggestAgain")}
            </button>
          )}
          <a class="button quiet small" href={RULES_PAGE} target="_blank" rel="noreferrer">
            {text("ruleShow")}
          </a>
        </li>
      ))}
    </ul>
  );
}
