import { ActNotice } from "../../components/acts/act-notice.tsx";
import { useChosen } from "../../components/acts/use-chosen.ts";
import type { Choices, PersonId } from "../../domain/person/person.ts";
import type { KeptRule } from "../../domain/records/rule.ts";
import { everyText } from "../../words/moments.ts";
import { text } from "../../words/text.ts";
import { PersonNotes } from "./person-notes.tsx";
import { PersonReminders } from "./person-reminders.tsx";
import { PersonTags } from "./person-tags.tsx";
import { storeChoice } from "./use-choose.ts";

interface PersonChoicesProps {
  readonly id: PersonId;
  readonly choices: Choices;
  /** The rules that hold for the person. */
  readonly rules: readonly KeptRule[];
  readonly now: number;
  /** Something was stored that changes the tie. */
  readonly onChange: () => void;
}

/** The rhythms one can choose, in days. */
const CADENCES = [14, 30, 61, 91, 183, 365] as const;

/** How often the user wants to talk. */
function CadenceChoice({ id, choices, rules, onChange }: Omit<PersonChoicesProps, "now">) {
  const kept = choices.cadenceDays?.value;
  const { shown, choose, act } = useChosen(kept);
  // One that was chosen for many, or on another machine, may be any number of days.
  const offered = [...new Set([...CADENCES, ...(kept === undefined ? [] : [kept])])].sort(
    (a, b) => a - b,
  );
  const isRuled = rules.some(({ says }) => says.what === "cadence");
  return (
    <div class="kept">
      <label class="field inline">
        <span>{text("choiceCadence")}</span>
        <select
          name="cadence"
          value={shown ?? ""}
          onChange={({ currentTarget }) => {
            const days = Number(currentTarget.value) || undefined;
            const cadenceDays = days === undefined ? {} : { value: days };
            choose(days, () => storeChoice(id, { choices: { cadenceDays } }, onChange));
          }}
        >
          <option value="">{text(isRuled ? "byRule" : "choiceCadenceLearnt")}</option>
          {offered.map((days) => (
            <option key={days} value={days}>
              {everyText(days)}
            </option>
          ))}
        </select>
      </label>
      <ActNotice act={act} done={text("choiceKept")} />
    </div>
  );
}

/** The user's own words and choices about a person. Each is stored by itself. */
export function PersonChoices({ id, choices, rules, now, onChange }: PersonChoicesProps) {
  return (
    <section class="person-choices">
      <PersonNotes id={id} notes={choices.notes ?? []} now={now} onChange={onChange} />
      <PersonTags id={id} tags={choices.tags ?? []} onChange={onChange} />
      <PersonReminders id={id} reminders={choices.reminders ?? []} onChange={onChange} />
      <CadenceChoice id={id} choices={choices} rules={rules} onChange={onChange} />
    </section>
  );
}
