import { ActNotice } from "../components/acts/act-notice.tsx";
import { useAct } from "../components/acts/use-act.ts";
import { beginPause } from "../components/kept-settings.ts";
import { isPaused, type Pause } from "../settings/pause.ts";
import { text, type TextKey } from "../words/text.ts";
import { PauseNotice } from "./pause-notice.tsx";
import { usePauseEnd } from "./use-pause-end.ts";

const HOUR_MS = 3_600_000;

/** The next midnight of the reader's calendar. */
function endOfToday(now: number): number {
  const day = new Date(now);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1).getTime();
}

/** How long a pause may be: its name, and its end for a beginning (ms); no end is until the user says. */
export const PAUSES: readonly {
  readonly name: TextKey;
  readonly until: (now: number) => number | undefined;
}[] = [
  { name: "pauseHour", until: (now) => now + HOUR_MS },
  { name: "pauseToday", until: endOfToday },
  { name: "pauseOpen", until: () => undefined },
];

interface PauseChoiceProps {
  /** The pause that was asked for last, over or not. */
  readonly asked: Pause | undefined;
}

/** Stops the reading for a while: an hour, today, or until the user says. */
export function PauseChoice({ asked }: PauseChoiceProps) {
  const act = useAct();
  usePauseEnd(asked?.until);
  if (asked && isPaused(asked, Date.now())) return <PauseNotice known={asked} />;
  return (
    <fieldset class="pause">
      <legend>{text("pauseHeading")}</legend>
      <div class="row">
        {PAUSES.map(({ name, until }) => (
          <button
            key={name}
            type="button"
            class="button"
            onClick={() => {
              const now = Date.now();
              act.run(() => beginPause(until(now), now));
            }}
          >
            {text(name)}
          </button>
        ))}
      </div>
      <ActNotice act={act} />
    </fieldset>
  );
}
