import { useEffect, useRef } from "preact/hooks";
import { DASHBOARD } from "../components/own-pages.ts";
import { Glyph, PAGE_SIGNS } from "../components/pictures/glyph.tsx";
import type { PersonId } from "../domain/person/person.ts";
import { isNewArchiveDue } from "../domain/tie/coverage.ts";
import type { Overview } from "../protocol/views.ts";
import type { Week } from "../domain/week/week.ts";
import type { Mode } from "../settings/mode.ts";
import { coverageText } from "../words/coverage-words.ts";
import { text } from "../words/text.ts";
import { BalancePane } from "./balance-pane.tsx";
import type { Filter } from "./people/people-filters.tsx";
import { PeoplePane } from "./people/people-pane.tsx";
import { TroubleNotice } from "../components/trouble-notice.tsx";
import { NobodyKnown, NothingChosen } from "./week/empty-states.tsx";
import { WeekPane } from "./week/week-pane.tsx";
import { WhoseHistory } from "../components/whose-history.tsx";

/** What stands under the search. */
export type View = "week" | "found" | "balance";

interface OverviewPaneProps {
  readonly overview: Overview;
  readonly week: Week | undefined;
  readonly goal: number | undefined;
  readonly mode: Mode | undefined;
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
  useEffect(() => back.current?.focus(), []);
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
  const { overview, week, goal, mode, now, round, view, filter, entered } = props;
  const { onView, onFilter, onOverdue, onEverybody, onPerson, onChange } = props;
  const { trouble, people } = overview;
  if (trouble) return <TroubleNotice trouble={trouble} restore="elsewhere" onChange={onChange} />;
  if (people === 0) return mode === undefined ? <NothingChosen /> : <NobodyKnown mode={mode} />;
  return (
    <>
      {overview.isDiskFull && (
        <TroubleNotice trouble={{ code: "full" }} restore="elsewhere" onChange={onChange} />
      )}
      <WhoseHistory onChange={onChange} />
      {view === "week" && isNewArchiveDue(overview.coverage, now) && (
        <p class="small soft">
          {coverageText(overview.coverage, now)}{" "}
          <a href={DASHBOARD} target="_blank" rel="noreferrer">
            {text("newArchive")}
          </a>
        </p>
      )}
      {view === "week" && (
        <WeekPane
          overview={overview}
          week={week}
          goal={goal}
          now={now}
          round={round}
          onPerson={onPerson}
          onOverdue={onOverdue}
          onChange={onChange}
        />
      )}
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
