import { useEffect, useRef, useState } from "preact/hooks";
import { askFromPage } from "../protocol/transport.ts";
import { text } from "../words/text.ts";
import { ActNotice } from "./acts/act-notice.tsx";
import { type Act, useAct } from "./acts/use-act.ts";
import { backUp } from "./back-up.ts";
import { fileDate, offerFile } from "./offer-file.ts";

interface ErasedChoiceProps {
  /** How many addresses of deleted people are kept; nothing is asked where there is none. */
  readonly count: number;
  readonly isWanted: boolean;
  readonly isDisabled: boolean;
  readonly onChange: (isWanted: boolean) => void;
}

/** Whether the list of deleted people goes along with a backup. */
export function ErasedChoice({ count, isWanted, isDisabled, onChange }: ErasedChoiceProps) {
  if (count === 0) return null;
  return (
    <>
      <label class="toggle">
        <input
          type="checkbox"
          name="export-erased"
          checked={isWanted}
          disabled={isDisabled}
          aria-describedby="export-erased-explained"
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <span>{text("exportErased", { count })}</span>
      </label>
      <p class="soft small" id="export-erased-explained">
        {text("exportErasedExplained")}
      </p>
    </>
  );
}

/** A button that writes a table for spreadsheet programs, as a part of this act. */
export function TableExport({ act }: { readonly act: Act }) {
  const leaving = useRef(new AbortController());
  useEffect(() => () => leaving.current.abort(), []);
  const table = async (): Promise<void> => {
    // Loaded when it is wanted, as most visits of the page do without.
    const { csvFile } = await import("../exchange/csv-file.ts");
    const content = await csvFile(askFromPage, leaving.current.signal);
    offerFile(`tielight-${fileDate(Date.now())}.csv`, content);
  };
  return (
    <button
      type="button"
      class="button"
      name="export"
      value="csv"
      disabled={act.state.at === "under-way"}
      onClick={() => act.run(table)}
    >
      {text("exportCsv")}
    </button>
  );
}

interface ExportButtonsProps {
  /** How many addresses of deleted people are kept. */
  readonly erasedCount: number;
}

/** Takes the history out of the browser: everything as a backup, or a table for a person. */
export function ExportButtons({ erasedCount }: ExportButtonsProps) {
  const [isErasedWanted, setErasedWanted] = useState(false);
  const [written, setWritten] = useState<number>();
  const leaving = useRef(new AbortController());
  const act = useAct();
  useEffect(() => () => leaving.current.abort(), []);

  const write = async (): Promise<void> => {
    setWritten(0);
    const { signal } = leaving.current;
    try {
      await backUp({ erased: isErasedWanted, progress: setWritten, signal });
    } finally {
      setWritten(undefined);
    }
  };

  const isUnderWay = act.state.at === "under-way";
  return (
    <>
      <ErasedChoice
        count={erasedCount}
        isWanted={isErasedWanted}
        isDisabled={isUnderWay}
        onChange={setErasedWanted}
      />
      <div class="row">
        <button
          type="button"
          class="button"
          name="export"
          value="json"
          disabled={isUnderWay}
          onClick={() => act.run(write)}
        >
          {text("exportJson")}
        </button>
        <TableExport act={act} />
      </div>
      {written !== undefined && (
        <p class="small soft" role="status">
          {text("exportProgress", { count: written })}
        </p>
      )}
      <p class="soft small">{text("exportExplained")}</p>
      {act.state.at === "failed" && <ActNotice act={act} />}
    </>
  );
}
