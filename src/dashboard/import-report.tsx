import { Notice } from "../components/notice.tsx";
import type { ImportHead, ImportOutcome } from "../domain/archive-import.ts";
import { counted, text } from "../words/text.ts";
import type { Preview } from "./archive-work.ts";
import { ImportFiles } from "./import-files.tsx";

/** An import that is part of the history. */
export interface ImportDone {
  readonly head: ImportHead;
  readonly outcome: ImportOutcome;
  readonly preview: Preview;
}

/** What an import did, in one or two lines. */
export function OutcomeLines({ outcome }: { readonly outcome: ImportOutcome }) {
  const { peopleNew, peopleKnown, interactionsNew, interactionsKnown, waiting, erased } = outcome;
  return (
    <>
      <p>
        {counted("importDonePeople", peopleNew)}
        {peopleKnown > 0 && ` · ${counted("importDoneKnown", peopleKnown)}`}
      </p>
      <p>
        {counted("importDoneInteractions", interactionsNew)}
        {interactionsKnown > 0 && ` · ${counted("importDoneInteractionsKnown", interactionsKnown)}`}
      </p>
      {waiting > 0 && <p class="soft">{counted("importWaiting", waiting)}</p>}
      {erased > 0 && <p class="soft">{counted("importErased", erased)}</p>}
    </>
  );
}

interface ImportReportProps {
  readonly done: ImportDone;
  readonly onAnother: () => void;
}

/** What an import did, and what became of every row. */
export function ImportReport({ done, onAnother }: ImportReportProps) {
  const { outcome, preview } = done;
  const { peopleNew, interactionsNew, waiting } = outcome;
  const isNews = peopleNew + interactionsNew + waiting + preview.kept > 0;
  return (
    <div class="stack">
      <Notice kind="calm" title={text(isNews ? "importDoneHeading" : "importDoneNothingNew")}>
        <OutcomeLines outcome={outcome} />
        {preview.kept > 0 && <p class="soft">{counted("importKept", preview.kept)}</p>}
      </Notice>
      <p class="soft">{text("importDoneNext")}</p>
      <ImportFiles files={preview.files} />
      <div class="row">
        <button type="button" class="button" onClick={onAnother}>
          {text("importMore")}
        </button>
      </div>
    </div>
  );
}
