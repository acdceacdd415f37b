import type { PersonId } from "../../domain/person/person.ts";
import type { Overview } from "../../protocol/views.ts";
import type { SuggestedRow, Week } from "../../domain/week/week.ts";
import { text } from "../../words/text.ts";
import { DueRow } from "./due-row.tsx";
import { NobodyStale } from "./empty-states.tsx";
import { GoalProgress } from "./goal-progress.tsx";
import { useHeld } from "./held-rows.ts";
import { StaleList } from "./stale-list.tsx";
import { SuggestionRow } from "./suggestion-row.tsx";

interface WeekPaneProps {
  readonly overview: Overview;
  /** Absent where it could not be had: then the list of people going stale says what there is. */
  readonly week: Week | undefined;
  readonly goal: number | undefined;
  readonly now: number;
  readonly onPerson: (id: PersonId) => void;
  readonly onEverybody: () => void;
}

/** How many of the list of people going stale stand under the suggestions. */
const STALE_ROWS = 10;

/** Whom to write to this week, and who comes after them. */
export function WeekPane({ overview, week, goal, now, onPerson, onEverybody }: WeekPaneProps) {
  const suggested = new Set(
    [...(week?.reconnect ?? []), ...(week?.neverTalked ?? [])].map(({ id }) => id),
  );
  // Whoever is suggested is not called due by the same rhythm a second time.
  const due = (week?.due ?? []).filter(({ id, dueBy }) => dueBy === "date" || !suggested.has(id));
  const rest = overview.stale.filter(({ id }) => !suggested.has(id));
  const stale = suggested.size === 0 ? rest : rest.slice(0, STALE_ROWS);
  const [shownDue, holdDue] = useHeld(due);
  const [reconnect, holdReconnect] = useHeld(week?.reconnect ?? []);
  const [neverTalked, holdNeverTalked] = useHeld(week?.neverTalked ?? []);
  const list = (
    heading: string,
    rows: readonly SuggestedRow[],
    onAct: (row: SuggestedRow) => void,
  ) =>
    rows.length > 0 && (
      <section>
        <header class="section-head">
          <h2>{heading}</h2>
        </header>
        <ul class="people">
          {rows.map((row) => (
            <SuggestionRow key={row.id} row={row} now={now} onPerson={onPerson} onAct={onAct} />
          ))}
        </ul>
      </section>
    );
  // What is held counts: the way to take it back stands in the list.
  const isQuiet =
    overview.stale.length + shownDue.length + reconnect.length + neverTalked.length === 0;
  if (isQuiet) return <NobodyStale />;
  return (
    <>
      {goal !== undefined && week && <GoalProgress goal={goal} done={week.doneThisWeek} />}
      {shownDue.length > 0 && (
        <section>
          <header class="section-head">
            <h2>{text("dueHeading")}</h2>
          </header>
          <ul class="people">
            {shownDue.map((row) => (
              <DueRow key={row.id} row={row} now={now} onPerson={onPerson} onAct={holdDue} />
            ))}
          </ul>
        </section>
      )}
      {list(text("weekHeading"), reconnect, holdReconnect)}
      {list(text("neverTalkedHeading"), neverTalked, holdNeverTalked)}
      {rest.length > 0 && (
        <StaleList
          rows={stale}
          count={overview.staleCount}
          now={now}
          onPerson={onPerson}
          {...(overview.staleCount > stale.length && { onEverybody })}
        />
      )}
    </>
  );
}
