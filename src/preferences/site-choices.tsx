import { ActNotice } from "../components/acts/act-notice.tsx";
import { useChosen } from "../components/acts/use-chosen.ts";
import { chooseMode } from "../components/kept-settings.ts";
import { ModeChoice } from "../components/mode-choice.tsx";
import type { Settings } from "../settings/settings.ts";
import { PauseChoice } from "./pause-choice.tsx";

/** How far Tielight may go on the site, and stopping it for a while. */
export function SiteChoices({ kept }: { readonly kept: Settings }) {
  const { shown, choose, act } = useChosen(kept.mode);
  return (
    <>
      <ModeChoice chosen={shown} onChoose={(wanted) => choose(wanted, () => chooseMode(wanted))} />
      <ActNotice act={act} />
      <PauseChoice asked={kept.pause} />
    </>
  );
}
