import { useState } from "preact/hooks";
import { type Act, useAct } from "../components/acts/use-act.ts";
import type { SuggestedRow } from "../domain/week/week.ts";
import { carryOut, takeBack, type SuggestionChoice } from "./suggestion-choice.ts";

/** What became of a suggestion, and the ways to make it so and to take it back. */
export interface SuggestionOutcome {
  /** Absent while the suggestion is open. */
  readonly choice: SuggestionChoice | undefined;
  /** How carrying it out goes. */
  readonly act: Act;
  /** It was just taken back. */
  readonly isBack: boolean;
  readonly carry: (wanted: SuggestionChoice) => void;
  /** Absent where there is nothing to undo: a talk that was observed has happened. */
  readonly undo?: () => void;
}

/** What became of the suggestion: a talk that was observed before everything, then what the user did here, then before. */
function choiceOf(
  { done }: SuggestedRow,
  own: SuggestionChoice | "taken-back" | undefined,
): SuggestionChoice | undefined {
  if (done === "observed") return { what: "done" };
  if (own === "taken-back") return undefined;
  return own ?? (done && { what: "done" });
}

/**
 * What the user chooses for a suggestion.
 *
 * @param onCarry called before it is carried out
 * @param onDone called when it is: whether the suggestion is done from then on
 */
export function useSuggestionChoice(
  row: SuggestedRow,
  onCarry: () => void,
  onDone: (isDone: boolean) => void,
): SuggestionOutcome {
  const act = useAct();
  const [own, setOwn] = useState<SuggestionChoice | "taken-back">();
  const [isBack, setIsBack] = useState(false);
  const choice = choiceOf(row, own);
  return {
    choice,
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
    ...(choice &&
      (row.done !== "observed" || choice.what !== "done") && {
        undo: () =>
          act.run(async () => {
            await takeBack(row.id, choice);
            setOwn("taken-back");
            setIsBack(true);
            onDone(false);
          }),
      }),
  };
}
