import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { ActNotice } from "../../components/acts/act-notice.tsx";
import { useAct } from "../../components/acts/use-act.ts";
import { useDeletePeople } from "../../components/pieces/deletions.tsx";
import type { PersonId } from "../../domain/person/person.ts";
import { askFromPage } from "../../protocol/transport.ts";
import { nameInSentence } from "../../words/name-text.ts";
import { listText, numberText, text } from "../../words/text.ts";
import { NOBODY, type Selection } from "./selection.ts";
import { SelectionForm } from "./selection-form.tsx";
import {
  ACT_NAMES,
  type ActChoices,
  type ActName,
  chooseForMany,
  madeBy,
  mergeMany,
  NAMES,
  type UndoableAct,
} from "./selection-acts.ts";

/** Names listed of those that an undo left as they are. */
const NAMED = 5;

interface SelectionBarProps {
  readonly selection: Selection;
  readonly onExport: () => void;
  readonly onSelection: (selection: Selection) => void;
  /** Something was done that the table shows; the same function every time. */
  readonly onChange: () => void;
}

/** What an undo says: who stays as they are is named. */
async function undoneText(left: readonly PersonId[]): Promise<string> {
  if (left.length === 0) return text("bulkUndone");
  const named = await askFromPage.tableRows({ ids: left.slice(0, NAMED) });
  return text("bulkUndoneBut", {
    count: left.length,
    names: listText(named.map(({ name }) => nameInSentence(name))),
  });
}

interface UndoButtonProps {
  readonly isDisabled: boolean;
  readonly onUndo: () => void;
}

function UndoButton({ isDisabled, onUndo }: UndoButtonProps) {
  return (
    <button type="button" name="bulk-undo" class="button" disabled={isDisabled} onClick={onUndo}>
      {text("undo")}
    </button>
  );
}

/** What can be done with everybody who is selected: each act says first for how many, and can be undone as one. */
export function SelectionBar({ selection, onExport, onSelection, onChange }: SelectionBarProps) {
  const act = useAct();
  const deletePeople = useDeletePeople();
  const [chosen, setChosen] = useState<ActName>();
  const [progress, setProgress] = useState<number>();
  const [done, setDone] = useState<UndoableAct>();
  const [said, setSaid] = useState("");
  const ids = [...selection];
  const { run } = act;
  const saidHere = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => {
    // The button that was pressed is gone.
    if (said !== "") saidHere.current?.focus();
  }, [said]);
  const carryOut = (name: ActName, choices: ActChoices) =>
    run(async () => {
      setDone(undefined);
      setSaid("");
      if (name === "delete") {
        await deletePeople(ids);
        onSelection(NOBODY);
        onChange();
      } else {
        try {
          const made = madeBy(name, choices, Date.now());
          const outcome = await (name === "merge"
            ? mergeMany(ids)
            : chooseForMany(ids, made, setProgress));
          setDone(outcome);
          setSaid(text(name === "merge" ? "bulkMerged" : "bulkDone", { count: outcome.count }));
        } finally {
          setProgress(undefined);
          onChange();
        }
        if (name === "merge") onSelection(NOBODY);
      }
      setChosen(undefined);
    });
  const undo = (what: UndoableAct) =>
    run(async () => {
      const left = await what.undo();
      setDone(undefined);
      setSaid(await undoneText(left));
      onChange();
    });
  const isUnderWay = act.state.at === "under-way";
  const isSilent = said === "" && !isUnderWay && act.state.at !== "failed";
  if (selection.size === 0 && isSilent) return null;
  const status = (): string => {
    if (progress !== undefined)
      return text("bulkProgress", {
        done: numberText(progress),
        all: numberText(selection.size),
      });
    return said;
  };
  return (
    <section class="selection-bar" aria-label={text("selection")}>
      {selection.size > 0 && (
        <div class="row">
          <strong role="status">{text("selectedCount", { count: selection.size })}</strong>
          {ACT_NAMES.map((name) => (
            <button
              type="button"
              key={name}
              name={`act-${name}`}
              class="button"
              aria-expanded={chosen === name}
              disabled={isUnderWay}
              onClick={() => setChosen(chosen === name ? undefined : name)}
            >
              {text(NAMES[name])}
            </button>
          ))}
          <button type="button" name="act-export" class="button" onClick={onExport}>
            {text("actExport")}
          </button>
          <button type="button" class="button quiet" onClick={() => onSelection(NOBODY)}>
            {text("selectNobody")}
          </button>
        </div>
      )}
      {chosen !== undefined && selection.size > 0 && (
        <SelectionForm
          key={chosen}
          act={chosen}
          ids={ids}
          isUnderWay={isUnderWay}
          onYes={(choices) => carryOut(chosen, choices)}
          onNo={() => setChosen(undefined)}
        />
      )}
      <p role="status" class="bulk-said" tabIndex={-1} ref={saidHere}>
        {status()}
        {done !== undefined && progress === undefined && (
          <UndoButton isDisabled={isUnderWay} onUndo={() => undo(done)} />
        )}
      </p>
      {act.state.at === "failed" && <ActNotice act={act} />}
    </section>
  );
}
