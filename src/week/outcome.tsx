import { useLayoutEffect, useRef } from "preact/hooks";
import { ActNotice } from "../components/acts/act-notice.tsx";
import type { Act } from "../components/acts/use-act.ts";
import type { SuggestedRow } from "../domain/week/week.ts";
import { dayText } from "../words/moments.ts";
import { nameInSentence } from "../words/name-text.ts";
import { text } from "../words/text.ts";
import type { SuggestionChoice } from "./suggestion-choice.ts";

interface OutcomeLineProps {
  readonly tick: "✓" | "–";
  readonly words: string;
  /** It came of something the user just did, in whose place it stands. */
  readonly hasFocus: boolean;
  /** How undoing it goes. */
  readonly act: Act;
  /** Absent where there is nothing to undo. */
  readonly onUndo?: () => void;
}

/** What became of a row of a list, in its place, with the way back. */
export function OutcomeLine({ tick, words, hasFocus, act, onUndo }: OutcomeLineProps) {
  const undo = useRef<HTMLButtonElement>(null);
  // The button that had the focus is gone; the way back is where it goes. Before the browser paints: a key pressed in between
  // must not find the focus lost.
  useLayoutEffect(() => {
    if (hasFocus) undo.current?.focus();
  }, [hasFocus]);
  return (
    <li class="outcome">
      <span class="tick" aria-hidden="true">
        {tick}
      </span>
      <span role="status">{words}</span>
      {onUndo && (
        <button type="button" class="button quiet" ref={undo} onClick={onUndo}>
          {text("undo")}
        </button>
      )}
      <ActNotice act={act} />
    </li>
  );
}

interface OutcomeProps {
  readonly row: SuggestedRow;
  readonly choice: SuggestionChoice;
  readonly act: Act;
  /** Absent where there is nothing to undo: a talk that was observed has happened. */
  readonly onUndo?: () => void;
}

function sentence(row: SuggestedRow, choice: SuggestionChoice): string {
  const name = nameInSentence(row.name);
  if (choice.what === "never") return text("outcomeNever", { name });
  if (choice.what === "later")
    return text("outcomeLater", { name, day: dayText(choice.until, Date.now()) });
  return text(row.done === "observed" ? "outcomeObserved" : "outcomeDone", { name });
}

/** What became of a suggestion. The week may open with it; then nothing had the focus. */
export function Outcome({ row, choice, act, onUndo }: OutcomeProps) {
  return (
    <OutcomeLine
      tick={choice.what === "done" ? "✓" : "–"}
      words={sentence(row, choice)}
      hasFocus={row.done === undefined}
      act={act}
      {...(onUndo && { onUndo })}
    />
  );
}
