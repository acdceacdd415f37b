import { useCallback, useState } from "preact/hooks";
import type { PersonId } from "../../domain/person/person.ts";
import { askFromPage } from "../../protocol/transport.ts";
import type { Overview } from "../../protocol/views.ts";
import type { DueRow as Due, SuggestedRow, Week } from "../../domain/week/week.ts";
import { text } from "../../words/text.ts";
import { SentQuestions } from "./sent-questions.tsx";
import type { Begun } from "../../week/written.ts";
import { DueRow } from "./due-row.tsx";
import { NobodyStale } from "./empty-states.tsx";
import { HelloList } from "./hello-list.tsx";
import { useHeld } from "../../week/held-rows.ts";
import { RepliesLine } from "./replies-line.tsx";
import { StaleList } from "./stale-list.tsx";
import { SuggestionRow } from "./suggestion-row.tsx";
import { WeekHead } from "./week-head.tsx";

interface WeekPaneProps {
  readonly overview: Overview;
  /** Absent where it could not be had: then the list of people going stale says what there is. */
  readonly week: Week | undefined;
  readonly goal: number | undefined;
  /** An archive shows who talked with whom: without one, nobody is called on time. */
  readonly isCovered: boolean;
  readonly now: number;
  /** Another number after every change of the history. */
  readonly round: number;
  readonly onPerson: (id: PersonId) => void;
  /** Leads to everybody who is overdue. */
  readonly onOverdue: () => void;
  /** Something was done after which the lists are others. */
  readonly onChange: () => void;
}

const NOBODY: readonly Due[] = [];

/** How many of the people going stale stand here where nobody is suggested. */
const STALE_ROWS = 5;

/** Whom to write to this week. */
export function WeekPane(props: WeekPaneProps) {
  const { overview, week, goal, isCovered, now, round, onPerson, onOverdue, onChange } = props;
  const [marked, setMarked] = useState<ReadonlyMap<PersonId, boolean>>(new Map());
  const suggested = new Set(
    [...(week?.reconnect ?? []), ...(week?.neverTalked ?? [])].map(({ id }) => id),
  );
  // A suggested person is not called due by the same rhythm a second time.
  const due = (week?.due ?? NOBODY).filter(
    ({ id, dueBy }) => dueBy === "date" || !suggested.has(id),
  );
  const stale = overview.stale.filter(({ id }) => !suggested.has(id)).slice(0, STALE_ROWS);
  const [shownDue, holdDue] = useHeld(due);
  const [reconnect, holdReconnect] = useHeld(week?.reconnect ?? []);
  const [neverTalked, holdNeverTalked] = useHeld(week?.neverTalked ?? []);
  const onDone = useCallback(
    (id: PersonId, done: boolean) => setMarked((before) => new Map(before).set(id, done)),
    [],
  );
  const isDone = ({ id, done }: SuggestedRow) =>
    done === "observed" || (marked.get(id) ?? done !== undefined);
  const list = (rows: readonly SuggestedRow[], onAct: (row: SuggestedRow) => void) => {
    const next = rows.find((row) => !isDone(row));
    return rows.map((row) => (
      <SuggestionRow
        key={row.id}
        row={row}
        now={now}
        isNext={row === next}
        onPerson={onPerson}
        onAct={onAct}
        onDone={onDone}
      />
    ));
  };
  const onSent = useCallback(
    async ({ id }: Begun) => {
      const open = [...reconnect, ...neverTalked].find((row) => row.id === id);
      if (open === undefined || open.done !== undefined) return false;
      await askFromPage.markDone({ id, done: true });
      onDone(id, true);
      onChange();
      return true;
    },
    [reconnect, neverTalked, onDone, onChange],
  );
  const onNotSent = useCallback(
    async ({ id }: Begun) => {
      await askFromPage.markDone({ id, done: false });
      onDone(id, false);
      onChange();
    },
    [onDone, onChange],
  );
  // What is held counts: the way to take it back stands in the list.
  const isQuiet = stale.length + shownDue.length + reconnect.length + neverTalked.length === 0;
  const done = [...reconnect, ...neverTalked].filter(isDone).length;
  const open = reconnect.filter((row) => !isDone(row)).length;
  return (
    <>
      <SentQuestions now={now} round={round} onSent={onSent} onNotSent={onNotSent} />
      {isQuiet && isCovered && <NobodyStale />}
      {reconnect.length > 0 && (
        <section class="week">
          <WeekHead goal={goal ?? reconnect.length} done={done} open={open} />
          <ul class="people">{list(reconnect, holdReconnect)}</ul>
        </section>
      )}
      {shownDue.length > 0 && (
        <section class="due">
          <h2 class="hidden-words">{text("dueHeading")}</h2>
          <ul class="people">
            {shownDue.map((row) => (
              <DueRow key={row.id} row={row} now={now} onPerson={onPerson} onAct={holdDue} />
            ))}
          </ul>
        </section>
      )}
      <HelloList rows={neverTalked} open={reconnect.length + shownDue.length === 0}>
        {list(neverTalked, holdNeverTalked)}
      </HelloList>
      <RepliesLine now={now} round={round} />
      {reconnect.length === 0 && stale.length > 0 && (
        <StaleList
          rows={stale}
          count={overview.staleCount}
          now={now}
          onPerson={onPerson}
          {...(overview.staleCount > stale.length && { onEverybody: onOverdue })}
        />
      )}
    </>
  );
}
