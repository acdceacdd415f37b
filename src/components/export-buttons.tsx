import { useEffect, useRef, useState } from "preact/hooks";
import { askFromPage } from "../protocol/transport.ts";
import { text } from "../words/text.ts";
import { ActNotice } from "./acts/act-notice.tsx";
import { fileDate, offerFile } from "./offer-file.ts";
import { useAct } from "./acts/use-act.ts";

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

  const today = () => `tielight-${fileDate(Date.now())}`;
  const backUp = async (): Promise<void> => {
    setWritten(0);
    try {
      // Loaded when it is wanted, as most visits of the page do without.
      const { historyFile } = await import("../exchange/write-history.ts");
      const { signal } = leaving.current;
      offerFile(
        `${today()}.jsonl`,
        await historyFile(askFromPage, isErasedWanted, setWritten, signal),
      );
    } finally {
      setWritten(undefined);
    }
  };
  const table = async (): Promise<void> => {
    const { csvFile } = await import("../exchange/csv-file.ts");
    offerFile(`${today()}.csv`, await csvFile(askFromPage, leaving.current.signal));
  };

  const isUnderWay = act.state.at === "under-way";
  return (
    <>
      {erasedCount > 0 && (
        <>
          <label class="toggle">
            <input
              type="checkbox"
              name="export-erased"
              checked={isErasedWanted}
              disabled={isUnderWay}
              aria-describedby="export-erased-explained"
              onChange={(event) => setErasedWanted(event.currentTarget.checked)}
            />
            <span>{text("exportErased", { count: erasedCount })}</span>
          </label>
          <p class="soft small" id="export-erased-explained">
            {text("exportErasedExplained")}
          </p>
        </>
      )}
      <div class="row">
        <button
          type="button"
          class="button"
          name="export"
          value="json"
          disabled={isUnderWay}
          onClick={() => act.run(backUp)}
        >
          {text("exportJson")}
        </button>
        <button
          type="button"
          class="button"
          name="export"
          value="csv"
          disabled={isUnderWay}
          onClick={() => act.run(table)}
        >
          {text("exportCsv")}
        </button>
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
