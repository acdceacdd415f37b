import { ActNotice } from "../../components/acts/act-notice.tsx";
import { inTouchElsewhereAt } from "../../domain/person/in-touch-elsewhere.ts";
import type { Choices, PersonId } from "../../domain/person/person.ts";
import { dayText, everyText } from "../../words/moments.ts";
import { text } from "../../words/text.ts";
import { PersonNotes } from "./person-notes.tsx";
import { PersonReminders } from "./person-reminders.tsx";
import { PersonTags } from "./person-tags.tsx";
import { TextChoice } from "./text-choice.tsx";
import { useChoose } from "./use-choose.ts";

interface PersonWishesProps {
  readonly id: PersonId;
  readonly choices: Choices;
  readonly now: number;
  /** Something was stored that changes the tie. */
  readonly onChange: () => void;
}

/** The rhythms one can wish for, in days. */
const CADENCES = [14, 30, 61, 91, 183, 365] as const;

/** How often the user wants to talk. */
function CadenceChoice({ id, choices, onChange }: Omit<PersonWishesProps, "now">) {
  const [act, choose] = useChoose(id, onChange);
  return (
    <div class="kept">
      <label class="field">
        <span>{text("wishCadence")}</span>
        <select
          name="cadence"
          value={choices.cadenceDays?.value ?? ""}
          onChange={({ currentTarget }) => {
            const days = Number(currentTarget.value) || undefined;
            choose({ choices: { cadenceDays: days === undefined ? {} : { value: days } } });
          }}
        >
          <option value="">{text("wishCadenceLearnt")}</option>
          {CADENCES.map((days) => (
            <option key={days} value={days}>
              {everyText(days)}
            </option>
          ))}
        </select>
      </label>
      <ActNotice act={act} done={text("wishKept")} />
    </div>
  );
}

/** In touch elsewhere, not now, never: each with the way back. */
function SuggestionWishes({ id, choices, now, onChange }: PersonWishesProps) {
  const [act, choose] = useChoose(id, onChange);
  const elsewhereAt = inTouchElsewhereAt(choices);
  const putOffUntil = choices.snoozedUntil?.value ?? -Infinity;
  const isPutOff = putOffUntil > now;
  const isMuted = choices.muted?.value === true;
  const isDeceased = choices.deceased?.value === true;
  return (
    <div class="kept">
      <div class="row">
        <button
          type="button"
          class="button"
          onClick={() =>
            choose({
              choices: { inTouchElsewhere: elsewhereAt === undefined ? { value: Date.now() } : {} },
            })
          }
        >
          {text(elsewhereAt === undefined ? "wishElsewhere" : "wishNotElsewhere")}
        </button>
        {isPutOff && (
          <button
            type="button"
            class="button"
            onClick={() => choose({ choices: { snoozedUntil: {} } })}
          >
            {text("wishNow")}
          </button>
        )}
        <button
          type="button"
          class="button"
          onClick={() => choose({ choices: { muted: isMuted ? {} : { value: true } } })}
        >
          {text(isMuted ? "wishSuggestAgain" : "actionNever")}
        </button>
        <button
          type="button"
          class="button"
          onClick={() => choose({ choices: { deceased: isDeceased ? {} : { value: true } } })}
        >
          {text(isDeceased ? "wishNotDeceased" : "wishDeceased")}
        </button>
      </div>
      {elsewhereAt !== undefined && (
        <p class="small soft">{text("wishElsewhereSince", { day: dayText(elsewhereAt, now) })}</p>
      )}
      {isPutOff && (
        <p class="small soft">{text("wishPutOff", { day: dayText(putOffUntil, now) })}</p>
      )}
      {isDeceased && <p class="small soft">{text("wishDeceasedMeans")}</p>}
      <ActNotice act={act} done={text("wishKept")} />
    </div>
  );
}

/** The user's own words and wishes about a person. Each is stored by itself. */
export function PersonWishes({ id, choices, now, onChange }: PersonWishesProps) {
  return (
    <details class="wishes">
      <summary>{text("wishes")}</summary>
      <div class="stack">
        <PersonNotes id={id} notes={choices.notes ?? []} now={now} onChange={onChange} />
        <PersonTags id={id} tags={choices.tags ?? []} onChange={onChange} />
        <TextChoice
          id={id}
          name="how-met"
          label={text("wishHowMet")}
          value={choices.howMet?.value ?? ""}
          made={(words) => ({ choices: { howMet: words === "" ? {} : { value: words } } })}
          onChange={onChange}
        />
        <CadenceChoice id={id} choices={choices} onChange={onChange} />
        <PersonReminders id={id} reminders={choices.reminders ?? []} onChange={onChange} />
        <SuggestionWishes id={id} choices={choices} now={now} onChange={onChange} />
      </div>
    </details>
  );
}
