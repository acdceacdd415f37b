import { useEffect, useRef, useState } from "preact/hooks";
import { ActNotice } from "../../components/acts/act-notice.tsx";
import { Notice } from "../../components/acts/notice.tsx";
import { useAct } from "../../components/acts/use-act.ts";
import { lastAnswer } from "../../components/acts/use-answer.ts";
import { useToast } from "../../components/pieces/toast.tsx";
import { useFollowed } from "../../components/use-followed.ts";
import type { Rule, ShownRule } from "../../domain/records/rule.ts";
import { askFromPage } from "../../protocol/transport.ts";
import { reachText, ruleText } from "../../person/choices/rule-words.ts";
import { text, type TextKey } from "../../words/text.ts";
import { refusalText } from "../../words/trouble-words.ts";
import { RuleForm } from "./rule-form.tsx";

const askRules = () => askFromPage.rules();
const askChoices = () => askFromPage.tableChoices();

/** A rule about the same people that says something of the same kind: one of them is enough. */
const alike = (rules: readonly ShownRule[], { about, says }: Rule): ShownRule | undefined =>
  rules.find(
    (one) =>
      one.says.what === says.what && one.about.of === about.of && one.about.name === about.name,
  );

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
  const wasOpen = useRef(false);
  const isUnderWay = act.state.at === "under-way";
  const rules = lastAnswer(answer) ?? [];
  useEffect(() => {
    // The form that had the focus is gone.
    if (open === undefined && wasOpen.current) add.current?.focus();
    wasOpen.current = open !== undefined;
  }, [open]);
  const store = (id: string, rule: Rule | null, words: TextKey) =>
    act.run(async () => {
      const before = rules.find((one) => one.id === id);
      await askFromPage.changeRules({ rules: { [id]: rule } });
      setOpen(undefined);
      askAgain();
      toast({
        words: text(words),
        undo: async () => {
          const back = before === undefined ? null : { about: before.about, says: before.says };
          await askFromPage.changeRules({ rules: { [id]: back } });
          askAgain();
        },
      });
    });
  const form = (id: string, rule?: ShownRule) => (
    <RuleForm
      key={id}
      rule={rule}
      offered={lastAnswer(offered) ?? { companies: [], tags: [] }}
      isUnderWay={isUnderWay}
      onKeep={(written) =>
        store(rule?.id ?? alike(rules, written)?.id ?? crypto.randomUUID(), written, "ruleKept")
      }
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
                  onRemove={() => store(rule.id, null, "ruleRemoved")}
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
