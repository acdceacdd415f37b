import { ActNotice } from "../components/acts/act-notice.tsx";
import { useChosen } from "../components/acts/use-chosen.ts";
import { changePreferences } from "../components/kept-settings.ts";
import {
  type FirstDay,
  NINE_IN_THE_MORNING,
  type Preferences,
  USUAL_FIRST_DAY,
} from "../settings/preferences.ts";
import { DayAndTime } from "../setup/day-and-time.tsx";
import { text } from "../words/text.ts";
import { PermittedSwitch } from "./permitted-switch.tsx";
import { SwitchChoice } from "./switch-choice.tsx";

/** Begins the call on the usual day, or ends it. */
const letCall = (wanted: boolean): Promise<void> =>
  changePreferences(
    wanted ? { callOn: USUAL_FIRST_DAY } : { callOn: null, callAtMinutes: null, callNames: null },
  );

/** Whether the call names people. */
const CALL_NAMES = {
  choose: (wanted: boolean) => changePreferences({ callNames: wanted }),
};

interface CallTimeProps {
  readonly callOn: FirstDay;
  readonly callAtMinutes: number;
  readonly callNames: boolean;
}

/** When the user is called, and with what. */
function CallTime({ callOn, callAtMinutes, callNames }: CallTimeProps) {
  const day = useChosen(callOn);
  const minutes = useChosen(callAtMinutes);
  return (
    <div class="kept">
      <div class="row middle">
        <DayAndTime
          day={day.shown}
          minutes={minutes.shown}
          onDay={(chosen) => day.choose(chosen, () => changePreferences({ callOn: chosen }))}
          onMinutes={(chosen) =>
            minutes.choose(chosen, () => changePreferences({ callAtMinutes: chosen }))
          }
        />
        <SwitchChoice
          of={CALL_NAMES}
          isOn={callNames}
          name="call-names"
          label={text("callNames")}
        />
      </div>
      <ActNotice act={day.act} />
      <ActNotice act={minutes.act} />
    </div>
  );
}

/** Whether, when and how the user is called to the week. */
export function WeekCallChoice({ wanted }: { readonly wanted: Preferences }) {
  const { callOn, callAtMinutes = NINE_IN_THE_MORNING, callNames = false } = wanted;
  return (
    <>
      <PermittedSwitch
        name="week-call"
        words={text("setupCall")}
        isOn={callOn !== undefined}
        onChoose={letCall}
      />
      {callOn !== undefined && (
        <CallTime callOn={callOn} callAtMinutes={callAtMinutes} callNames={callNames} />
      )}
    </>
  );
}
