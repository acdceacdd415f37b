import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { inTouchElsewhereAt } from "../domain/in-touch-elsewhere.ts";
import type { PersonId } from "../domain/person.ts";
import { askFromPage, type DueRow as Due } from "../messages.ts";
import type { Choices } from "../domain/person.ts";
import { dayText } from "../words/moments.ts";
import { nameInSentence } from "../words/name-text.ts";
import { text } from "../words/text.ts";
import { NotNow } from "./not-now.tsx";
import { OutcomeLine } from "./outcome.tsx";
import { PersonRow } from "./person-row.tsx";

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
  readonly undo: (at: number) => Choices;
}

const elsewhereSince = (since: number | undefined, at: number) =>
  since === undefined ? { at } : { value: since, at };

/** What is chosen when it is done: a date goes, and one's own rhythm begins anew. */
const doneNow = ({ dueBy }: Due, at: number): Choices =>
  dueBy === "date" ? { remindAt: { at } } : { inTouchElsewhere: { value: true, at } };

const undone = ({ dueBy, dueAt, chosen }: Due, at: number): Choices =>
  dueBy === "date"
    ? { remindAt: { value: dueAt, at } }
    : { inTouchElsewhere: elsewhereSince(inTouchElsewhereAt(chosen), at) };

const later = ({ dueBy }: Due, until: number, at: number): Choices =>
  dueBy === "date" ? { remindAt: { value: until, at } } : { snoozedUntil: { value: until, at } };

const notLater = ({ dueBy, dueAt, chosen }: Due, at: number): Choices =>
  dueBy === "date"
    ? { remindAt: { value: dueAt, at } }
    : { snoozedUntil: { value: chosen.snoozedUntil?.value ?? 0, at } };

/** Somebody due by a date or by a rhythm of the user's own, with what can be done about it. */
export function DueRow({ row, now, onPerson, onAct }: DueRowProps) {
  const [done, setDone] = useState<Done>();
  const [isLater, setIsLater] = useState(false);
  const [isBack, setIsBack] = useState(false);
  const first = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (isBack) first.current?.focus();
  }, [isBack]);
  const { id, dueBy, dueAt } = row;
  const name = nameInSentence(row.name);
  const act = (choices: Choices, outcome: Done) => {
    onAct(row);
    setIsLater(false);
    setIsBack(false);
    setDone(outcome);
    void askFromPage.choose({ id, choices });
  };
  if (done)
    return (
      <OutcomeLine
        tick="✓"
        words={done.words}
        hasFocus
        onUndo={() => {
          setDone(undefined);
          setIsBack(true);
          void askFromPage.choose({ id, choices: done.undo(Date.now()) });
        }}
      />
    );
  return (
    <PersonRow row={row} now={now} onPerson={onPerson}>
      <p class="small">
        {text(dueBy === "date" ? "dueSince" : "dueByCadence", dayText(dueAt, now))}
      </p>
      <div class="row">
        <button
          type="button"
          class="button"
          ref={first}
          onClick={() =>
            act(doneNow(row, Date.now()), {
              words: text(dueBy === "date" ? "dueDone" : "dueElsewhere", name),
              undo: (at) => undone(row, at),
            })
          }
        >
          {text(dueBy === "date" ? "actionDone" : "wishElsewhere")}
        </button>
        <button
          type="button"
          class="button quiet"
          aria-expanded={isLater}
          onClick={() => setIsLater(!isLater)}
        >
          {text("actionNotNow")}
        </button>
      </div>
      {isLater && (
        <NotNow
          now={now}
          onUntil={(until) =>
            act(later(row, until, Date.now()), {
              words: text("outcomeLater", name, dayText(until, now)),
              undo: (at) => notLater(row, at),
            })
          }
        />
      )}
    </PersonRow>
  );
}
