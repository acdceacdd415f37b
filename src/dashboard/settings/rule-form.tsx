import { useCallback, useContext, useId } from "preact/hooks";
import { lastAnswer, useAnswer } from "../../components/acts/use-answer.ts";
import { useDraft } from "../../components/use-draft.ts";
import type { TableChoices } from "../../domain/directory/people-table.ts";
import { KNOWS, type Knows, MOST_CADENCE_DAYS } from "../../domain/person/person.ts";
import type { Rule, RuleAbout, RuleWord } from "../../domain/records/rule.ts";
import { askFromPage } from "../../protocol/transport.ts";
import { ShownHistory } from "../../week/written.ts";
import { KNOWS_WORDS, reachText } from "../../person/choices/rule-words.ts";
import { text, type TextKey } from "../../words/text.ts";

/** What a rule can say, in the order of the list. */
const WHATS: readonly (readonly [RuleWord["what"], TextKey])[] = [
  ["never", "actionNever"],
  ["cadence", "choiceCadence"],
  ["knows", "ruleKnowsChoice"],
];

/** Days that a rule begins with: three months. */
const USUAL_DAYS = 90;

interface RuleFormProps {
  /** The rule that is changed; absent for a new one. */
  readonly rule?: Rule | undefined;
  readonly offered: TableChoices;
  readonly isUnderWay: boolean;
  readonly onKeep: (rule: Rule) => void;
  readonly onCancel: () => void;
}

/** How many people a rule would be about, as far as it is written. */
function Reach({ about }: { readonly about: RuleAbout }) {
  const { of, name } = about;
  const ask = useCallback(
    async () => (name === "" ? undefined : askFromPage.ruleReach({ of, name })),
    [of, name],
  );
  const count = lastAnswer(useAnswer(ask)[0]);
  return (
    <p class="small soft" role="status" data-testid="reach">
      {name !== "" && count !== undefined && reachText(about, count)}
    </p>
  );
}

/** A rule to be written or changed, with how many people it is about. */
export function RuleForm({ rule, offered, isUnderWay, onKeep, onCancel }: RuleFormProps) {
  const history = useContext(ShownHistory);
  const own = rule ? `rule ${rule.about.of} ${rule.about.name} ${rule.says.what}` : "rule";
  const [of, setOf] = useDraft<RuleAbout["of"]>(history, `${own} of`, rule?.about.of ?? "company");
  const [written, setWritten] = useDraft(history, `${own} name`, rule?.about.name ?? "");
  const [what, setWhat] = useDraft<RuleWord["what"]>(
    history,
    `${own} what`,
    rule?.says.what ?? "never",
  );
  const [days, setDays] = useDraft(
    history,
    `${own} days`,
    String(rule?.says.what === "cadence" ? rule.says.days : USUAL_DAYS),
  );
  const [how, setHow] = useDraft<Knows>(
    history,
    `${own} how`,
    rule?.says.what === "knows" ? rule.says.how : "well",
  );
  const list = useId();
  const about = { of, name: written.trim() };
  const says: RuleWord =
    what === "cadence" ? { what, days: Number(days) } : what === "knows" ? { what, how } : { what };
  return (
    <form
      class="stack-tight rule-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (about.name !== "") onKeep({ about, says });
      }}
    >
      <div class="row">
        <label class="field">
          <span>{text("ruleFor")}</span>
          <select
            name="rule-of"
            value={of}
            onChange={({ currentTarget }) =>
              setOf(currentTarget.value === "tag" ? "tag" : "company")
            }
          >
            <option value="company">{text("ruleAtCompany")}</option>
            <option value="tag">{text("ruleWithTag")}</option>
          </select>
        </label>
        <label class="field">
          <span>{text(of === "company" ? "filterCompany" : "filterTag")}</span>
          <input
            type="text"
            name="rule-name"
            list={list}
            autocomplete="off"
            maxLength={200}
            required
            dir="auto"
            value={written}
            onInput={({ currentTarget }) => setWritten(currentTarget.value)}
          />
          <datalist id={list}>
            {(of === "company" ? offered.companies : offered.tags).map((one) => (
              <option key={one} value={one} />
            ))}
          </datalist>
        </label>
      </div>
      <div class="row">
        <label class="field">
          <span>{text("ruleWhat")}</span>
          <select
            name="rule-what"
            value={what}
            onChange={({ currentTarget }) =>
              setWhat(WHATS.find(([one]) => one === currentTarget.value)?.[0] ?? "never")
            }
          >
            {WHATS.map(([one, words]) => (
              <option key={one} value={one}>
                {text(words)}
              </option>
            ))}
          </select>
        </label>
        {what === "cadence" && (
          <label class="field">
            <span>{text("ruleDays")}</span>
            <input
              type="number"
              name="rule-days"
              inputMode="numeric"
              min={1}
              max={MOST_CADENCE_DAYS}
              step="any"
              required
              value={days}
              onInput={({ currentTarget }) => setDays(currentTarget.value)}
            />
          </label>
        )}
        {what === "knows" && (
          <label class="field">
            <span>{text("ruleKnowsChoice")}</span>
            <select
              name="rule-knows"
              value={how}
              onChange={({ currentTarget }) =>
                setHow(KNOWS.find((one) => one === currentTarget.value) ?? "well")
              }
            >
              {KNOWS.map((one) => (
                <option key={one} value={one}>
                  {text(KNOWS_WORDS[one])}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      <Reach about={about} />
      <div class="row">
        <button type="submit" class="button main" name="rule-keep" disabled={isUnderWay}>
          {text("ruleKeep")}
        </button>
        <button type="button" class="button quiet" disabled={isUnderWay} onClick={onCancel}>
          {text("cancel")}
        </button>
      </div>
    </form>
  );
}
