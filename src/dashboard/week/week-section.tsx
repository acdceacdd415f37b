import { useCallback, useState } from "preact/hooks";
import { ActNotice } from "../../components/acts/act-notice.tsx";
import { EmptyState } from "../../components/pieces/empty-state.tsx";
import { Notice } from "../../components/acts/notice.tsx";
import { lastAnswer, useAnswer } from "../../components/acts/use-answer.ts";
import { useAct } from "../../components/acts/use-act.ts";
import type { DueRow, SuggestedRow } from "../../domain/week/week.ts";
import { askFromPage } from "../../protocol/transport.ts";
import { dayText } from "../../words/moments.ts";
import { plainName } from "../../words/name-text.ts";
import { text } from "../../words/text.ts";
import { refusalText } from "../../words/trouble-words.ts";
import { hashOf } from "../frame/address.ts";
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

/** A reminder that has come due, with the one act that ends it. */
function Due({ row, now, onDone }: { row: DueRow; now: number; onDone: () => void }) {
  const act = useAct();
  const { id, dueBy, dueAt, reminder } = row;
  const done = () =>
    act.run(async () => {
      await askFromPage.choose({
        id,
        made:
          reminder === undefined
            ? { choices: { inTouchElsewhere: { value: Date.now() } } }
            : { reminders: { [reminder]: null } },
      });
      onDone();
    });
  return (
    <li class="due">
      <div>
        <a href={personHash(id)}>
          <bdi>{plainName(row.name)}</bdi>
        </a>
        <p class="small soft">
          {text(dueBy === "date" ? "dueSince" : "dueByCadence", { day: dayText(dueAt, now) })}
        </p>
      </div>
      <button type="button" class="button" onClick={done}>
        {text(dueBy === "date" ? "actionDone" : "wishElsewhere")}
      </button>
      {act.state.at === "failed" && <ActNotice act={act} />}
    </li>
  );
}

interface WeekSectionProps {
  readonly now: number;
  /** Another number after every change of the history. */
  readonly round: number;
}

/** Whom to write to this week, each with the words to begin with. */
export function WeekSection({ now, round }: WeekSectionProps) {
  const [own, setOwn] = useState(0);
  const ask = useCallback(
    async () => ({ week: await weekOfToday(), of: round + own }),
    [round, own],
  );
  const [answer] = useAnswer(ask);
  const week = lastAnswer(answer)?.week;
  if (answer.state === "failed" && week === undefined)
    return <Notice kind="danger">{refusalText(answer.error)}</Notice>;
  if (week === undefined) return <p class="waiting">{text("waiting")}</p>;
  const { reconnect, neverTalked, due } = week;
  const changed = () => setOwn((before) => before + 1);
  const list = (heading: string, rows: readonly SuggestedRow[]) =>
    rows.length > 0 && (
      <section class="stack">
        <h2>{heading}</h2>
        {rows.map((row) => (
          <SuggestionCard
            key={row.id}
            row={row}
            now={now}
            person={personHash(row.id)}
            onChange={changed}
          />
        ))}
      </section>
    );
  if (reconnect.length + neverTalked.length + due.length === 0)
    return (
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
              <Due key={`${row.id} ${row.reminder}`} row={row} now={now} onDone={changed} />
            ))}
          </ul>
        </section>
      )}
      {list(text("weekHeading"), reconnect)}
      {list(text("neverTalkedHeading"), neverTalked)}
    </>
  );
}
