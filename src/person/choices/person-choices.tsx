import type { Choices, PersonId } from "../../domain/person/person.ts";
import type { KeptRule } from "../../domain/records/rule.ts";
import { CadenceChoice } from "./cadence-choice.tsx";
import { PersonNotes } from "./person-notes.tsx";
import { PersonReminders } from "./person-reminders.tsx";
import { PersonTags } from "./person-tags.tsx";

interface PersonChoicesProps {
  readonly id: PersonId;
  readonly choices: Choices;
  /** The rules that hold for the person. */
  readonly rules: readonly KeptRule[];
  readonly now: number;
  /** Something was stored that changes the tie. */
  readonly onChange: () => void;
}

/** The user's own words and choices about a person. Each is stored by itself. */
export function PersonChoices({ id, choices, rules, now, onChange }: PersonChoicesProps) {
  return (
    <section class="person-choices">
      <PersonNotes id={id} notes={choices.notes ?? []} now={now} onChange={onChange} />
      <PersonTags id={id} tags={choices.tags ?? []} onChange={onChange} />
      <PersonReminders id={id} reminders={choices.reminders ?? []} onChange={onChange} />
      <CadenceChoice
        id={id}
        kept={choices.cadenceDays}
        isRuled={rules.some(({ says }) => says.what === "cadence")}
        onChange={onChange}
      />
    </section>
  );
}
