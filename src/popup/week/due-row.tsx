import { useLayoutEffect, useRef } from "preact/hooks";
import { ActNotice } from "../../components/acts/act-notice.tsx";
import { Glyph, PAGE_SIGNS } from "../../components/pictures/glyph.tsx";
import type { PersonId } from "../../domain/person/person.ts";
import type { DueRow as Due } from "../../domain/week/week.ts";
import { OutcomeLine } from "../../week/outcome.tsx";
import { RowMore } from "../../week/row-more.tsx";
import { dueText, useDue } from "../../week/use-due.ts";
import { nameInSentence } from "../../words/name-text.ts";
import { text } from "../../words/text.ts";
import { PersonRow } from "../people/person-row.tsx";

interface DueRowProps {
  readonly row: Due;
  readonly now: number;
  readonly onPerson: (id: PersonId) => void;
  /** Something is done about the person. */
  readonly onAct: (row: Due) => void;
}

/** Somebody due by a date or by a rhythm of the user's own, with what can be done about it. */
export function DueRow({ row, now, onPerson, onAct }: DueRowProps) {
  const { said, act, isBack, finish, putOff, undo } = useDue(row, now, () => onAct(row));
  const first = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (isBack) first.current?.focus();
  }, [isBack]);
  if (said !== undefined)
    return <OutcomeLine tick="✓" words={said} hasFocus act={act} onUndo={undo} />;
  const name = nameInSentence(row.name);
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
        aria-label={text(row.dueBy === "date" ? "doneNamed" : "elsewhereNamed", { name })}
        title={text(row.dueBy === "date" ? "actionDone" : "choiceElsewhere")}
        aria-keyshortcuts="d"
        onClick={finish}
      >
        <Glyph sign={PAGE_SIGNS.done} />
      </button>
      <RowMore row={row} now={now} letter="s" onUntil={putOff} />
    </PersonRow>
  );
}
