import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { lastAnswer, useAnswer } from "../components/acts/use-answer.ts";
import { archiveEnd } from "../domain/tie/coverage.ts";
import { askFromPage } from "../protocol/transport.ts";
import { useHistoryChanges, useToday } from "../components/use-followed.ts";
import { text } from "../words/text.ts";
import { ChangesSection } from "./changes/changes-section.tsx";
import { BackupReminder } from "./backup/backup-reminder.tsx";
import { DataSection } from "./data-section.tsx";
import { hashOf, type PlaceName, type Section, SECTIONS, usePlace } from "./frame/address.ts";
import { HistorySummary } from "./frame/history-summary.tsx";
import { Rail, SECTION_NAMES } from "./frame/rail.tsx";
import { NetworkSection } from "./network/network-section.tsx";
import { PeopleSection } from "./people/people-section.tsx";
import { QuestionsSection } from "./people/questions-section.tsx";
import { PersonPage } from "./person/person-page.tsx";
import { SettingsSection } from "./settings/settings-section.tsx";
import { Deletions } from "../components/pieces/deletions.tsx";
import { WhoseHistory } from "../components/whose-history.tsx";
import type { PersonId } from "../domain/person/person.ts";
import { SampleNotice } from "../setup/sample-notice.tsx";
import { ShownHistory } from "../week/written.ts";
import { WeekSection } from "./week/week-section.tsx";

const askOverview = () => askFromPage.overview();

/** Sections that hold something where nobody is known yet. */
const ALWAYS: readonly Section[] = ["data", "settings"];

const nameOf = (place: PlaceName): string =>
  text(
    place === "person" ? "personCard" : place === "questions" ? "sortOut" : SECTION_NAMES[place],
  );

/** The whole page: the network, what can be done with it, and the data it is made of. */
export function Dashboard({ now: opened }: { readonly now: number }) {
  const [overview, askOverviewAgain] = useAnswer(askOverview);
  const place = usePlace();
  const heading = useRef<HTMLHeadingElement>(null);
  const [round, setRound] = useState(0);
  const askAgain = useCallback(() => {
    askOverviewAgain();
    setRound((before) => before + 1);
  }, [askOverviewAgain]);
  const now = useToday(opened, askAgain);
  useHistoryChanges(askAgain);
  // Where asking again failed, what the user does goes on with what was known.
  const known = lastAnswer(overview);
  const history = known?.history;
  const hasPeople = known !== undefined && known.people > 0 && !known.trouble;
  const sections = SECTIONS.filter((section) => hasPeople || ALWAYS.includes(section));
  const isOpen = hasPeople || ALWAYS.some((section) => section === place.section);
  const isWaiting = overview.state === "asked" && place.section !== "data";
  const shown: PlaceName = isOpen ? place.section : "data";
  const [read, setRead] = useState(shown);
  useEffect(() => {
    document.title = text("pageTitle", { section: nameOf(shown) });
  }, [shown]);
  useLayoutEffect(() => {
    // Listeners hear where they are now; the page that opens first is read from its top.
    if (shown === read || isWaiting) return;
    setRead(shown);
    window.scrollTo({ top: 0 });
    heading.current?.focus({ preventScroll: true });
  }, [shown, read, isWaiting]);
  const title = (section: Section) => (
    <h1 tabIndex={-1} {...(section === shown && { ref: heading })}>
      {text(SECTION_NAMES[section])}
    </h1>
  );
  const [person] = place.within;
  return (
    <ShownHistory.Provider value={history}>
      <Deletions of={history}>
        <div class="frame">
          <Rail sections={sections} shown={isWaiting ? place.section : shown}>
            <SampleNotice onChange={askAgain} />
            <WhoseHistory onChange={askAgain} />
            <HistorySummary overview={overview} now={now} />
            {hasPeople && shown !== "data" && (
              <BackupReminder
                key={history}
                now={now}
                href={hashOf({ section: "data", within: [] })}
              />
            )}
          </Rail>
          {isWaiting && (
            <main class="section">
              <p class="waiting">{text("waiting")}</p>
            </main>
          )}
          {!isWaiting && shown === "week" && (
            <main class="section" key={history}>
              {title("week")}
              <WeekSection
                now={now}
                round={round}
                overdue={known?.staleCount ?? 0}
                isCovered={known !== undefined && archiveEnd(known.coverage) !== undefined}
              />
            </main>
          )}
          {!isWaiting && shown === "people" && (
            <main class="section wide-section" key={history}>
              {title("people")}
              <PeopleSection place={place} now={now} round={round} />
            </main>
          )}
          {!isWaiting && shown === "changes" && (
            <main class="section" key={history}>
              {title("changes")}
              <ChangesSection key={person} place={place} now={now} round={round} />
            </main>
          )}
          {!isWaiting && shown === "network" && (
            <main class="section wide-section" key={history}>
              {title("network")}
              <NetworkSection now={now} />
            </main>
          )}
          {!isWaiting && shown === "settings" && (
            <main class="section">
              {title("settings")}
              <SettingsSection place={place} now={now} onChange={askAgain} />
            </main>
          )}
          {!isWaiting && shown === "questions" && (
            <main class="section" key={history}>
              <h1 tabIndex={-1} ref={heading}>
                {text("sortOut")}
              </h1>
              <QuestionsSection now={now} round={round} />
            </main>
          )}
          {!isWaiting && shown === "person" && (
            <main class="section" key={history}>
              <PersonPage id={(person ?? "") as PersonId} now={now} />
            </main>
          )}
          {/* Always there: an import goes on while the user looks at something else. */}
          <main class="section" hidden={shown !== "data" || isWaiting}>
            {title("data")}
            <DataSection
              overview={overview}
              now={now}
              isShown={shown === "data"}
              onChange={askOverviewAgain}
            />
          </main>
        </div>
      </Deletions>
    </ShownHistory.Provider>
  );
}
