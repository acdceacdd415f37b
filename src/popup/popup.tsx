import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import { Notice } from "../components/acts/notice.tsx";
import { lastAnswer, useAnswer } from "../components/acts/use-answer.ts";
import { useKept } from "../components/acts/use-kept.ts";
import { askedPerson } from "../protocol/asked-person.ts";
import { personInHash } from "../protocol/person-address.ts";
import { mode, watchMode } from "../settings/mode.ts";
import { preferences, watchPreferences } from "../settings/preferences.ts";
import { watchHistories } from "../settings/history-changes.ts";
import { text } from "../words/text.ts";
import { refusalText } from "../words/trouble-words.ts";
import { AccessNotice } from "./access-notice.tsx";
import { OverviewPane } from "./overview-pane.tsx";
import { PauseNotice } from "./settings/pause-notice.tsx";
import { PersonDialog } from "./person/person-dialog.tsx";
import { PopupHead } from "./popup-head.tsx";
import { listsAsked, outdatedLists, renewed } from "./people/popup-lists.ts";
import { ReaderNotice } from "./reader-notice.tsx";
import { SettingsDialog } from "./settings/settings-dialog.tsx";

/** The person in the address, for the small window and for links. */
const personInAddress = () => personInHash(location.hash);

/** What is noticed comes in bursts; the lists are asked for once after each. */
const QUIET_MS = 250;

/** Whom to write to: the page behind the toolbar icon. */
export function Popup({ now }: { readonly now: number }) {
  const chosen = useKept(mode, watchMode);
  const wanted = useKept(preferences, watchPreferences);
  const [lists, askListsAgain] = useAnswer(useMemo(listsAsked, []));
  const [person, setPerson] = useState(personInAddress);
  const [inSettings, setInSettings] = useState(false);
  const [round, setRound] = useState(0);
  const history = lastAnswer(lists)?.overview.history;
  const outdated = lists.state === "answered" && outdatedLists(lists.answer) !== undefined;
  const askAgain = useCallback(() => {
    askListsAgain();
    setRound((before) => before + 1);
  }, [askListsAgain]);
  const closePerson = useCallback(() => setPerson(undefined), []);
  const closeSettings = useCallback(() => {
    setInSettings(false);
    // Whom the lists may show can be changed in there.
    askAgain();
  }, [askAgain]);
  useEffect(() => {
    // A badge on the site was clicked. Where nothing of that is known, the popup opens as always.
    askedPerson(Date.now()).then(
      (asked) => asked !== undefined && setPerson(asked),
      () => undefined,
    );
  }, []);
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
    // What is stored is shown meanwhile. Where the lists cannot be made anew they stay as they are.
    if (outdated) renewed().then(askListsAgain, () => {});
  }, [outdated, askListsAgain]);
  const shown = useRef(history);
  useEffect(() => {
    // The card is of a person of the history that was shown before.
    if (shown.current !== undefined && shown.current !== history) setPerson(undefined);
    shown.current = history;
  }, [history]);
  return (
    <div class="popup">
      <PopupHead onSettings={() => setInSettings(true)} />
      <main>
        <PauseNotice />
        <ReaderNotice now={now} />
        {(chosen === "badges" || chosen === "popup") && <AccessNotice />}
        {lists.state === "asked" && <p class="waiting">{text("waiting")}</p>}
        {lists.state === "failed" && (
          <Notice kind="danger">
            <p>{refusalText(lists.error)}</p>
            <button type="button" class="button" onClick={askAgain}>
              {text("tryAgain")}
            </button>
          </Notice>
        )}
        {lists.state === "answered" && chosen !== "unread" && (
          <OverviewPane
            key={history}
            {...lists.answer}
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
          onClose={closePerson}
          onChange={askAgain}
          onPerson={setPerson}
        />
      )}
      {inSettings && <SettingsDialog onClose={closeSettings} />}
    </div>
  );
}
