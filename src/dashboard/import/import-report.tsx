import { Notice } from "../../components/acts/notice.tsx";
import type {
  ImportHead,
  ImportOutcome,
  NameQuestion,
} from "../../domain/records/archive-import.ts";
import { text, type TextKey } from "../../words/text.ts";
import type { ArchiveContents } from "../reader/archive-work.ts";
import { ImportFiles } from "./import-files.tsx";
import { ImportResult } from "./import-result.tsx";
import { NameQuestions } from "./name-questions.tsx";

/** An import that is part of the history. */
export interface ImportDone {
  readonly head: ImportHead;
  readonly outcome: ImportOutcome;
  readonly contents: ArchiveContents;
  /** Names that may be several people's. */
  readonly questions: readonly NameQuestion[];
}

/** What an import did, in one or two lines. */
export function OutcomeLines({ outcome }: { readonly outcome: ImportOutcome }) {
  const { peopleNew, peopleKnown, interactionsNew, interactionsKnown, waiting, erased } = outcome;
  return (
    <>
      <p>
        {text("importDonePeople", { count: peopleNew })}
        {peopleKnown > 0 && ` · ${text("importDoneKnown", { count: peopleKnown })}`}
      </p>
      <p>
        {text("importDoneInteractions", { count: interactionsNew })}
        {interactionsKnown > 0 &&
          ` · ${text("importDoneInteractionsKnown", { count: interactionsKnown })}`}
      </p>
      {waiting > 0 && <p class="soft">{text("importWaiting", { count: waiting })}</p>}
      {erased > 0 && <p class="soft">{text("importErased", { count: erased })}</p>}
    </>
  );
}

interface ImportReportProps {
  readonly done: ImportDone;
  readonly now: number;
  readonly onAnother: () => void;
}

/** Only what was counted is claimed: whether jobs, names or the owner's own work were known before was not. */
function heading({ peopleNew, peopleKnown, interactionsNew, waiting }: ImportOutcome): TextKey {
  if (peopleNew + interactionsNew > 0) return "importDoneHeading";
  return peopleKnown + waiting > 0 ? "importDonePeopleKnown" : "importDoneNobody";
}

/** What an import is good for, what is still open, and, folded, what became of every row. */
export function ImportReport({ done, now, onAnother }: ImportReportProps) {
  const { outcome, contents, questions } = done;
  const title = heading(outcome);
  return (
    <div class="stack">
      {title === "importDoneHeading" ? (
        <ImportResult span={contents.span} now={now} />
      ) : (
        <Notice kind="calm" title={text(title)}>
          <OutcomeLines outcome={outcome} />
          {title === "importDonePeopleKnown" && <p class="soft">{text("importDoneRest")}</p>}
        </Notice>
      )}
      <NameQuestions questions={questions} />
      <details>
        <summary>{text("importDetails")}</summary>
        <div class="stack">
          {title === "importDoneHeading" && <OutcomeLines outcome={outcome} />}
          <p class="soft">{text("importDoneNext")}</p>
          <ImportFiles files={contents.files} />
        </div>
      </details>
      <div class="row">
        <button type="button" class="button" onClick={onAnother}>
          {text("importMore")}
        </button>
      </div>
    </div>
  );
}
