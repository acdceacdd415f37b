import { useCallback, useEffect, useState } from "preact/hooks";
import { Notice } from "../components/notice.tsx";
import { useAnswer } from "../components/use-answer.ts";
import { useKept } from "../components/use-kept.ts";
import { askFromPage } from "../messages.ts";
import { personInHash } from "../person-address.ts";
import { mode, preferences, watchHistories, watchMode, watchPreferences } from "../settings.ts";
import { text } from "../words/text.ts";
import { refusalText } from "../words/trouble-words.ts";
import { AccessNotice } from "./access-notice.tsx";
import { OverviewPane } from "./overview-pane.tsx";
import { PauseNotice } from "./pause-notice.tsx";
import { PersonDialog } from "./person-dialog.tsx";
import { PopupHead } from "./popup-head.tsx";
import { ReaderNotice } from "./reader-notice.tsx";
import { SettingsDialog } from "./settings-dialog.tsx";

/** Whose card is open at first: somebody a card on the site sent the user here for. */
const personAsked = () => personInHash(location.hash);

/** What is noticed comes in bursts; the lists are asked for once after each. */
const QUIET_MS = 250;

const askOverview = () => askFromPage.overview();
const askWeek = () => askFromPage.week();

/** Whom to write to: the page behind the toolbar icon. */
export function Popup({ now }: { readonly now: number }) {
  const chosen = useKept(mode, watchMode);
  const wanted = useKept(preferences, watchPreferences);
  const [overview, askOverviewAgain] = useAnswer(askOverview);
  const [week, askWeekAgain] = useAnswer(askWeek);
  const [person, setPerson] = useState(personAsked);
  const [inSettings, setInSettings] = useState(false);
  const [round, setRound] = useState(0);
  const outdated =
    (overview.state === "answered" && overview.answer.outdated === true) ||
    (week.state === "answered" && week.answer.outdated === true);
  const askAgain = useCallback(() => {
    askOverviewAgain();
    askWeekAgain();
    setRound((before) => before + 1);
  }, [askOverviewAgain, askWeekAgain]);
  useEffect(() => {
    // In a tab or beside the page it stays open while things happen.
    const gone = new AbortController();
    let soon: ReturnType<typeof setTimeout> | undefined;
    watchHistories(() => {
      clearTimeout(soon);
      soon = setTimeout(askAgain, QUIET_MS);
    }, gone.signal);
    return () => {
      clearTimeout(soon);
      gone.abort();
    };
  }, [askAgain]);
  useEffect(() => {
    if (!outdated) return;
    // What was kept is shown at once; a list that cannot be renewed is still a list.
    askFromPage.renewLists().then(
      () => {
        askOverviewAgain();
        askWeekAgain();
      },
      () => {},
    );
  }, [outdated, askOverviewAgain, askWeekAgain]);
  return (
    <div class="popup">
      <PopupHead onSettings={() => setInSettings(true)} />
      <main>
        <PauseNotice />
        <ReaderNotice now={now} />
        {(chosen === "badges" || chosen === "popup") && <AccessNotice />}
        {overview.state === "asked" && <p class="waiting">{text("waiting")}</p>}
        {overview.state === "failed" && (
          <Notice kind="danger">
            <p>{refusalText(overview.error)}</p>
            <button type="button" class="button" onClick={askAgain}>
              {text("tryAgain")}
            </button>
          </Notice>
        )}
        {overview.state === "answered" && week.state !== "asked" && chosen !== "unread" && (
          <OverviewPane
            overview={overview.answer}
            week={week.state === "answered" ? week.answer : undefined}
            goal={wanted === "unread" ? undefined : wanted.weeklyGoal}
            mode={chosen}
            now={now}
            round={round}
            onPerson={setPerson}
            onChange={askAgain}
          />
        )}
      </main>
      {person !== undefined && (
        <PersonDialog
          id={person}
          now={now}
          onClose={() => setPerson(undefined)}
          onChange={askAgain}
        />
      )}
      {inSettings && (
        <SettingsDialog
          onClose={() => {
            setInSettings(false);
            // Whom the lists may show can be changed in there.
            askAgain();
          }}
        />
      )}
    </div>
  );
}
