import { ActNotice } from "../../components/acts/act-notice.tsx";
import type { Choices, PersonId } from "../../domain/person/person.ts";
import { everyText } from "../../words/moments.ts";
import { text } from "../../words/text.ts";
import { PersonNotes } from "./person-notes.tsx";
import { PersonReminders } from "./person-reminders.tsx";
import { PersonTags } from "./person-tags.tsx";
import { useChoose } from "./use-choose.ts";

interface PersonChoicesProps {
  readonly id: PersonId;
  readonly choices: Choices;
  readonly now: number;
  /** Something was stored that changes the tie. */
  readonly onChange: () => void;
}

/** The rhythms one can choose, in days. */
const CADENCES = [14, 30, 61, 91, 183, 365] as const;

/** How often the user wants to talk. */
function CadenceChoice({ id, choices, onChange }: Omit<PersonChoicesProps, "now">) {
  const [act, choose] = useChoose(id, onChange);
  return (
    <div class="kept">
      <label class="field inline">
        <span>{text("choiceCadence")}</span>
        <select
          name="cadence"
          value={choices.cadenceDays?.value ?? ""}
          onChange={({ currentTarget }) => {
            const days = Number(currentTarget.value) || undefined;
            choose({ choices: { cadenceDays: days === undefined ? {} : { value: days } } });
          }}
        >
          <option value="">{text("choiceCadenceLearnt")}</option>
          {CADENCES.map((days) => (
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
export function PersonChoices({ id, choices, now, onChange }: PersonChoicesProps) {
  return (
    <section class="person-choices">
      <PersonNotes id={id} notes={choices.notes ?? []} now={now} onChange={onChange} />
      <PersonTags id={id} tags={choices.tags ?? []} onChange={onChange} />
      <PersonReminders id={id} reminders={choices.reminders ?? []} onChange={onChange} />
      <CadenceChoice id={id} choices={choices} onChange={onChange} />
    </section>
  );
}
