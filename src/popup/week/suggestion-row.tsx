import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { ActNotice } from "../../components/acts/act-notice.tsx";
import { useAct } from "../../components/acts/use-act.ts";
import { Glyph, PAGE_SIGNS } from "../../components/pictures/glyph.tsx";
import type { PersonId } from "../../domain/person/person.ts";
import { rowFacts } from "../../domain/suggestions/said.ts";
import type { SuggestedRow } from "../../domain/week/week.ts";
import { nameInSentence } from "../../words/name-text.ts";
import { opener } from "../../words/openers.ts";
import { text } from "../../words/text.ts";
import { PersonRow } from "../people/person-row.tsx";
import { useTone } from "../written/tone.ts";
import { useWrite } from "../written/use-write.ts";
import { WordsBox } from "../written/words-box.tsx";
import { LensMarks } from "./lens-marks.tsx";
import { Outcome } from "./outcome.tsx";
import { RowMore } from "./row-more.tsx";
import { rowWhy } from "./row-why.ts";
import { carryOut, takeBack, type Wish } from "./wish.ts";

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

/** What became of the suggestion: a talk that was noticed before everything, then what the user did here, then before. */
function wishOf({ done }: SuggestedRow, own: Wish | "taken-back" | undefined): Wish | undefined {
  if (done === "noticed") return { what: "done" };
  if (own === "taken-back") return undefined;
  return own ?? (done && { what: "done" });
}

/** One person to write to: why, and what can be done about it. */
export function SuggestionRow({ row, now, isNext, onPerson, onAct, onDone }: SuggestionRowProps) {
  const act = useAct();
  const [writing, write] = useWrite();
  const [tone] = useTone();
  const [own, setOwn] = useState<Wish | "taken-back">();
  const [inWords, setInWords] = useState(false);
  const [isBack, setIsBack] = useState(false);
  const done = useRef<HTMLButtonElement>(null);
  // The button that took it back is gone; the row it brought back has the focus before the browser paints.
  useLayoutEffect(() => {
    if (isBack) done.current?.focus();
  }, [isBack]);
  const wish = wishOf(row, own);
  const carry = (wanted: Wish) => {
    onAct(row);
    act.run(async () => {
      await carryOut(row.id, wanted);
      setInWords(false);
      setIsBack(false);
      setOwn(wanted);
      onDone(row.id, wanted.what === "done");
    });
  };
  const undo = (from: Wish) =>
    act.run(async () => {
      await takeBack(row.id, from);
      setOwn("taken-back");
      setIsBack(true);
      onDone(row.id, false);
    });
  if (wish)
    return (
      <Outcome
        row={row}
        wish={wish}
        act={act}
        {...((row.done !== "noticed" || wish.what !== "done") && { onUndo: () => undo(wish) })}
      />
    );
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
              <WordsBox person={row} now={now} onWrite={(words) => write(row, words)} />
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
        onClick={() => write(row, opener(row, tone, now) ?? "")}
      >
        {text("actionOpener")}
      </button>
      <button
        type="button"
        class="button icon small"
        name="done"
        ref={done}
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
        onUntil={(until) => carry({ what: "later", until })}
        onNever={() => carry({ what: "never" })}
        onWords={() => setInWords(!inWords)}
      />
    </PersonRow>
  );
}
