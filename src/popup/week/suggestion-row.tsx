import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { ActNotice } from "../../components/acts/act-notice.tsx";
import { Glyph, PAGE_SIGNS } from "../../components/pictures/glyph.tsx";
import type { PersonId } from "../../domain/person/person.ts";
import { rowFacts } from "../../domain/suggestions/said.ts";
import type { SuggestedRow } from "../../domain/week/week.ts";
import { nameInSentence } from "../../words/name-text.ts";
import { opener } from "../../words/openers.ts";
import { text } from "../../words/text.ts";
import { PersonRow } from "../people/person-row.tsx";
import { useTemplates, useTone } from "../../week/tone.ts";
import { useWrite } from "../../week/use-write.ts";
import { useSuggestionChoice } from "../../week/use-suggestion-choice.ts";
import { WordsBox } from "../../week/words-box.tsx";
import { LensMarks } from "./lens-marks.tsx";
import { Outcome } from "../../week/outcome.tsx";
import { RowMore } from "../../week/row-more.tsx";
import { rowWhy } from "../../week/row-why.ts";

interface SuggestionRowProps {
  readonly row: SuggestedRow;
  readonly now: number;
  /** It is the next one to write to. */
  readonly isNext: boolean;
  readonly onPerson: (id: PersonId) => void;
  /** Something is done about the person. */
  readonly onAct: (row: SuggestedRow) => void;
  /** The suggestion was marked as done, or that was taken back. */
  readonly onDone: (id: PersonId, done: boolean) => void;
}

/** One person to write to: why, and what can be done about it. */
export function SuggestionRow({ row, now, isNext, onPerson, onAct, onDone }: SuggestionRowProps) {
  const [writing, write] = useWrite();
  const [tone] = useTone();
  const templates = useTemplates();
  const [inWords, setInWords] = useState(false);
  const doneButton = useRef<HTMLButtonElement>(null);
  const { choice, act, isBack, carry, undo } = useSuggestionChoice(
    row,
    () => onAct(row),
    (isDone) => {
      setInWords(false);
      onDone(row.id, isDone);
    },
  );
  // The button that took it back is gone; the row it brought back has the focus before the browser paints.
  useLayoutEffect(() => {
    if (isBack) doneButton.current?.focus();
  }, [isBack]);
  if (choice)
    return <Outcome row={row} choice={choice} act={act} {...(undo && { onUndo: undo })} />;
  const name = nameInSentence(row.name);
  return (
    <PersonRow
      row={row}
      why={rowWhy(row, now)}
      isNext={isNext}
      onPerson={onPerson}
      below={
        <>
          {inWords && (
            <>
              <LensMarks lens={rowFacts(row.tie, row.reasons, row.lens).lens} />
              <WordsBox hasFocus person={row} now={now} onWrite={(words) => write(row, words)} />
            </>
          )}
          <ActNotice act={act} />
          <ActNotice act={writing} />
        </>
      }
    >
      <button
        type="button"
        class={`button small ${isNext ? "main" : ""}`}
        name="write"
        aria-label={text("writeTo", { name })}
        aria-keyshortcuts="w"
        onClick={() => write(row, opener(row, tone, now, templates) ?? "")}
      >
        {text("actionOpener")}
      </button>
      <button
        type="button"
        class="button icon small"
        name="done"
        ref={doneButton}
        aria-label={text("doneNamed", { name })}
        title={text("actionDone")}
        aria-keyshortcuts="d"
        onClick={() => carry({ what: "done" })}
      >
        <Glyph sign={PAGE_SIGNS.done} />
      </button>
      <RowMore
        row={row}
        now={now}
        letter="s"
        onUntil={(until) => carry({ what: "later", until })}
        onNever={() => carry({ what: "never" })}
        onWords={() => setInWords(!inWords)}
      />
    </PersonRow>
  );
}
