import { ActNotice } from "../components/acts/act-notice.tsx";
import { useChosen } from "../components/acts/use-chosen.ts";
import { changePreferences } from "../components/kept-settings.ts";
import {
  type ChangedPreferences,
  NINE_IN_THE_MORNING,
  type Preferences,
  USUAL_FIRST_DAY,
  WEEKDAYS,
} from "../settings/preferences.ts";
import { clock, minutesOf } from "../setup/time-of-day.ts";
import { weekdayText } from "../words/moments.ts";
import { numberText, text } from "../words/text.ts";
import { PermittedSwitch } from "./permitted-switch.tsx";
import { SwitchChoice } from "./switch-choice.tsx";
import { WeekCallChoice } from "./week-call-choice.tsx";

/** Another first day of the week. */
function beginningOn(chosen: number | undefined): ChangedPreferences {
  const day = WEEKDAYS.find((one) => one === chosen) ?? USUAL_FIRST_DAY;
  return { weekStartsOn: day === USUAL_FIRST_DAY ? null : day };
}

const TOOLBAR_NUMBER = {
  choose: (wanted: boolean) => changePreferences({ toolbarNumber: wanted }),
};

const keepNotifyAt = (minutes: number | undefined): Promise<void> =>
  changePreferences({ notifyAtMinutes: minutes ?? null });

interface NumberChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly kept: number | undefined;
  readonly offered: readonly number[];
  readonly words: (one: number) => string;
  /** What it is called to choose none of them; absent where one has to be chosen. */
  readonly none?: string;
  /** What is changed by a choice. */
  readonly changed: (chosen: number | undefined) => ChangedPreferences;
}

/** A preference that is one of a few numbers. */
function NumberChoice(props: NumberChoiceProps) {
  const { name, label, kept, offered, words, none, changed } = props;
  const { shown, choose, act } = useChosen(kept);
  return (
    <div class="kept">
      <label class="field inline">
        <span>{label}</span>
        <select
          name={name}
          value={shown ?? ""}
          onChange={({ currentTarget: { value } }) => {
            const chosen = value === "" ? undefined : Number(value);
            choose(chosen, () => changePreferences(changed(chosen)));
          }}
        >
          {none !== undefined && <option value="">{none}</option>}
          {offered.map((one) => (
            <option key={one} value={one}>
              {words(one)}
            </option>
          ))}
        </select>
      </label>
      <ActNotice act={act} />
    </div>
  );
}

/** When the reminder of a day comes. */
function NotifyTime({ kept }: { readonly kept: number }) {
  const { shown, choose, act } = useChosen(kept);
  return (
    <div class="kept">
      <label class="field inline">
        <span>{text("notifyAt")}</span>
        <input
          type="time"
          name="notify-at"
          required
          value={clock(shown)}
          onChange={({ currentTarget }) => {
            const minutes = minutesOf(currentTarget.value);
            if (minutes !== undefined) choose(minutes, () => keepNotifyAt(minutes));
          }}
        />
      </label>
      <ActNotice act={act} />
    </div>
  );
}

/** How many suggestions, what goal, and how reminders make themselves known. All of it quiet until wanted. */
export function PreferenceChoice({ wanted }: { readonly wanted: Preferences }) {
  return (
    <fieldset class="stack-tight">
      <legend>{text("remindersHeading")}</legend>
      <NumberChoice
        name="per-week"
        label={text("perWeekLabel")}
        kept={wanted.perWeek}
        offered={[3, 4, 5]}
        words={numberText}
        changed={(count) => (count === undefined ? {} : { perWeek: count })}
      />
      <NumberChoice
        name="goal"
        label={text("goalLabel")}
        kept={wanted.weeklyGoal}
        offered={[1, 2, 3, 4, 5]}
        words={numberText}
        none={text("goalNone")}
        changed={(count) => ({ weeklyGoal: count ?? null })}
      />
      <NumberChoice
        name="first-day"
        label={text("weekStartsOn")}
        kept={wanted.weekStartsOn ?? USUAL_FIRST_DAY}
        offered={WEEKDAYS}
        words={weekdayText}
        changed={beginningOn}
      />
      <SwitchChoice
        of={TOOLBAR_NUMBER}
        isOn={wanted.toolbarNumber}
        name="toolbar-number"
        label={text("toolbarWeek")}
      />
      <WeekCallChoice wanted={wanted} />
      <PermittedSwitch
        name="notify"
        words={text("notifyDaily")}
        isOn={wanted.notifyAtMinutes !== undefined}
        onChoose={(isOn) => keepNotifyAt(isOn ? NINE_IN_THE_MORNING : undefined)}
      />
      {wanted.notifyAtMinutes !== undefined && <NotifyTime kept={wanted.notifyAtMinutes} />}
    </fieldset>
  );
}
