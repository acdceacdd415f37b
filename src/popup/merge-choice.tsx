import { useEffect, useRef, useState } from "preact/hooks";
import type { PersonId } from "../domain/person.ts";
import { askFromPage } from "../messages.ts";
import { text } from "../words/text.ts";
import { MergeFinder } from "./merge-finder.tsx";

interface MergeChoiceProps {
  readonly id: PersonId;
  readonly name: string;
  readonly now: number;
  readonly onChange: () => void;
}

/** How far making two one has come. */
type Step = "closed" | "finding" | "merged" | "undone";

/** The way from "these two are one" to one card, and back. */
export function MergeChoice({ id, name, now, onChange }: MergeChoiceProps) {
  const [step, setStep] = useState<Step>("closed");
  const open = useRef<HTMLButtonElement>(null);
  const undo = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    // What had the focus is gone: it goes to the way back, or to the button everything began with.
    if (step === "merged") undo.current?.focus();
    else if (step !== "finding" && wasOpen.current) open.current?.focus();
    wasOpen.current = step !== "closed";
  }, [step]);
  const takeBack = async () => {
    const [latest] = (await askFromPage.personDetails({ id }))?.merges ?? [];
    if (latest) await askFromPage.takeApart({ id, merge: latest.id });
    setStep("undone");
    onChange();
  };
  if (step === "finding")
    return (
      <MergeFinder
        id={id}
        name={name}
        now={now}
        onMerged={() => {
          setStep("merged");
          onChange();
        }}
        onCancel={() => setStep("closed")}
      />
    );
  return (
    <div class="row middle">
      {step === "merged" ? (
        <>
          <span role="status">{text("mergeDone")}</span>
          <button type="button" class="button" ref={undo} onClick={() => void takeBack()}>
            {text("undo")}
          </button>
        </>
      ) : (
        <>
          <button
            type="button"
            name="merge"
            class="button"
            ref={open}
            onClick={() => setStep("finding")}
          >
            {text("mergeStart")}
          </button>
          <span class="small soft" role="status">
            {step === "undone" && text("mergeUndone")}
          </span>
        </>
      )}
    </div>
  );
}
