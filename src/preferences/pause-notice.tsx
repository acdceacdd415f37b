import { ActNotice } from "../components/acts/act-notice.tsx";
import { Notice } from "../components/acts/notice.tsx";
import { useAct } from "../components/acts/use-act.ts";
import { useKept } from "../components/acts/use-kept.ts";
import { endPause, pause, watchPause } from "../components/kept-settings.ts";
import { isPaused, type Pause } from "../settings/pause.ts";
import { momentText } from "../words/moments.ts";
import { text } from "../words/text.ts";
import { usePauseEnd } from "./use-pause-end.ts";

interface PauseNoticeProps {
  /** The pause where it has been read; absent to read it here. */
  readonly known?: Pause;
}

/** Says that nothing is being read, and ends it. */
export function PauseNotice({ known }: PauseNoticeProps) {
  const act = useAct();
  const asked = useKept(pause, watchPause, known ?? "unread");
  usePauseEnd(asked === "unread" ? undefined : asked?.until);
  if (asked === "unread" || asked === undefined || !isPaused(asked, Date.now())) return null;
  return (
    <Notice kind="calm">
      <p>
        {asked.until === undefined
          ? text("paused")
          : text("pausedUntil", { moment: momentText(asked.until) })}
      </p>
      <div class="row">
        <button type="button" class="button" onClick={() => act.run(endPause)}>
          {text("pauseEnd")}
        </button>
      </div>
      <ActNotice act={act} />
    </Notice>
  );
}
