import { useState } from "preact/hooks";
import { type Act, useAct } from "../components/acts/use-act.ts";
import type { SuggestedRow } from "../domain/week/week.ts";
import { carryOut, takeBack, type Wish } from "./wish.ts";

/** What became of a suggestion, and the ways to make it so and to take it back. */
export interface Wished {
  /** Absent while the suggestion is open. */
  readonly wish: Wish | undefined;
  /** How carrying it out goes. */
  readonly act: Act;
  /** It was just taken back. */
  readonly isBack: boolean;
  readonly carry: (wanted: Wish) => void;
  /** Absent where there is nothing to undo: a talk that was noticed has happened. */
  readonly undo?: () => void;
}

/** What became of the suggestion: a talk that was noticed before everything, then what the user did here, then before. */
function wishOf({ done }: SuggestedRow, own: Wish | "taken-back" | undefined): Wish | undefined {
  if (done === "noticed") return { what: "done" };
  if (own === "taken-back") return undefined;
  return own ?? (done && { what: "done" });
}

/**
 * What the user wishes for a suggestion.
 *
 * @param onCarry called before it is carried out
 * @param onDone called when it is: whether the suggestion is done from then on
 */
export function useWish(
  row: SuggestedRow,
  onCarry: () => void,
  onDone: (isDone: boolean) => void,
): Wished {
  const act = useAct();
  const [own, setOwn] = useState<Wish | "taken-back">();
  const [isBack, setIsBack] = useState(false);
  const wish = wishOf(row, own);
  return {
    wish,
    act,
    isBack,
    carry(wanted) {
      onCarry();
      act.run(async () => {
        await carryOut(row.id, wanted);
        setIsBack(false);
        setOwn(wanted);
        onDone(wanted.what === "done");
      });
    },
    ...(wish &&
      (row.done !== "noticed" || wish.what !== "done") && {
        undo: () =>
          act.run(async () => {
            await takeBack(row.id, wish);
            setOwn("taken-back");
            setIsBack(true);
            onDone(false);
          }),
      }),
  };
}
