import { ActNotice } from "../components/acts/act-notice.tsx";
import { useAct } from "../components/acts/use-act.ts";
import { keepPreferences } from "../components/kept-settings.ts";
import {
  NINE_IN_THE_MORNING,
  type Preferences,
  USUAL_FIRST_DAY,
  WEEKDAYS,
} from "../settings/preferences.ts";
import { clock, minutesOf } from "../setup/time-of-day.ts";
import { weekdayText } from "../words/moments.ts";
import { numberText, text } from "../words/text.ts";
import { PermittedSwitch } from "./permitted-switch.tsx";
import { WeekCallChoice } from "./week-call-choice.tsx";

/** A preference replaced, or without it. */
function having(
  wanted: Preferences,
  key: "weeklyGoal" | "notifyAtMinutes",
  value: number | undefined,
): Preferences {
  const { [key]: _before, ...rest } = wanted;
  return value === undefined ? rest : { ...rest, [key]: value };
}

/** The preferences with another first day of the week. */
function beginningOn({ weekStartsOn: _before, ...rest }: Preferences, name: string): Preferences {
  const day = WEEKDAYS.find((one) => String(one) === name) ?? USUAL_FIRST_DAY;
  return day === USUAL_FIRST_DAY ? rest : { ...rest, weekStartsOn: day };
}

/** How many suggestions, what goal, and how reminders make themselves known. All of it quiet until wanted. */
export function PreferenceChoice({ wanted }: { readonly wanted: Preferences }) {
  const act = useAct();
  const keep = (changed: Preferences) => act.runLatest(() => keepPreferences(changed));
  const choice = (
    name: string,
    label: string,
    chosen: number | undefined,
    counts: readonly number[],
    onChoose: (count: number | undefined) => void,
  ) => (
    <label class="field inline">
      <span>{label}</span>
      <select
        name={name}
        value={chosen ?? ""}
        onChange={({ currentTarget }) => onChoose(Number(currentTarget.value) || undefined)}
      >
        {name === "goal" && <option value="">{text("goalNone")}</option>}
        {counts.map((count) => (
          <option key={count} value={count}>
            {numberText(count)}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <fieldset class="stack-tight">
      <legend>{text("remindersHeading")}</legend>
      {choice("per-week", text("perWeekLabel"), wanted.perWeek, [3, 4, 5], (count) =>
        keep({ ...wanted, perWeek: count ?? wanted.perWeek }),
      )}
      {choice("goal", text("goalLabel"), wanted.weeklyGoal, [1, 2, 3, 4, 5], (count) =>
        keep(having(wanted, "weeklyGoal", count)),
      )}
      <label class="field inline">
        <span>{text("weekStartsOn")}</span>
        <select
          name="first-day"
          value={wanted.weekStartsOn ?? USUAL_FIRST_DAY}
          onChange={({ currentTarget }) => keep(beginningOn(wanted, currentTarget.value))}
        >
          {WEEKDAYS.map((day) => (
            <option key={day} value={day}>
              {weekdayText(day)}
            </option>
          ))}
        </select>
      </label>
      <label class="toggle">
        <input
          type="checkbox"
          name="toolbar-number"
          checked={wanted.toolbarNumber}
          onChange={({ currentTarget }) =>
            keep({ ...wanted, toolbarNumber: currentTarget.checked })
          }
        />
        <span>{text("toolbarWeek")}</span>
      </label>
      <WeekCallChoice wanted={wanted} />
      <PermittedSwitch
        name="notify"
        words={text("notifyDaily")}
        isOn={wanted.notifyAtMinutes !== undefined}
        onChoose={(isOn) =>
          keepPreferences(having(wanted, "notifyAtMinutes", isOn ? NINE_IN_THE_MORNING : undefined))
        }
      />
      {wanted.notifyAtMinutes !== undefined && (
        <label class="field inline">
          <span>{text("notifyAt")}</span>
          <input
            type="time"
            name="notify-at"
            required
            value={clock(wanted.notifyAtMinutes)}
            onChange={({ currentTarget }) => {
              const minutes = minutesOf(currentTarget.value);
              if (minutes !== undefined) keep({ ...wanted, notifyAtMinutes: minutes });
            }}
          />
        </label>
      )}
      <ActNotice act={act} />
    </fieldset>
  );
}
