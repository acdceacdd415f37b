import { useState } from "preact/hooks";
import { ActNotice } from "../../components/acts/act-notice.tsx";
import { fileDate, offerFile } from "../../components/offer-file.ts";
import { useAct } from "../../components/acts/use-act.ts";
import type { TableColumn } from "../../domain/directory/people-table.ts";
import type { Made } from "../../domain/records/made.ts";
import { askFromPage } from "../../protocol/transport.ts";
import { everyText } from "../../words/moments.ts";
import { nameInSentence } from "../../words/name-text.ts";
import { listText, numberText, text, type TextKey } from "../../words/text.ts";
import { type DoneToMany, doToMany, undoToMany } from "./many-acts.ts";
import { inParts, NOBODY, type Selection } from "./selection.ts";
import { selectionCsv } from "./selection-csv.ts";

/** What can be done with a selection. */
type ActName = "tag" | "cadence" | "snooze" | "never" | "export";

/** What the button that does it says, with how many people: the preview. */
const CONFIRM: Readonly<Record<ActName, TextKey<{ count: number }>>> = {
  tag: "bulkTag",
  cadence: "bulkCadence",
  snooze: "bulkSnooze",
  never: "bulkNever",
  export: "bulkExport",
};

const NAMES = {
  tag: "actTag",
  cadence: "actCadence",
  snooze: "actSnooze",
  never: "actionNever",
  export: "actExport",
} as const;

/** Rhythms offered, in days. */
const CADENCES = [14, 30.4, 91.3, 182.6, 365.2] as const;

/** Months of a snooze. */
const SNOOZES = [
  [1, "later1Month"],
  [3, "later3Months"],
  [6, "later6Months"],
] as const;

/** Midnight so many months after the day of `now`, in the reader's calendar. */
function monthsAfter(now: number, months: number): number {
  const day = new Date(now);
  return new Date(day.getFullYear(), day.getMonth() + months, day.getDate()).getTime();
}

/** Names listed of those that an undo left as they are. */
const NAMED = 5;

interface SelectionBarProps {
  readonly selection: Selection;
  readonly columns: readonly TableColumn[];
  readonly onSelection: (selection: Selection) => void;
  /** Something was done that the table shows. */
  readonly onChange: () => void;
}

/** What can be done with everybody who is selected: each act says first for how many, and can be undone as one. */
export function SelectionBar({ selection, columns, onSelection, onChange }: SelectionBarProps) {
  const act = useAct();
  const [chosen, setChosen] = useState<ActName>();
  const [tag, setTag] = useState("");
  const [days, setDays] = useState<number>(CADENCES[2]);
  const [months, setMonths] = useState<number>(1);
  const [progress, setProgress] = useState<number>();
  const [done, setDone] = useState<DoneToMany>();
  const [said, setSaid] = useState("");
  const ids = [...selection];
  const made = (name: ActName, now: number): Made => {
    switch (name) {
      case "tag":
        return { tags: { [tag.trim()]: true } };
      case "cadence":
        return { choices: { cadenceDays: { value: days } } };
      case "snooze":
        return { choices: { snoozedUntil: { value: monthsAfter(now, months) } } };
      default:
        return { choices: { muted: { value: true } } };
    }
  };
  const write = async (): Promise<void> => {
    const now = Date.now();
    const rows = [];
    for (const part of inParts(ids, 200))
      rows.push(...(await askFromPage.tableRows({ ids: part })));
    const content = selectionCsv(rows, columns, now);
    offerFile(
      `tielight-people-${fileDate(now)}.csv`,
      new Blob([content], { type: "text/csv;charset=utf-8" }),
    );
    setSaid(text("bulkExported", { count: rows.length }));
  };
  const carryOut = (name: ActName) =>
    act.run(async () => {
      setDone(undefined);
      setSaid("");
      if (name === "export") await write();
      else {
        try {
          const outcome = await doToMany(ids, made(name, Date.now()), setProgress);
          setDone(outcome);
          setSaid(text("bulkDone", { count: outcome.back.length }));
        } finally {
          setProgress(undefined);
          onChange();
        }
      }
      setChosen(undefined);
    });
  const undo = (what: DoneToMany) =>
    act.run(async () => {
      const left = await undoToMany(what);
      const named =
        left.length === 0 ? [] : await askFromPage.tableRows({ ids: left.slice(0, NAMED) });
      setDone(undefined);
      setSaid(
        left.length === 0
          ? text("bulkUndone")
          : text("bulkUndoneBut", {
              count: left.length,
              names: listText(named.map(({ name }) => nameInSentence(name))),
            }),
      );
      onChange();
    });
  const isUnderWay = act.state.at === "under-way";
  if (selection.size === 0 && said === "" && act.state.at === "idle") return null;
  return (
    <section class="selection-bar" aria-label={text("selection")}>
      {selection.size > 0 && (
        <div class="row">
          <strong role="status">{text("selectedCount", { count: selection.size })}</strong>
          {(["tag", "cadence", "snooze", "never", "export"] as const).map((name) => (
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
          <button type="button" class="button quiet" onClick={() => onSelection(NOBODY)}>
            {text("selectNobody")}
          </button>
        </div>
      )}
      {chosen !== undefined && selection.size > 0 && (
        <form
          class="row"
          onSubmit={(event) => {
            event.preventDefault();
            if (chosen !== "tag" || tag.trim() !== "") carryOut(chosen);
          }}
        >
          {chosen === "tag" && (
            <label class="field inline">
              <span>{text("filterTag")}</span>
              <input
                type="text"
                name="bulk-tag"
                list="offered-tag"
                maxLength={200}
                required
                value={tag}
                onInput={({ currentTarget }) => setTag(currentTarget.value)}
              />
            </label>
          )}
          {chosen === "cadence" && (
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
          {chosen === "snooze" && (
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
          {chosen === "export" && <p class="small soft">{text("bulkExportExplained")}</p>}
          <button type="submit" name="bulk-yes" class="button main" disabled={isUnderWay}>
            {text(CONFIRM[chosen], { count: selection.size })}
          </button>
          <button
            type="button"
            class="button quiet"
            disabled={isUnderWay}
            onClick={() => setChosen(undefined)}
          >
            {text("cancel")}
          </button>
        </form>
      )}
      <p role="status" class="bulk-said">
        {progress === undefined
          ? said
          : text("bulkProgress", { done: numberText(progress), all: numberText(selection.size) })}
        {done !== undefined && progress === undefined && (
          <button
            type="button"
            name="bulk-undo"
            class="button"
            disabled={isUnderWay}
            onClick={() => undo(done)}
          >
            {text("undo")}
          </button>
        )}
      </p>
      {act.state.at === "failed" && <ActNotice act={act} />}
    </section>
  );
}
