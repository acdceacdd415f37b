import { ActNotice } from "../../components/acts/act-notice.tsx";
import { useAct } from "../../components/acts/use-act.ts";
import { useKept } from "../../components/acts/use-kept.ts";
import { beginPause, pause, watchPause } from "../../components/kept-settings.ts";
import { isPaused } from "../../settings/pause.ts";
import { text } from "../../words/text.ts";
import { PauseNotice } from "./pause-notice.tsx";

const HOUR_MS = 3_600_000;

/** The next midnight of the reader's calendar. */
function endOfToday(now: number): number {
  const day = new Date(now);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1).getTime();
}

/** Stops the reading for a while: an hour, today, or until the user says. */
export function PauseChoice() {
  const act = useAct();
  const asked = useKept(pause, watchPause);
  if (asked !== "unread" && isPaused(asked, Date.now())) return <PauseNotice />;
  const begin = (until: (now: number) => number | undefined) => {
    const now = Date.now();
    act.run(() => beginPause(until(now), now));
  };
  return (
    <section class="stack-tight" aria-labelledby="pause-heading">
      <h3 id="pause-heading">{text("pauseHeading")}</h3>
      <div class="row">
        <button type="button" class="button" onClick={() => begin((now) => now + HOUR_MS)}>
          {text("pauseHour")}
        </button>
        <button type="button" class="button" onClick={() => begin(endOfToday)}>
          {text("pauseToday")}
        </button>
        <button type="button" class="button" onClick={() => begin(() => undefined)}>
          {text("pauseOpen")}
        </button>
      </div>
      <ActNotice act={act} />
    </section>
  );
}
