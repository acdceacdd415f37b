import { useState } from "preact/hooks";
import { browser } from "../browser.ts";
import { ActNotice } from "../components/acts/act-notice.tsx";
import { useAct } from "../components/acts/use-act.ts";
import { changePreferences } from "../components/kept-settings.ts";
import { useToast } from "../components/pieces/toast.tsx";
import { type FirstDay, NINE_IN_THE_MORNING, USUAL_FIRST_DAY } from "../settings/preferences.ts";
import { weekdayText } from "../words/moments.ts";
import { text } from "../words/text.ts";
import { changeSetup } from "./change-setup.ts";
import { DayAndTime } from "./day-and-time.tsx";

const answered = () => changeSetup({ asksForCall: false });

/** The user wants to be called: the icon shows the number, and where the browser allows it, a notification comes. */
const beginCall = (callOn: FirstDay, callAtMinutes: number, allowed: boolean): Promise<void> =>
  changePreferences({
    toolbarNumber: true,
    callOn: allowed ? callOn : null,
    callAtMinutes: allowed ? callAtMinutes : null,
  });

/** Asks whether the user wants to be called back once a week, and when. */
export function CallQuestion({ isShort = false }: { readonly isShort?: boolean }) {
  const act = useAct();
  const [day, setDay] = useState<FirstDay>(USUAL_FIRST_DAY);
  const [minutes, setMinutes] = useState(NINE_IN_THE_MORNING);
  const toast = useToast();
  const remindMe = () => {
    // Browsers ask only in the moment of the click.
    const asked = browser.permissions.request({ permissions: ["notifications"] });
    act.run(async () => {
      const allowed = await asked;
      await beginCall(day, minutes, allowed);
      await answered();
      toast({
        words: allowed ? text("callDone", { day: weekdayText(day) }) : text("callNotAllowed"),
      });
    });
  };
  return (
    <div class="setup-step call-question">
      {!isShort && <p class="soft">{text("callMeans")}</p>}
      <div class="row middle">
        <DayAndTime day={day} minutes={minutes} onDay={setDay} onMinutes={setMinutes} />
      </div>
      <div class="row">
        <button type="button" class="button main" name="call-yes" onClick={remindMe}>
          {text("callYes")}
        </button>
        <button type="button" class="button quiet" name="call-no" onClick={() => act.run(answered)}>
          {text("callNo")}
        </button>
      </div>
      <ActNotice act={act} />
    </div>
  );
}
