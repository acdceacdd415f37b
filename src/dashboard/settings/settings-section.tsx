import { useContext, useEffect } from "preact/hooks";
import { Notice } from "../../components/acts/notice.tsx";
import { lastAnswer } from "../../components/acts/use-answer.ts";
import { OPENS_BESIDE, RAILS, STRANGERS } from "../../components/kept-settings.ts";
import { LanguageChoice } from "../../preferences/language-choice.tsx";
import { ThemeChoice } from "../../preferences/theme-choice.tsx";
import { useFollowed } from "../../components/use-followed.ts";
import { BadgePlacesChoice } from "../../preferences/badge-places-choice.tsx";
import { KeptAway } from "../../preferences/kept-away.tsx";
import { PreferenceChoice } from "../../preferences/preference-choice.tsx";
import { SiteChoices } from "../../preferences/site-choices.tsx";
import { SwitchChoice } from "../../preferences/switch-choice.tsx";
import { useShownSettings } from "../../preferences/use-shown-settings.ts";
import { askFromPage } from "../../protocol/transport.ts";
import type { Settings } from "../../settings/settings.ts";
import { ShownHistory } from "../../week/written.ts";
import { text } from "../../words/text.ts";
import { refusalText } from "../../words/trouble-words.ts";
import type { DashboardPlace } from "../frame/address.ts";
import { DeleteManyPanel } from "./delete-many-panel.tsx";
import { HistoriesPanel } from "./histories-panel.tsx";
import { PrivacyPanel } from "./privacy-panel.tsx";
import { RulesPanel } from "./rules-panel.tsx";
import { ShortcutsPanel } from "./shortcuts-panel.tsx";
import { SurfacesRead } from "./surfaces-read.tsx";

const askHistories = () => askFromPage.heldHistories();

interface SettingsSectionProps {
  readonly place: DashboardPlace;
  readonly now: number;
  /** A history was shown, joined or removed. */
  readonly onChange: () => void;
}

/** Where badges stand, beside whom, and what a click on one opens. */
function BadgeChoices({ kept }: { readonly kept: Settings }) {
  return (
    <>
      <SwitchChoice of={RAILS} isOn={kept.showRails} name="show-rails" label={text("showRails")} />
      <SwitchChoice
        of={STRANGERS}
        isOn={kept.showStrangers}
        name="show-strangers"
        label={text("showStrangers")}
      />
      <BadgePlacesChoice without={kept.noBadgesIn} />
      <SwitchChoice
        of={OPENS_BESIDE}
        isOn={kept.opensBeside}
        name="opens-beside"
        label={text("opensBeside")}
      />
    </>
  );
}

/** Everything the user can choose about Tielight, and what it promises. */
export function SettingsSection({ place, now, onChange }: SettingsSectionProps) {
  const answer = useShownSettings();
  const [histories, askHistoriesAgain] = useFollowed(askHistories);
  const history = useContext(ShownHistory);
  const shown = lastAnswer(answer);
  const isWaiting = answer.state === "asked" || histories.state === "asked";
  const [part] = place.within;
  useEffect(() => {
    if (!isWaiting && part !== undefined)
      document.getElementById(`settings-${part}`)?.scrollIntoView();
  }, [isWaiting, part]);
  // Everything at once: what comes later would move what the user is about to press.
  if (isWaiting) return <p class="waiting">{text("waiting")}</p>;
  return (
    <>
      {answer.state === "failed" && <Notice kind="danger">{refusalText(answer.error)}</Notice>}
      <div class="settings-columns">
        {shown && (
          <>
            <section class="panel" id="settings-site">
              <SiteChoices kept={shown.kept} />
              {shown.kept.mode === "badges" && <BadgeChoices kept={shown.kept} />}
              <SurfacesRead mode={shown.kept.mode} now={now} />
            </section>
            <section class="panel" id="settings-reminders">
              <PreferenceChoice wanted={shown.kept.preferences} />
            </section>
            <section class="panel" id="settings-look">
              <ThemeChoice chosen={shown.look} />
              <LanguageChoice chosen={shown.kept.language} />
            </section>
          </>
        )}
        <ShortcutsPanel />
        <div id="settings-accounts">
          <HistoriesPanel
            histories={histories}
            onChange={() => {
              askHistoriesAgain();
              onChange();
            }}
          />
        </div>
        <RulesPanel key={history} />
        <section class="panel" id="settings-people">
          <h2>{text("keptAway")}</h2>
          <p class="soft small">{text("keptAwayLead")}</p>
          <KeptAway />
        </section>
        <DeleteManyPanel key={history} />
        <PrivacyPanel />
      </div>
    </>
  );
}
