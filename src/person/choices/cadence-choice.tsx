import { useState } from "preact/hooks";
import { ActNotice } from "../../components/acts/act-notice.tsx";
import { useChosen } from "../../components/acts/use-chosen.ts";
import { MOST_CADENCE_DAYS, type Choices, type PersonId } from "../../domain/person/person.ts";
import { everyChosenText } from "../../words/moments.ts";
import { text } from "../../words/text.ts";
import { storeChoice } from "./use-choose.ts";

interface CadenceChoiceProps {
  readonly id: PersonId;
  readonly kept: Choices["cadenceDays"];
  /** A rule says how often. */
  readonly isRuled: boolean;
  readonly onChange: () => void;
}

/** The rhythms one can choose, in days. */
const CADENCES = [14, 30, 61, 91, 183, 365] as const;

const OTHER = "other";

interface DaysFieldProps {
  readonly days: number | undefined;
  readonly onTyped: (days: number) => void;
}

/** Any number of days. It counts when the field is left or Enter is pressed, so that 45 is never 4. */
function DaysField({ days, onTyped }: DaysFieldProps) {
  const take = (field: HTMLInputElement) => {
    const typed = Number(field.value);
    if (field.value !== "" && field.validity.valid && typed !== days) onTyped(typed);
  };
  return (
    <div class="field days">
      <input
        type="number"
        name="cadence-days"
        aria-label={text("ruleDays")}
        placeholder={text("choiceCadenceDays")}
        inputMode="numeric"
        min={1}
        max={MOST_CADENCE_DAYS}
        defaultValue={days}
        onBlur={({ currentTarget }) => take(currentTarget)}
        onKeyDown={({ key, currentTarget }) => {
          if (key === "Enter") take(currentTarget);
        }}
      />
    </div>
  );
}

/** How often the user wants to talk: one of a few rhythms, or any number of days. */
export function CadenceChoice({ id, kept, isRuled, onChange }: CadenceChoiceProps) {
  const { shown, choose, act } = useChosen(kept?.value);
  const [isOther, setIsOther] = useState(false);
  // One that was chosen for many, typed here, or on another machine may be any number of days.
  const offered = [...new Set([...CADENCES, ...(shown === undefined ? [] : [shown])])].sort(
    (a, b) => a - b,
  );
  const keep = (days: number | undefined) => {
    setIsOther(false);
    const cadenceDays = days === undefined ? {} : { value: days };
    choose(days, () => storeChoice(id, { choices: { cadenceDays } }, onChange));
  };
  return (
    <div class="kept">
      <div class="row">
        <label class="field inline">
          <span>{text("choiceCadence")}</span>
          <select
            name="cadence"
            value={isOther ? OTHER : (shown ?? "")}
            onChange={({ currentTarget: { value } }) => {
              if (value === OTHER) setIsOther(true);
              else keep(Number(value) || undefined);
            }}
          >
            <option value="">{text(isRuled ? "byRule" : "choiceCadenceLearnt")}</option>
            {offered.map((days) => (
              <option key={days} value={days}>
                {everyChosenText(days)}
              </option>
            ))}
            <option value={OTHER}>{text("choiceCadenceOther")}</option>
          </select>
        </label>
        {isOther && <DaysField days={shown} onTyped={keep} />}
      </div>
      <ActNotice act={act} done={text("choiceKept")} />
    </div>
  );
}
