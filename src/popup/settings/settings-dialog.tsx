import { ActNotice } from "../../components/acts/act-notice.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { ExportButtons } from "../../components/export-buttons.tsx";
import { CARD_SIGNS, Glyph } from "../../components/pictures/glyph.tsx";
import { LeavingContext, useLeaving } from "../../components/acts/leaving.ts";
import { LanguageChoice } from "../../components/language-choice.tsx";
import { ModeChoice } from "../../components/mode-choice.tsx";
import { WELCOME } from "../../components/own-pages.ts";
import { ThemeChoice } from "../../components/theme-choice.tsx";
import { useAct } from "../../components/acts/use-act.ts";
import { useKept } from "../../components/acts/use-kept.ts";
import { chooseMode, mode, RAILS, STRANGERS, watchMode } from "../../components/kept-settings.ts";
import { text } from "../../words/text.ts";
import { KeptAway } from "./kept-away.tsx";
import { PauseChoice } from "./pause-choice.tsx";
import { PreferenceChoice } from "./preference-choice.tsx";
import { SwitchChoice } from "./switch-choice.tsx";

/** How far Tielight may go, how it reminds and looks, and the way out for the history. */
export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const [leaving, leave] = useLeaving(onClose);
  const choosing = useAct();
  const chosen = useKept(mode, watchMode);
  return (
    <LeavingContext.Provider value={leaving}>
      <Dialog labelledBy="settings-heading" onClose={leave}>
        <div class="card">
          <header class="card-head">
            <h2 class="card-name" id="settings-heading">
              {text("settings")}
            </h2>
            <button type="button" class="button icon" aria-label={text("close")} onClick={leave}>
              <Glyph sign={CARD_SIGNS.close} />
            </button>
          </header>
          <ModeChoice
            chosen={chosen === "unread" ? undefined : chosen}
            onChoose={(wanted) => choosing.runLatest(() => chooseMode(wanted))}
          />
          <ActNotice act={choosing} />
          {chosen === "badges" && (
            <>
              <SwitchChoice of={RAILS} name="show-rails" label={text("showRails")} />
              <SwitchChoice of={STRANGERS} name="show-strangers" label={text("showStrangers")} />
            </>
          )}
          <PauseChoice />
          <PreferenceChoice />
          <ThemeChoice />
          <LanguageChoice />
          <KeptAway />
          <section class="stack-tight">
            <h3>{text("exportHeading")}</h3>
            <ExportButtons />
          </section>
          <footer class="card-foot small">
            <a href={WELCOME} target="_blank" rel="noreferrer">
              {text("whatTielightDoes")}
            </a>
          </footer>
        </div>
      </Dialog>
    </LeavingContext.Provider>
  );
}
