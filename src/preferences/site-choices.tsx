import { ActNotice } from "../components/acts/act-notice.tsx";
import { useAct } from "../components/acts/use-act.ts";
import { chooseMode } from "../components/kept-settings.ts";
import { ModeChoice } from "../components/mode-choice.tsx";
import type { Settings } from "../settings/settings.ts";
import { PauseChoice } from "./pause-choice.tsx";

/** How far Tielight may go on the site, and stopping it for a while. */
export function SiteChoices({ kept }: { readonly kept: Settings }) {
  const choosing = useAct();
  return (
    <>
      <ModeChoice
        chosen={kept.mode}
        onChoose={(wanted) => choosing.runLatest(() => chooseMode(wanted))}
      />
      <ActNotice act={choosing} />
      <PauseChoice asked={kept.pause} />
    </>
  );
}
