import { useState } from "preact/hooks";
import { Tabs } from "../components/tabs.tsx";
import type { PersonId } from "../domain/person/person.ts";
import type { Overview } from "../protocol/views.ts";
import type { Week } from "../domain/week/week.ts";
import type { Mode } from "../settings/mode.ts";
import { coverageText } from "../words/coverage-words.ts";
import { text } from "../words/text.ts";
import { BalancePane } from "./balance-pane.tsx";
import { NobodyKnown, NothingChosen } from "./week/empty-states.tsx";
import { PeoplePane } from "./people/people-pane.tsx";
import { TroubleNotice } from "./trouble-notice.tsx";
import { WeekPane } from "./week/week-pane.tsx";
import { WhoseHistory } from "./whose-history.tsx";

interface OverviewPaneProps {
  readonly overview: Overview;
  readonly week: Week | undefined;
  readonly goal: number | undefined;
  readonly mode: Mode | undefined;
  readonly now: number;
  /** Another number after every change the user made. */
  readonly round: number;
  readonly onPerson: (id: PersonId) => void;
  /** Something was done after which the overview is another. */
  readonly onChange: () => void;
}

type Pane = "week" | "people" | "balance";

/** What there is to do, or why there is nothing. */
export function OverviewPane(props: OverviewPaneProps) {
  const { overview, week, goal, mode, now, round, onPerson, onChange } = props;
  const { trouble, people, interactions, coverage, owner } = overview;
  const [pane, setPane] = useState<Pane>("week");
  const [late, setLate] = useState(false);
  if (trouble) return <TroubleNotice trouble={trouble} onAccept={onChange} />;
  if (people === 0) return mode === undefined ? <NothingChosen /> : <NobodyKnown mode={mode} />;
  return (
    <>
      <Tabs
        label={text("views")}
        tabs={[
          { name: "week", label: text("tabWeek") },
          { name: "people", label: text("tabPeople") },
          { name: "balance", label: text("tabBalance") },
        ]}
        chosen={pane}
        onChoose={(name) => {
          setLate(false);
          setPane(name);
        }}
      />
      <div class="stack" role="tabpanel" id={`panel-${pane}`} aria-labelledby={`tab-${pane}`}>
        {pane === "week" && (
          <WeekPane
            overview={overview}
            week={week}
            goal={goal}
            now={now}
            onPerson={onPerson}
            onEverybody={() => {
              setLate(true);
              setPane("people");
            }}
          />
        )}
        {pane === "people" && (
          <PeoplePane now={now} late={late} round={round} onPerson={onPerson} />
        )}
        {pane === "balance" && <BalancePane />}
      </div>
      <footer class="popup-foot soft small">
        <WhoseHistory owner={owner} onChange={onChange} />
        <p>
          {text("peopleCount", { count: people })} ·{" "}
          {text("interactionCount", { count: interactions })}
        </p>
        <p>{coverageText(coverage, now)}</p>
      </footer>
    </>
  );
}
