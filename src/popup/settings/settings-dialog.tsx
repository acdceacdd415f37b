import { LeavingContext, useLeaving } from "../../components/acts/leaving.ts";
import { Notice } from "../../components/acts/notice.tsx";
import { lastAnswer } from "../../components/acts/use-answer.ts";
import { Dialog } from "../../components/dialog.tsx";
import { SETTINGS_PAGE, WELCOME } from "../../components/own-pages.ts";
import { CARD_SIGNS, Glyph } from "../../components/pictures/glyph.tsx";
import { ThemeChoice } from "../../preferences/theme-choice.tsx";
import { SiteChoices } from "../../preferences/site-choices.tsx";
import { useShownSettings } from "../../preferences/use-shown-settings.ts";
import { text } from "../../words/text.ts";
import { refusalText } from "../../words/trouble-words.ts";

/** What is changed most: how far Tielight may go, a pause, the look. Everything else is on the page. */
export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const [leaving, leave] = useLeaving(onClose);
  const answer = useShownSettings();
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
          {shown && (
            <>
              <SiteChoices kept={shown.kept} />
              <ThemeChoice chosen={shown.look} />
            </>
          )}
          {answer.state !== "asked" && (
            <footer class="card-foot small">
              <a class="alone" href={SETTINGS_PAGE} target="_blank" rel="noreferrer">
                {text("settingsAll")}
              </a>
              <a class="alone" href={WELCOME} target="_blank" rel="noreferrer">
                {text("whatTielightDoes")}
              </a>
              <a class="alone" href={`${WELCOME}#guide`} target="_blank" rel="noreferrer">
                {text("guideHeading")}
              </a>
            </footer>
          )}
        </div>
      </Dialog>
    </LeavingContext.Provider>
  );
}
