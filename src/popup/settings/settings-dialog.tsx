import { useEffect } from "preact/hooks";
import { ActNotice } from "../../components/acts/act-notice.tsx";
import { LeavingContext, useLeaving } from "../../components/acts/leaving.ts";
import { Notice } from "../../components/acts/notice.tsx";
import { useAct } from "../../components/acts/use-act.ts";
import { lastAnswer, useAnswer } from "../../components/acts/use-answer.ts";
import { Dialog } from "../../components/dialog.tsx";
import { ExportButtons } from "../../components/export-buttons.tsx";
import {
  chooseMode,
  RAILS,
  settings,
  STRANGERS,
  watchHistories,
  watchSettings,
} from "../../components/kept-settings.ts";
import { LanguageChoice } from "../../components/language-choice.tsx";
import { ModeChoice } from "../../components/mode-choice.tsx";
import { WELCOME } from "../../components/own-pages.ts";
import { CARD_SIGNS, Glyph } from "../../components/pictures/glyph.tsx";
import { theme, type ThemePreference, watchTheme } from "../../components/theme.ts";
import { ThemeChoice } from "../../components/theme-choice.tsx";
import { askFromPage } from "../../protocol/transport.ts";
import type { Settings } from "../../settings/settings.ts";
import { text } from "../../words/text.ts";
import { refusalText } from "../../words/trouble-words.ts";
import { KeptAway } from "../../preferences/kept-away.tsx";
import { PauseChoice } from "../../preferences/pause-choice.tsx";
import { PreferenceChoice } from "../../preferences/preference-choice.tsx";
import { SwitchChoice } from "../../preferences/switch-choice.tsx";

/** Everything that the dialog shows. */
interface Shown {
  readonly kept: Settings;
  readonly look: ThemePreference;
  /** How many addresses of deleted people are kept. */
  readonly erasedCount: number;
}

/** All of it at once: what is drawn bit by bit moves under the pointer. */
async function askShown(): Promise<Shown> {
  const [kept, look, erasedCount] = await Promise.all([
    settings(),
    theme(),
    // Settings are changed also where the history cannot be read.
    askFromPage.erasedCount().catch(() => 0),
  ]);
  return { kept, look, erasedCount };
}

function Choices({ kept, look, erasedCount }: Shown) {
  const choosing = useAct();
  return (
    <>
      <ModeChoice
        chosen={kept.mode}
        onChoose={(wanted) => choosing.runLatest(() => chooseMode(wanted))}
      />
      <ActNotice act={choosing} />
      {kept.mode === "badges" && (
        <>
          <SwitchChoice
            of={RAILS}
            isOn={kept.showRails}
            name="show-rails"
            label={text("showRails")}
          />
          <SwitchChoice
            of={STRANGERS}
            isOn={kept.showStrangers}
            name="show-strangers"
            label={text("showStrangers")}
          />
        </>
      )}
      <PauseChoice asked={kept.pause} />
      <PreferenceChoice wanted={kept.preferences} />
      <ThemeChoice chosen={look} />
      <LanguageChoice chosen={kept.language} />
      <KeptAway />
      <section class="stack-tight">
        <h3>{text("exportHeading")}</h3>
        <ExportButtons erasedCount={erasedCount} />
      </section>
    </>
  );
}

/** How far Tielight may go, how it reminds and looks, and the way out for the history. */
export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const [leaving, leave] = useLeaving(onClose);
  const [answer, askAgain] = useAnswer(askShown);
  useEffect(() => {
    const gone = new AbortController();
    watchSettings(askAgain, gone.signal);
    watchTheme(askAgain, gone.signal);
    watchHistories(askAgain, gone.signal);
    return () => gone.abort();
  }, [askAgain]);
  const shown = lastAnswer(answer);
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
          {answer.state === "failed" && <Notice kind="danger">{refusalText(answer.error)}</Notice>}
          {answer.state === "asked" && <p class="waiting">{text("waiting")}</p>}
          {shown && <Choices {...shown} />}
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
