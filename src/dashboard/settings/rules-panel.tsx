import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { ActNotice } from "../../components/acts/act-notice.tsx";
import { Notice } from "../../components/acts/notice.tsx";
import { useAct } from "../../components/acts/use-act.ts";
import { lastAnswer } from "../../components/acts/use-answer.ts";
import { useToast } from "../../components/pieces/toast.tsx";
import { useFollowed } from "../../components/use-followed.ts";
import { isSameAbout } from "../../domain/directory/ruled-person.ts";
import type { Rule, ShownRule } from "../../domain/records/rule.ts";
import { askFromPage } from "../../protocol/transport.ts";
import { reachText, ruleText } from "../../person/choices/rule-words.ts";
import { text, type TextKey } from "../../words/text.ts";
import { refusalText } from "../../words/trouble-words.ts";
import { RuleForm } from "./rule-form.tsx";

const askRules = () => askFromPage.rules();
const askChoices = () => askFromPage.tableChoices();

/** The rules about the same people that say something of the same kind: one of them is enough. */
const alike = (rules: readonly ShownRule[], { about, says }: Rule): readonly ShownRule[] =>
  rules.filter((one) => one.says.what === says.what && isSameAbout(one.about, about));

interface RuleLineProps {
  readonly rule: ShownRule;
  readonly isUnderWay: boolean;
  readonly onChange: () => void;
  readonly onRemove: () => void;
}

/** One rule, with what can be done about it. */
function RuleLine({ rule, isUnderWay, onChange, onRemove }: RuleLineProps) {
  const says = ruleText(rule.says);
  const people = reachText(rule.about, rule.people);
  const act = (name: string, words: TextKey, onClick: () => void) => (
    <button
      type="button"
      class="button quiet small"
      name={name}
      disabled={isUnderWay}
      aria-label={text("ruleActNamed", { action: text(words), rule: says, people })}
      onClick={onClick}
    >
      {text(words)}
    </button>
  );
  return (
    <>
      <div>
        <p>{says}</p>
        <p class="small soft">{people}</p>
      </div>
      <div class="row">
        {act("rule-change", "ruleChange", onChange)}
        {act("rule-remove", "ruleRemove", onRemove)}
      </div>
    </>
  );
}

/** What holds for everybody at a company or with a tag: the list, and the way to add, change and remove. */
export function RulesPanel() {
  const [answer, askAgain] = useFollowed(askRules);
  const [offered] = useFollowed(askChoices);
  const [open, setOpen] = useState<string>();
  const act = useAct();
  const toast = useToast();
  const add = useRef<HTMLButtonElement>(null);
  // What had the focus is gone: the form, or the rule that was removed.
  const takesFocus = useRef(false);
  const isUnderWay = act.state.at === "under-way";
  const rules = lastAnswer(answer) ?? [];
  useLayoutEffect(() => {
    if (open !== undefined) takesFocus.current = true;
    else if (takesFocus.current && !isUnderWay) {
      takesFocus.current = false;
      add.current?.focus();
    }
  }, [open, isUnderWay]);
  const store = (changed: Readonly<Record<string, Rule | null>>, words: TextKey) =>
    act.run(async () => {
      const before = Object.keys(changed).map((id) => rules.find((one) => one.id === id) ?? id);
      await askFromPage.changeRules({ rules: changed });
      takesFocus.current = true;
      setOpen(undefined);
      askAgain();
      toast({
        words: text(words),
        undo: async () => {
          const back = before.map((one): readonly [string, Rule | null] =>
            typeof one === "string" ? [one, null] : [one.id, { about: one.about, says: one.says }],
          );
          await askFromPage.changeRules({ rules: Object.fromEntries(back) });
          askAgain();
        },
      });
    });
  const keep = (rule: ShownRule | undefined, written: Rule) => {
    const same = alike(rules, written).map(({ id }) => id);
    const own = rule?.id ?? same[0] ?? crypto.randomUUID();
    const others = same.filter((id) => id !== own).map((id) => [id, null] as const);
    store({ ...Object.fromEntries(others), [own]: written }, "ruleKept");
  };
  const form = (id: string, rule?: ShownRule) => (
    <RuleForm
      key={id}
      rule={rule}
      offered={lastAnswer(offered) ?? { companies: [], tags: [] }}
      isUnderWay={isUnderWay}
      onKeep={(written) => keep(rule, written)}
      onCancel={() => setOpen(undefined)}
    />
  );
  return (
    <section class="panel stack-tight" id="settings-rules">
      <h2>{text("rulesHeading")}</h2>
      <p class="soft small">{text("rulesLead")}</p>
      {answer.state === "failed" && <Notice kind="danger">{refusalText(answer.error)}</Notice>}
      {rules.length > 0 && (
        <ol class="rules">
          {rules.map((rule) => (
            <li key={rule.id}>
              {open === rule.id ? (
                form(rule.id, rule)
              ) : (
                <RuleLine
                  rule={rule}
                  isUnderWay={isUnderWay}
                  onChange={() => setOpen(rule.id)}
                  onRemove={() => store({ [rule.id]: null }, "ruleRemoved")}
                />
              )}
            </li>
          ))}
        </ol>
      )}
      {rules.length > 1 && <p class="soft small">{text("rulesOrder")}</p>}
      {open === "new" ? (
        form("new")
      ) : (
        <div>
          <button
            type="button"
            class="button"
            name="rule-add"
            ref={add}
            disabled={isUnderWay}
            onClick={() => setOpen("new")}
          >
            {text("ruleAdd")}
          </button>
        </div>
      )}
      <ActNotice act={act} />
    </section>
  );
}
