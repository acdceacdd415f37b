import { ActNotice } from "../components/acts/act-notice.tsx";
import { useAct } from "../components/acts/use-act.ts";
import { keepPreferences } from "../components/kept-settings.ts";
import { NINE_IN_THE_MORNING, type Preferences, USUAL_FIRST_DAY } from "../settings/preferences.ts";
import { DayAndTime } from "../setup/day-and-time.tsx";
import { text } from "../words/text.ts";
import { PermittedSwitch } from "./permitted-switch.tsx";

/** Whether, when and how the user is called to the week. */
export function WeekCallChoice({ wanted }: { readonly wanted: Preferences }) {
  const act = useAct();
  const { callOn, callAtMinutes = NINE_IN_THE_MORNING, callNames, ...rest } = wanted;
  const keep = (changed: Preferences) => act.runLatest(() => keepPreferences(changed));
  return (
    <>
      <PermittedSwitch
        name="week-call"
        words={text("setupCall")}
        isOn={callOn !== undefined}
        onChoose={(isOn) => keepPreferences(isOn ? { ...wanted, callOn: USUAL_FIRST_DAY } : rest)}
      />
      {callOn !== undefined && (
        <div class="row middle">
          <DayAndTime
            day={callOn}
            minutes={callAtMinutes}
            onDay={(day) => keep({ ...wanted, callOn: day })}
            onMinutes={(minutes) => keep({ ...wanted, callAtMinutes: minutes })}
          />
          <label class="toggle">
            <input
              type="checkbox"
              name="call-names"
              checked={callNames === true}
              onChange={({ currentTarget: { checked } }) => {
                const { callNames: _before, ...unnamed } = wanted;
                keep(checked ? { ...wanted, callNames: true } : unnamed);
              }}
            />
            <span>{text("callNames")}</span>
          </label>
        </div>
      )}
      <ActNotice act={act} />
    </>
  );
}
