import { useState } from "preact/hooks";
import { askFromPage } from "../messages.ts";
import { refusalText } from "../words/trouble-words.ts";
import { text } from "../words/text.ts";
import { Notice } from "./notice.tsx";
import { fileDate, offerFile } from "./offer-file.ts";

const MEDIA_TYPES = { json: "application/json", csv: "text/csv" } as const;

type Ending = keyof typeof MEDIA_TYPES;

/** The pieces of the file; the code that makes them is loaded when it is asked for. */
async function pieces(ending: Ending): Promise<readonly string[] | undefined> {
  const { csvExport, jsonExport } = await import("../exchange/export-files.ts");
  return ending === "json" ? jsonExport(askFromPage) : csvExport(askFromPage);
}

/** Takes the history out of the browser: everything for a machine, or a table for a person. */
export function ExportButtons() {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const offer = async (ending: Ending) => {
    setBusy(true);
    setProblem(undefined);
    try {
      const content = await pieces(ending);
      if (content === undefined) setProblem(text("refusalNoHistory"));
      else
        offerFile(
          `tielight-${fileDate(Date.now())}.${ending}`,
          `${MEDIA_TYPES[ending]};charset=utf-8`,
          content,
        );
    } catch (error) {
      setProblem(refusalText(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <div class="row">
        <button
          type="button"
          class="button"
          name="export"
          value="json"
          disabled={busy}
          onClick={() => void offer("json")}
        >
          {text("exportJson")}
        </button>
        <button
          type="button"
          class="button"
          name="export"
          value="csv"
          disabled={busy}
          onClick={() => void offer("csv")}
        >
          {text("exportCsv")}
        </button>
      </div>
      <p class="soft small">{text("exportExplained")}</p>
      {problem !== undefined && <Notice kind="danger">{problem}</Notice>}
    </>
  );
}
