import { useCallback, useLayoutEffect, useRef } from "preact/hooks";
import { ActNotice } from "../../components/acts/act-notice.tsx";
import { EmptyState } from "../../components/pieces/empty-state.tsx";
import { Notice } from "../../components/acts/notice.tsx";
import { lastAnswer, useAnswer } from "../../components/acts/use-answer.ts";
import type { DueRow, SuggestedRow, Week } from "../../domain/week/week.ts";
import { useHeld } from "../../week/held-rows.ts";
import { OutcomeLine } from "../../week/outcome.tsx";
import { RowMore } from "../../week/row-more.tsx";
import { WhySuggested } from "../../week/why-suggested.tsx";
import { dueText, useDue } from "../../week/use-due.ts";
import { askFromPage } from "../../protocol/transport.ts";
import { nameInSentence, plainName } from "../../words/name-text.ts";
import { text } from "../../words/text.ts";
import { refusalText } from "../../words/trouble-words.ts";
import { hashOf } from "../frame/address.ts";
import { RepliesTable } from "./replies-table.tsx";
import { SuggestionCard } from "./suggestion-card.tsx";

/** A person's details in the section of people. */
const personHash = (id: string): string => hashOf({ section: "people", within: ["all", id] });

/** The week; made anew first where it is another day's. */
async function weekOfToday() {
  const kept = await askFromPage.week();
  if (kept.outdated === undefined) return kept;
  await askFromPage.renewLists();
  return askFromPage.week();
}

interface DueProps {
  readonly row: DueRow;
  readonly now: number;
  readonly onAct: () => void;
}

/** Somebody due by a date or by a rhythm of the user's own, with what can be done about it. */
function Due({ row, now, onAct }: DueProps) {
  const { said, act, isBack, finish, putOff, undo } = useDue(row, now, onAct);
  const done = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (isBack) done.current?.focus();
  }, [isBack]);
  if (said !== undefined)
    return <OutcomeLine tick="✓" words={said} hasFocus act={act} onUndo={undo} />;
  const name = nameInSentence(row.name);
  return (
    <li class="due">
      <div>
        <a href={personHash(row.id)}>
          <bdi>{plainName(row.name)}</bdi>
        </a>
        <p class="small soft">{dueText(row, now)}</p>
      </div>
      <div class="row">
        <button
          type="button"
          class="button"
          ref={done}
          aria-label={text(row.dueBy === "date" ? "doneNamed" : "elsewhereNamed", { name })}
          onClick={finish}
        >
          {text(row.dueBy === "date" ? "actionDone" : "choiceElsewhere")}
        </button>
        <RowMore row={row} now={now} onUntil={putOff} />
      </div>
      <ActNotice act={act} />
    </li>
  );
}

interface WeekListsProps {
  readonly week: Week;
  readonly now: number;
  /** How many people are overdue, in the week or not. */
  readonly overdue: number;
  readonly isCovered: boolean;
}

/** The lists of a week. What the user did something about stays in its place, with the way back. */
function WeekLists({ week, now, overdue, isCovered }: WeekListsProps) {
  const [reconnect, holdReconnect] = useHeld(week.reconnect);
  const [neverTalked, holdNeverTalked] = useHeld(week.neverTalked);
  const suggested = new Set([...week.reconnect, ...week.neverTalked].map(({ id }) => id));
  // A suggested person is not called due by the same rhythm a second time.
  const [due, holdDue] = useHeld(
    week.due.filter(({ id, dueBy }) => dueBy === "date" || !suggested.has(id)),
  );
  const list = (
    heading: string,
    rows: readonly SuggestedRow[],
    isNotTalked: boolean,
    hold: (row: SuggestedRow) => void,
  ) =>
    rows.length > 0 && (
      <section class="stack">
        <h2>{heading}</h2>
        <ul class="suggestions">
          {rows.map((row) => (
            <SuggestionCard
              key={row.id}
              row={row}
              now={now}
              isNotTalked={isNotTalked}
              person={personHash(row.id)}
              onAct={() => hold(row)}
            />
          ))}
        </ul>
      </section>
    );
  const isQuiet = reconnect.length + neverTalked.length + due.length === 0;
  if (isQuiet && !isCovered)
    return (
      <EmptyState title={text("setupRequest")}>
        <p>{text("setupWhy")}</p>
        <a class="button" href={hashOf({ section: "data", within: [] })}>
          {text("setupHeading")}
        </a>
      </EmptyState>
    );
  if (isQuiet)
    return overdue > 0 ? (
      <EmptyState title={text("staleCount", { count: overdue })}>
        <a class="button" href={hashOf({ section: "people", within: [] })}>
          {text("tabPeople")}
        </a>
      </EmptyState>
    ) : (
      <EmptyState title={text("emptyStale")}>
        <p>{text("emptyStaleNext")}</p>
      </EmptyState>
    );
  return (
    <>
      {due.length > 0 && (
        <section class="panel">
          <h2>{text("dueHeading")}</h2>
          <ul>
            {due.map((row) => (
              <Due key={row.id} row={row} now={now} onAct={() => holdDue(row)} />
            ))}
          </ul>
        </section>
      )}
      {list(text("weekHeading"), reconnect, false, holdReconnect)}
      {list(text("neverTalkedHeading"), neverTalked, true, holdNeverTalked)}
    </>
  );
}

interface WeekSectionProps {
  readonly now: number;
  /** Another number after every change of the history. */
  readonly round: number;
  /** How many people are overdue, in the week or not. */
  readonly overdue: number;
  /** An archive shows who talked with whom: without one, nobody is called on time. */
  readonly isCovered: boolean;
}

/** Whom to write to this week, each with the words to begin with. */
export function WeekSection({ now, round, overdue, isCovered }: WeekSectionProps) {
  const ask = useCallback(async () => ({ week: await weekOfToday(), of: round }), [round]);
  const [answer] = useAnswer(ask);
  const week = lastAnswer(answer)?.week;
  return (
    <>
      {answer.state === "failed" && <Notice kind="danger">{refusalText(answer.error)}</Notice>}
      {answer.state === "asked" && week === undefined && <p class="waiting">{text("waiting")}</p>}
      {week && (
        <WhySuggested week={week}>
          <WeekLists
            // What was done in one week is held in that week alone: where the page stays open, the next begins anew.
            key={week.number}
            week={week}
            now={now}
            overdue={overdue}
            isCovered={isCovered}
          />
        </WhySuggested>
      )}
      {answer.state !== "failed" && <RepliesTable round={round} />}
    </>
  );
}
