import type { ComponentChildren } from "preact";
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { Notice } from "../components/acts/notice.tsx";
import { lastAnswer, useAnswer } from "../components/acts/use-answer.ts";
import { useKept } from "../components/acts/use-kept.ts";
import { answerRowKeys } from "../components/pieces/row-keys.ts";
import { Deletions } from "../components/pieces/deletions.tsx";
import { askedPerson } from "../protocol/asked-person.ts";
import { personInHash } from "../protocol/person-address.ts";
import { settings, watchSettings } from "../components/kept-settings.ts";
import { useHistoryChanges, useToday } from "../components/use-followed.ts";
import { asSettings, type Settings } from "../settings/settings.ts";
import type { Week } from "../domain/week/week.ts";
import { text } from "../words/text.ts";
import { refusalText } from "../words/trouble-words.ts";
import { AccessNotice } from "./access-notice.tsx";
import { NewsNotice } from "./news-notice.tsx";
import { OverviewPane, type View } from "./overview-pane.tsx";
import { PauseNotice } from "../preferences/pause-notice.tsx";
import { PersonDialog } from "./person/person-dialog.tsx";
import { PopupFoot } from "./popup-foot.tsx";
import { PopupHead } from "./popup-head.tsx";
import { useBackgroundAwake } from "./people/background-awake.ts";
import { EVERYBODY, type Filter } from "./people/people-filters.tsx";
import { listsAsked, outdatedLists, type PopupLists, renewed } from "./people/popup-lists.ts";
import { ReaderNotice } from "./reader-notice.tsx";
import { TabInFront } from "./place/tab-in-front.tsx";
import { SettingsDialog } from "./settings/settings-dialog.tsx";
import { Waiting } from "./week/waiting.tsx";
import { WhySuggested } from "../week/why-suggested.tsx";
import { ShownHistory } from "../week/written.ts";

/** Where the settings cannot be read either, the trouble is said all the same. */
const NOTHING_CHOSEN = asSettings(undefined);

/** The person in the address, for the small window and for links. */
const personInAddress = () => personInHash(location.hash);

interface PopupProps {
  readonly now: number;
  /** The settings, where they were read already. */
  readonly known?: Settings | "unread";
  /** Answers the lists that were asked for before the page was there. */
  readonly early?: () => Promise<PopupLists>;
}

interface ShownProps {
  readonly history: string | undefined;
  readonly week: Week | undefined;
  readonly children: ComponentChildren;
}

/** Tells everything inside whose history it shows, and why people are suggested. */
const Shown = ({ history, week, children }: ShownProps) => (
  <ShownHistory.Provider value={history}>
    <WhySuggested week={week}>{children}</WhySuggested>
  </ShownHistory.Provider>
);

/** Whom to write to: the page behind the toolbar icon. */
export function Popup({ now: opened, known, early }: PopupProps) {
  const kept = useKept(settings, watchSettings, known);
  const [lists, askListsAgain] = useAnswer(useMemo(() => listsAsked(early), [early]));
  const [person, setPerson] = useState(personInAddress);
  const [inSettings, setInSettings] = useState(false);
  const [view, setView] = useState<View>("week");
  const [filter, setFilter] = useState<Filter>(EVERYBODY);
  const [entered, setEntered] = useState(0);
  const [round, setRound] = useState(0);
  const page = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const overview = lastAnswer(lists)?.overview;
  const history = overview?.history;
  const outdated = lists.state === "answered" && outdatedLists(lists.answer) !== undefined;
  useBackgroundAwake();
  const askAgain = useCallback(() => {
    askListsAgain();
    setRound((before) => before + 1);
  }, [askListsAgain]);
  const now = useToday(opened, askAgain);
  // In a tab or beside the page it stays open while things happen.
  useHistoryChanges(askAgain);
  const closePerson = useCallback(() => setPerson(undefined), []);
  const closeSettings = useCallback(() => {
    setInSettings(false);
    // Whom the lists may show can be changed in there.
    askAgain();
  }, [askAgain]);
  const find = useCallback((wantedPeople: Filter) => {
    setFilter(wantedPeople);
    setView("found");
  }, []);
  useEffect(() => {
    // A badge on the site was clicked. Where nothing of that is known, the popup opens as always.
    askedPerson(Date.now()).then(
      (asked) => asked !== undefined && setPerson(asked),
      () => undefined,
    );
  }, []);
  useLayoutEffect(() => field.current?.focus(), []);
  useEffect(() => {
    const gone = new AbortController();
    if (page.current) answerRowKeys(page.current, () => field.current, gone.signal);
    return () => gone.abort();
  }, []);
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
  const back = () => {
    setView("week");
    // The words stay: they are looked for again by an arrow key, and the next letter replaces them.
    field.current?.focus();
    field.current?.select();
  };
  const overdue = () => find({ ...EVERYBODY, late: true, order: "worth" });
  const isReading = kept !== "unread" && (kept.mode === "badges" || kept.mode === "popup");
  const isKnown = overview !== undefined && overview.people > 0 && !overview.trouble;
  return (
    <Shown history={history} week={lastAnswer(lists)?.week}>
      <Deletions of={history}>
        <div
          class="popup"
          ref={page}
          onKeyDown={(event) => {
            // One step back; from the week, Escape closes the popup as it always does.
            if (event.key !== "Escape" || event.defaultPrevented || view === "week") return;
            event.preventDefault();
            back();
          }}
        >
          <PopupHead
            overview={overview}
            now={now}
            words={filter.text}
            field={field}
            onWords={(words) => {
              setFilter({ ...filter, text: words });
              setView(words === "" && view === "found" ? "week" : "found");
            }}
            onEnter={() => {
              setView("found");
              setEntered(entered + 1);
            }}
            onAgain={() => setView("found")}
            onEverybody={() => find(EVERYBODY)}
            onSettings={() => setInSettings(true)}
          />
          <main>
            {isReading && (
              <TabInFront
                now={now}
                isInView={view === "week"}
                isBusy={inSettings}
                person={person}
                onPerson={setPerson}
              />
            )}
            <NewsNotice />
            <PauseNotice />
            <ReaderNotice now={now} />
            {isReading && <AccessNotice />}
            {lists.state === "asked" && <Waiting />}
            {lists.state === "failed" && (
              <Notice kind="danger">
                <p>{refusalText(lists.error)}</p>
                <button type="button" class="button" onClick={askAgain}>
                  {text("tryAgain")}
                </button>
              </Notice>
            )}
            {lists.state === "answered" && (kept !== "unread" || overview?.trouble) && (
              <OverviewPane
                key={history}
                {...lists.answer}
                kept={kept === "unread" ? NOTHING_CHOSEN : kept}
                now={now}
                round={round}
                view={view}
                filter={filter}
                entered={entered}
                onView={(next) => (next === "week" ? back() : setView(next))}
                onFilter={setFilter}
                onOverdue={overdue}
                onEverybody={() => {
                  find(EVERYBODY);
                  // The button goes with what it said.
                  field.current?.focus();
                }}
                onPerson={setPerson}
                onChange={askAgain}
              />
            )}
          </main>
          {isKnown && view === "week" && lists.state === "answered" && (
            <PopupFoot
              overdue={overview.staleCount}
              round={round}
              onOverdue={overdue}
              onBalance={() => setView("balance")}
            />
          )}
        </div>
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
      </Deletions>
    </Shown>
  );
}
