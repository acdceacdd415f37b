import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { ActNotice } from "../../components/acts/act-notice.tsx";
import { useAct } from "../../components/acts/use-act.ts";
import type { PersonId } from "../../domain/person/person.ts";
import { rowFacts } from "../../domain/suggestions/said.ts";
import type { SuggestedRow } from "../../domain/week/week.ts";
import { text } from "../../words/text.ts";
import { LensMarks } from "./lens-marks.tsx";
import { NotNow } from "./not-now.tsx";
import { OpenerBox } from "./opener-box.tsx";
import { Outcome } from "./outcome.tsx";
import { PersonRow } from "../people/person-row.tsx";
import { carryOut, takeBack, type Wish } from "./wish.ts";

interface SuggestionRowProps {
  readonly row: SuggestedRow;
  readonly now: number;
  readonly onPerson: (id: PersonId) => void;
  /** Something is done about the person. */
  readonly onAct: (row: SuggestedRow) => void;
}

/** What of a suggestion is unfolded. */
type Unfolded = "opener" | "later" | undefined;

/** What became of the suggestion: a talk that was noticed before everything, then what the user did here, then before. */
function wishOf({ done }: SuggestedRow, own: Wish | "taken-back" | undefined): Wish | undefined {
  if (done === "noticed") return { what: "done" };
  if (own === "taken-back") return undefined;
  return own ?? (done && { what: "done" });
}

/** One person to write to: why, what they offer, and what can be done about it. */
export function SuggestionRow({ row, now, onPerson, onAct }: SuggestionRowProps) {
  const act = useAct();
  const [own, setOwn] = useState<Wish | "taken-back">();
  const [unfolded, setUnfolded] = useState<Unfolded>();
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
      setUnfolded(undefined);
      setIsBack(false);
      setOwn(wanted);
    });
  };
  const undo = (from: Wish) =>
    act.run(async () => {
      await takeBack(row.id, from);
      setOwn("taken-back");
      setIsBack(true);
    });
  const toggle = (which: Unfolded) => setUnfolded(unfolded === which ? undefined : which);
  if (wish)
    return (
      <Outcome
        row={row}
        wish={wish}
        act={act}
        {...((row.done !== "noticed" || wish.what !== "done") && { onUndo: () => undo(wish) })}
      />
    );
  return (
    <PersonRow row={row} now={now} onPerson={onPerson}>
      <LensMarks lens={rowFacts(row.tie, row.reasons, row.lens).lens} />
      <div class="actions">
        <button
          type="button"
          class="button"
          aria-expanded={unfolded === "opener"}
          onClick={() => toggle("opener")}
        >
          {text("actionOpener")}
        </button>
        <button type="button" class="button" ref={done} onClick={() => carry({ what: "done" })}>
          {text("actionDone")}
        </button>
        <button
          type="button"
          class="button quiet"
          aria-expanded={unfolded === "later"}
          onClick={() => toggle("later")}
        >
          {text("actionNotNow")}
        </button>
      </div>
      {unfolded === "opener" && <OpenerBox row={row} now={now} />}
      {unfolded === "later" && (
        <NotNow
          now={now}
          onUntil={(until) => carry({ what: "later", until })}
          onNever={() => carry({ what: "never" })}
        />
      )}
      <ActNotice act={act} />
    </PersonRow>
  );
}
