import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { ActNotice } from "../../components/acts/act-notice.tsx";
import { useAct } from "../../components/acts/use-act.ts";
import type { PersonId } from "../../domain/person/person.ts";
import { askFromPage } from "../../protocol/transport.ts";
import type { MergedPair } from "../../protocol/page-questions.ts";
import { text } from "../../words/text.ts";
import { MergeFinder } from "./merge-finder.tsx";

interface MergeChoiceProps {
  readonly id: PersonId;
  readonly name: string;
  readonly now: number;
  readonly onChange: () => void;
}

/** How far making two one has come. */
type MergeStep =
  | { readonly at: "closed" | "finding" | "undone" }
  /** Without a pair the word cannot be taken back. */
  | { readonly at: "merged"; readonly pair: MergedPair | undefined };

/** The way from "these two are one" to one card, and back. */
export function MergeChoice({ id, name, now, onChange }: MergeChoiceProps) {
  const act = useAct();
  const [step, setStep] = useState<MergeStep>({ at: "closed" });
  const open = useRef<HTMLButtonElement>(null);
  const undo = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useLayoutEffect(() => {
    // What had the focus is gone: it goes to the way back, or to the button everything began with.
    if (step.at === "merged") undo.current?.focus();
    else if (step.at !== "finding" && wasOpen.current) open.current?.focus();
    wasOpen.current = step.at !== "closed";
  }, [step]);
  const takeBack = (pair: MergedPair) =>
    act.run(async () => {
      await askFromPage.undoMerge(pair);
      setStep({ at: "undone" });
      onChange();
    });
  if (step.at === "finding")
    return (
      <MergeFinder
        id={id}
        name={name}
        now={now}
        onMerged={(pair) => {
          setStep({ at: "merged", pair });
          onChange();
        }}
        onCancel={() => setStep({ at: "closed" })}
      />
    );
  return (
    <div class="kept">
      <div class="row middle">
        {step.at === "merged" ? (
          <>
            <span role="status">{text("mergeDone")}</span>
            {step.pair && (
              <button
                type="button"
                class="button"
                ref={undo}
                onClick={() => step.pair && takeBack(step.pair)}
              >
                {text("undo")}
              </button>
            )}
          </>
        ) : (
          <>
            <button
              type="button"
              name="merge"
              class="button"
              ref={open}
              onClick={() => setStep({ at: "finding" })}
            >
              {text("mergeStart")}
            </button>
            <span class="small soft" role="status">
              {step.at === "undone" && text("mergeUndone")}
            </span>
          </>
        )}
      </div>
      <ActNotice act={act} />
    </div>
  );
}
