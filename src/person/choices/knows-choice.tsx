import { ActNotice } from "../../components/acts/act-notice.tsx";
import { useChosen } from "../../components/acts/use-chosen.ts";
import { knownByHand } from "../../domain/person/by-hand.ts";
import { type Choices, KNOWS, type PersonId } from "../../domain/person/person.ts";
import type { KeptRule } from "../../domain/records/rule.ts";
import { nameInSentence } from "../../words/name-text.ts";
import { KNOWS_WORDS } from "./rule-words.ts";
import { text } from "../../words/text.ts";
import { storeChoice } from "./use-choose.ts";

interface KnowsChoiceProps {
  readonly id: PersonId;
  readonly name: string;
  readonly choices: Choices;
  /** The rules that hold for the person. */
  readonly rules: readonly KeptRule[];
  readonly onChange: () => void;
}

/** How well the user says to know somebody: it stands before what is computed. */
export function KnowsChoice({ id, name, choices, rules, onChange }: KnowsChoiceProps) {
  const { shown, choose, act } = useChosen(knownByHand(choices)?.value);
  const isRuled = rules.some(({ says }) => says.what === "knows");
  return (
    <div class="kept menu-field">
      <label class="field">
        <span>{text("knowsQuestion", { name: nameInSentence(name) })}</span>
        <select
          name="knows"
          value={shown ?? ""}
          onChange={({ currentTarget }) => {
            const chosen = KNOWS.find((one) => one === currentTarget.value);
            const knows = chosen === undefined ? {} : { value: chosen };
            choose(chosen, () => storeChoice(id, { choices: { knows } }, onChange));
          }}
        >
          <option value="">{text(isRuled ? "byRule" : "knowsComputed")}</option>
          {KNOWS.map((one) => (
            <option key={one} value={one}>
              {text(KNOWS_WORDS[one])}
            </option>
          ))}
        </select>
      </label>
      <ActNotice act={act} done={text("choiceKept")} />
    </div>
  );
}
