import { ActNotice } from "../../components/acts/act-notice.tsx";
import { DateField } from "../../components/date-field.tsx";
import type { PersonId, ReminderDate } from "../../domain/person/person.ts";
import { isKeptReminder, reminderKept } from "../../domain/suggestions/ended-reminders.ts";
import { text } from "../../words/text.ts";
import { useChoose } from "./use-choose.ts";
import { useEntries } from "./use-entries.ts";

interface PersonRemindersProps {
  readonly id: PersonId;
  readonly reminders: readonly ReminderDate[];
  readonly onChange: () => void;
}

/** Reminders are at noon: the same day wherever the clocks go. */
const NOON = 12;

interface ReminderFieldProps {
  readonly id: PersonId;
  readonly reminder: string;
  readonly at: number | undefined;
  readonly onEdit: () => void;
  readonly onChange: () => void;
}

/** One date; without one the reminder is taken back. It ends when the two talk, unless the user keeps it. */
function ReminderField({ id, reminder, at, onEdit, onChange }: ReminderFieldProps) {
  const [act, choose] = useChoose(id, onChange);
  return (
    <li class="kept">
      <DateField
        label={text("choiceRemind")}
        name="remind"
        {...(at !== undefined && { value: at })}
        hour={NOON}
        inline
        onChosen={(chosen) => {
          onEdit();
          choose({ reminders: { [reminder]: chosen ?? null } });
        }}
      />
      {at !== undefined && (
        <label class="choice small">
          <input
            type="checkbox"
            name="keep-reminder"
            checked={isKeptReminder(reminder)}
            onChange={({ currentTarget: { checked } }) =>
              choose({
                reminders: { [reminder]: null, [reminderKept(reminder, checked)]: at },
              })
            }
          />
          {text("reminderKeep")}
        </label>
      )}
      <ActNotice act={act} done={text(at === undefined ? "reminderRemoved" : "choiceKept")} />
    </li>
  );
}

/** The dates on which the user wants to be reminded, to change or to empty. */
export function PersonReminders({ id, reminders, onChange }: PersonRemindersProps) {
  const { ids, touch } = useEntries(reminders);
  if (ids.length === 0) return null;
  return (
    <ul class="stack-tight" aria-label={text("choiceReminders")}>
      {ids.map((reminder) => (
        <ReminderField
          key={reminderKept(reminder, false)}
          id={id}
          reminder={reminder}
          at={reminders.find((one) => one.id === reminder)?.at}
          onEdit={() => touch(reminder)}
          onChange={onChange}
        />
      ))}
    </ul>
  );
}
