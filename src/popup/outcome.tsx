import { useLayoutEffect, useRef } from "preact/hooks";
import type { SuggestedRow } from "../messages.ts";
import { dayText } from "../words/moments.ts";
import { nameInSentence } from "../words/name-text.ts";
import { text } from "../words/text.ts";
import type { Wish } from "./wish.ts";

interface OutcomeProps {
  readonly row: SuggestedRow;
  readonly wish: Wish;
  /** Absent where there is nothing to undo: a talk that was noticed has happened. */
  readonly onUndo?: () => void;
}

function sentence(row: SuggestedRow, wish: Wish): string {
  const name = nameInSentence(row.name);
  if (wish.what === "never") return text("outcomeNever", name);
  if (wish.what === "later") return text("outcomeLater", name, dayText(wish.until, Date.now()));
  return text(row.done === "noticed" ? "outcomeNoticed" : "outcomeDone", name);
}

/** What became of a suggestion, in its place, with the way back. */
export function Outcome({ row, wish, onUndo }: OutcomeProps) {
  const undo = useRef<HTMLButtonElement>(null);
  // The button that had the focus is gone; the way back is where it goes, unless the week opened like this. Before the browser
  // paints: a key pressed in between must not find the focus lost.
  useLayoutEffect(() => {
    if (row.done === undefined) undo.current?.focus();
  }, [row.done]);
  return (
    <li class="outcome">
      <span class="tick" aria-hidden="true">
        {wish.what === "done" ? "✓" : "–"}
      </span>
      <span role="status">{sentence(row, wish)}</span>
      {onUndo && (
        <button type="button" class="button quiet" ref={undo} onClick={onUndo}>
          {text("undo")}
        </button>
      )}
    </li>
  );
}
