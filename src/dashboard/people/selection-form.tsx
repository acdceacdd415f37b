import { useContext, useLayoutEffect, useRef, useState } from "preact/hooks";
import { useAnswer } from "../../components/acts/use-answer.ts";
import { useDraft } from "../../components/use-draft.ts";
import type { PersonId } from "../../domain/person/person.ts";
import { askFromPage } from "../../protocol/transport.ts";
import { ShownHistory } from "../../week/written.ts";
import { everyText } from "../../words/moments.ts";
import { text } from "../../words/text.ts";
import { MergePreview } from "./merge-preview.tsx";
import { type ActChoices, type ActName, CONFIRM } from "./selection-acts.ts";

/** Rhythms offered, in days. */
const CADENCES = [14, 30.4, 91.3, 182.6, 365.2] as const;

/** Months of a snooze. */
const SNOOZES = [
  [1, "later1Month"],
  [3, "later3Months"],
  [6, "later6Months"],
] as const;

interface SelectionFormProps {
  readonly act: ActName;
  readonly ids: readonly PersonId[];
  readonly isUnderWay: boolean;
  readonly onYes: (choices: ActChoices) => void;
  readonly onNo: () => void;
}

const askChoices = () => askFromPage.tableChoices();

interface TagFieldProps {
  readonly tag: string;
  readonly onTag: (tag: string) => void;
}

/** Where a tag is typed, with those that are there already. */
function TagField({ tag, onTag }: TagFieldProps) {
  const [choices] = useAnswer(askChoices);
  const offered = choices.state === "answered" ? choices.answer.tags : [];
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  return (
    <label class="field inline">
      <span>{text("filterTag")}</span>
      <input
        ref={field}
        type="text"
        name="bulk-tag"
        list="bulk-offered-tags"
        maxLength={200}
        required
        value={tag}
        onInput={({ currentTarget }) => onTag(currentTarget.value)}
      />
      <datalist id="bulk-offered-tags">
        {offered.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
    </label>
  );
}

/** What an act still has to be told, and the button that says for how many it is done. */
export function SelectionForm({ act, ids, isUnderWay, onYes, onNo }: SelectionFormProps) {
  const [tag, setTag] = useDraft(useContext(ShownHistory), "bulk tag", "");
  const [days, setDays] = useState<number>(CADENCES[2]);
  const [months, setMonths] = useState<number>(1);
  const [isMergeable, setMergeable] = useState(false);
  const isAllowed = act !== "merge" || isMergeable;
  return (
    <form
      class="row"
      onSubmit={(event) => {
        event.preventDefault();
        if ((act !== "tag" || tag.trim() !== "") && isAllowed) onYes({ tag, days, months });
      }}
    >
      {act === "tag" && <TagField tag={tag} onTag={setTag} />}
      {act === "cadence" && (
        <label class="field inline">
          <span>{text("choiceCadence")}</span>
          <select
            value={days}
            onChange={({ currentTarget }) => setDays(Number(currentTarget.value))}
          >
            {CADENCES.map((one) => (
              <option key={one} value={one}>
                {everyText(one)}
              </option>
            ))}
          </select>
        </label>
      )}
      {act === "snooze" && (
        <label class="field inline">
          <span>{text("snoozeFor")}</span>
          <select
            value={months}
            onChange={({ currentTarget }) => setMonths(Number(currentTarget.value))}
          >
            {SNOOZES.map(([one, label]) => (
              <option key={one} value={one}>
                {text(label)}
              </option>
            ))}
          </select>
        </label>
      )}
      {act === "delete" && <p class="small soft">{text("bulkDeleteMeans")}</p>}
      {act === "merge" && <MergePreview ids={ids} onMergeable={setMergeable} />}
      <button
        type="submit"
        name="bulk-yes"
        class={act === "delete" ? "button danger" : "button main"}
        disabled={isUnderWay || !isAllowed}
      >
        {text(CONFIRM[act], { count: ids.length })}
      </button>
      <button type="button" class="button quiet" disabled={isUnderWay} onClick={onNo}>
        {text("cancel")}
      </button>
    </form>
  );
}
