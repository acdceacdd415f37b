import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { ActNotice } from "../../components/acts/act-notice.tsx";
import { useAct } from "../../components/acts/use-act.ts";
import type { Made } from "../../domain/records/made.ts";
import type { PersonId } from "../../domain/person/person.ts";
import { askFromPage } from "../../protocol/transport.ts";
import type { DueRow as Due } from "../../domain/week/week.ts";
import { dayText } from "../../words/moments.ts";
import { nameInSentence } from "../../words/name-text.ts";
import { text } from "../../words/text.ts";
import { Glyph, PAGE_SIGNS } from "../../components/pictures/glyph.tsx";
import { PersonRow } from "../people/person-row.tsx";
import { waitsSince } from "../written/written.ts";
import { OutcomeLine } from "./outcome.tsx";
import { RowMore } from "./row-more.tsx";

interface DueRowProps {
  readonly row: Due;
  readonly now: number;
  readonly onPerson: (id: PersonId) => void;
  /** Something is done about the person. */
  readonly onAct: (row: Due) => void;
}

/** What the user did about somebody due, and how that is undone. */
interface Done {
  readonly words: string;
  readonly undo: Made;
}

/** The date that is due moved to this moment; `null` takes it back. */
const dateMoved = ({ reminder }: Due, at: number | null): Made =>
  reminder === undefined ? {} : { reminders: { [reminder]: at } };

/** A value as it was, or none. */
const asBefore = (value: number | undefined) => (value === undefined ? {} : { value });

/** What is chosen when it is done: the date goes, and one's own rhythm begins anew. */
const doneNow = (row: Due, now: number): Made =>
  row.dueBy === "date" ? dateMoved(row, null) : { choices: { inTouchElsewhere: { value: now } } };

const undone = (row: Due): Made =>
  row.dueBy === "date"
    ? dateMoved(row, row.dueAt)
    : { choices: { inTouchElsewhere: asBefore(row.chosen.inTouchElsewhere) } };

const later = (row: Due, until: number): Made =>
  row.dueBy === "date" ? dateMoved(row, until) : { choices: { snoozedUntil: { value: until } } };

const notLater = (row: Due): Made =>
  row.dueBy === "date"
    ? dateMoved(row, row.dueAt)
    : { choices: { snoozedUntil: asBefore(row.chosen.snoozedUntil) } };

/** Why somebody is due: a day, a rhythm, or no reply to what the user wrote. */
function dueText({ dueBy, dueAt, reminder }: Due, now: number): string {
  if (dueBy === "cadence") return text("dueByCadence", { day: dayText(dueAt, now) });
  const since = waitsSince(reminder);
  return since === undefined
    ? text("dueSince", { day: dayText(dueAt, now) })
    : text("dueNoReply", { day: dayText(since, now) });
}

/** Somebody due by a date or by a rhythm of the user's own, with what can be done about it. */
export function DueRow({ row, now, onPerson, onAct }: DueRowProps) {
  const act = useAct();
  const [done, setDone] = useState<Done>();
  const [isBack, setIsBack] = useState(false);
  const first = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (isBack) first.current?.focus();
  }, [isBack]);
  const { id, dueBy } = row;
  const name = nameInSentence(row.name);
  const carry = (made: Made, outcome: Done) => {
    onAct(row);
    act.run(async () => {
      await askFromPage.choose({ id, made });
      setIsBack(false);
      setDone(outcome);
    });
  };
  const undo = ({ undo: made }: Done) =>
    act.run(async () => {
      await askFromPage.choose({ id, made });
      setDone(undefined);
      setIsBack(true);
    });
  if (done)
    return <OutcomeLine tick="✓" words={done.words} hasFocus act={act} onUndo={() => undo(done)} />;
  const label = text(dueBy === "date" ? "doneNamed" : "elsewhereNamed", { name });
  return (
    <PersonRow
      row={row}
      why={dueText(row, now)}
      onPerson={onPerson}
      below={<ActNotice act={act} />}
    >
      <button
        type="button"
        class="button icon small"
        name="done"
        ref={first}
        aria-label={label}
        title={text(dueBy === "date" ? "actionDone" : "wishElsewhere")}
        aria-keyshortcuts="d"
        onClick={() =>
          carry(doneNow(row, Date.now()), {
            words: text(dueBy === "date" ? "dueDone" : "dueElsewhere", { name }),
            undo: undone(row),
          })
        }
      >
        <Glyph sign={PAGE_SIGNS.done} />
      </button>
      <RowMore
        row={row}
        now={now}
        onUntil={(until) =>
          carry(later(row, until), {
            words: text("outcomeLater", { name, day: dayText(until, now) }),
            undo: notLater(row),
          })
        }
      />
    </PersonRow>
  );
}
