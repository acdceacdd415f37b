import { useEffect, useState } from "preact/hooks";
import type { PersonId } from "../domain/person.ts";
import { Notice } from "../components/notice.tsx";
import { useAnswer } from "../components/use-answer.ts";
import { askFromPage } from "../messages.ts";
import { mode, watchMode, type Mode } from "../settings.ts";
import { text } from "../words/text.ts";
import { refusalText } from "../words/trouble-words.ts";
import { chooseGoal, goal } from "./goal.ts";
import { OverviewPane } from "./overview-pane.tsx";
import { PersonDialog } from "./person-dialog.tsx";
import { PopupHead } from "./popup-head.tsx";
import { SettingsDialog } from "./settings-dialog.tsx";

/** The mode chosen, kept up to date; "asked" until storage has answered. */
function useMode(): Mode | "asked" | undefined {
  const [chosen, setChosen] = useState<Mode | "asked" | undefined>("asked");
  useEffect(() => {
    const gone = new AbortController();
    void mode().then(setChosen);
    watchMode(setChosen, gone.signal);
    return () => gone.abort();
  }, []);
  return chosen;
}

const askOverview = () => askFromPage.overview();
const askWeek = () => askFromPage.week();

/** Whom to write to: the page behind the toolbar icon. */
export function Popup({ now }: { readonly now: number }) {
  const chosen = useMode();
  const [overview, askAgain] = useAnswer(askOverview);
  const [week] = useAnswer(askWeek);
  const [wanted, setWanted] = useState<number>();
  useEffect(() => void goal().then(setWanted), []);
  const [person, setPerson] = useState<PersonId>();
  const [inSettings, setInSettings] = useState(false);
  return (
    <div class="popup">
      <PopupHead onSettings={() => setInSettings(true)} />
      <main>
        {overview.state === "asked" && <p class="waiting">{text("waiting")}</p>}
        {overview.state === "failed" && (
          <Notice kind="danger">
            <p>{refusalText(overview.error)}</p>
            <button type="button" class="button" onClick={askAgain}>
              {text("tryAgain")}
            </button>
          </Notice>
        )}
        {overview.state === "answered" && week.state !== "asked" && chosen !== "asked" && (
          <OverviewPane
            overview={overview.answer}
            week={week.state === "answered" ? week.answer : undefined}
            goal={wanted}
            mode={chosen}
            now={now}
            onPerson={setPerson}
            onChange={askAgain}
          />
        )}
      </main>
      {person !== undefined && (
        <PersonDialog id={person} now={now} onClose={() => setPerson(undefined)} />
      )}
      {inSettings && (
        <SettingsDialog
          mode={chosen === "asked" ? undefined : chosen}
          goal={wanted}
          onGoal={(count) => {
            setWanted(count);
            void chooseGoal(count);
          }}
          onClose={() => setInSettings(false)}
        />
      )}
    </div>
  );
}
