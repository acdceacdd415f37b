import { useLayoutEffect, useRef } from "preact/hooks";
import { Glyph, PAGE_SIGNS } from "../components/pictures/glyph.tsx";
import type { PersonId } from "../domain/person/person.ts";
import { archiveEnd } from "../domain/tie/coverage.ts";
import type { Overview } from "../protocol/views.ts";
import type { Week } from "../domain/week/week.ts";
import type { Settings } from "../settings/settings.ts";
import { SampleNotice } from "../setup/sample-notice.tsx";
import { CallBox } from "../setup/call-box.tsx";
import { SetupList } from "../setup/setup-list.tsx";
import { nextStep } from "../setup/setup-steps.ts";
import { text } from "../words/text.ts";
import { BalancePane } from "./balance-pane.tsx";
import type { Filter } from "./people/people-filters.tsx";
import { PeoplePane } from "./people/people-pane.tsx";
import { MistakeNotice } from "./mistake-notice.tsx";
import { TroubleNotice } from "../components/trouble-notice.tsx";
import { NobodyKnown } from "./week/empty-states.tsx";
import { WeekPane } from "./week/week-pane.tsx";
import { WhoseHistory } from "../components/whose-history.tsx";
import { ArchiveLine } from "../setup/archive-line.tsx";
import { UnclaimedNotice } from "./unclaimed-notice.tsx";

/** What stands under the search. */
export type View = "week" | "found" | "balance";

interface OverviewPaneProps {
  readonly overview: Overview;
  readonly week: Week | undefined;
  readonly kept: Settings;
  readonly now: number;
  /** Another number after every change the user made. */
  readonly round: number;
  readonly view: View;
  readonly filter: Filter;
  /** Another number whenever the first person found is to be opened. */
  readonly entered: number;
  readonly onView: (view: View) => void;
  readonly onFilter: (filter: Filter) => void;
  readonly onOverdue: () => void;
  readonly onEverybody: () => void;
  readonly onPerson: (id: PersonId) => void;
  /** Something was done after which the overview is another. */
  readonly onChange: () => void;
}

/** The balance with the way back to the week. */
function BalanceView({ onBack }: { readonly onBack: () => void }) {
  const back = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => back.current?.focus(), []);
  return (
    <>
      <div class="view-head">
        <button type="button" class="button quiet" name="back" ref={back} onClick={onBack}>
          <Glyph sign={PAGE_SIGNS.back} sideways />
          {text("tabWeek")}
        </button>
      </div>
      <BalancePane />
    </>
  );
}

/** What there is to do, or why there is nothing. */
export function OverviewPane(props: OverviewPaneProps) {
  const { overview, week, kept, now, round, view, filter, entered } = props;
  const { onView, onFilter, onOverdue, onEverybody, onPerson, onChange } = props;
  const { trouble, people, coverage } = overview;
  if (trouble) return <TroubleNotice trouble={trouble} restore="elsewhere" onChange={onChange} />;
  const hasArchive = archiveEnd(coverage) !== undefined;
  const step = nextStep(kept, coverage, now);
  // Where an archive is in, and only a newer one is worth asking for, a line says so: the week has the room.
  const isWhole = step === "choose" || (step !== undefined && !hasArchive);
  const setup = isWhole && (
    <SetupList step={step} kept={kept} overview={overview} now={now} place="popup" />
  );
  const doubts = (
    <>
      {overview.hasMistake && <MistakeNotice />}
      {overview.unclaimed !== undefined && (
        <UnclaimedNotice count={overview.unclaimed} onChange={onChange} />
      )}
    </>
  );
  if (people === 0)
    return (
      <>
        {doubts}
        {setup || (kept.mode !== undefined && <NobodyKnown mode={kept.mode} />)}
      </>
    );
  return (
    <>
      {doubts}
      <SampleNotice onChange={onChange} />
      {overview.isDiskFull && (
        <TroubleNotice trouble={{ code: "full" }} restore="elsewhere" onChange={onChange} />
      )}
      <WhoseHistory onChange={onChange} />
      {view === "week" && setup}
      {view === "week" && !isWhole && (
        <ArchiveLine kept={kept} coverage={coverage} now={now} people={people} />
      )}
      {view === "week" && (
        <WeekPane
          // What was done in one week is held in that week alone: where the page stays open, the next begins anew.
          key={week?.number}
          overview={overview}
          week={week}
          goal={kept.preferences.weeklyGoal}
          isCovered={hasArchive}
          now={now}
          round={round}
          onPerson={onPerson}
          onOverdue={onOverdue}
          onChange={onChange}
        />
      )}
      {view === "week" && step === "call" && <CallBox />}
      {view === "found" && (
        <PeoplePane
          filter={filter}
          now={now}
          round={round}
          entered={entered}
          onFilter={onFilter}
          onPerson={onPerson}
          onBack={() => onView("week")}
          onEverybody={onEverybody}
        />
      )}
      {view === "balance" && <BalanceView onBack={() => onView("week")} />}
    </>
  );
}
