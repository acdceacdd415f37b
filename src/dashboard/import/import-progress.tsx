import type { ArchiveProgress } from "../../linkedin/archive/read-archive.ts";
import { numberText, text, type TextKey } from "../../words/text.ts";
import type { ImportProgress } from "./session/import-session.ts";
import { bytesText, fileText, timeLeftText } from "./import-words.ts";
import type { WriteProgress } from "./session/staged-import.ts";

interface StepProps {
  readonly title: string;
  readonly hint?: string;
  /** 0 to 1; absent while nobody can say. */
  readonly share?: number;
  readonly counts: readonly string[];
  readonly left?: string;
  readonly cancelText: string;
  readonly isCancelling?: boolean;
  readonly onCancel: () => void;
}

function Step({ title, hint, share, counts, left, cancelText, isCancelling, onCancel }: StepProps) {
  return (
    <div class="progress">
      <p class="progress-title" role="status">
        {title}
      </p>
      <progress aria-label={title} max={1} {...(share !== undefined && { value: share })} />
      <p class="progress-counts">
        <span>{counts.join(" · ")}</span>
        {left !== undefined && <span class="soft">{left}</span>}
      </p>
      {hint !== undefined && <p class="soft small">{hint}</p>}
      <div class="row">
        <button type="button" class="button" disabled={isCancelling} onClick={onCancel}>
          {cancelText}
        </button>
      </div>
    </div>
  );
}

const TITLES: Record<ImportProgress["step"], TextKey> = {
  reading: "importReading",
  sorting: "importSorting",
  staging: "importStaging",
  comparing: "importComparing",
  adding: "importAdding",
};

/** What a step says besides its title. */
type StepWords = Pick<StepProps, "hint" | "share" | "counts" | "left">;

function ofReading(
  { step, done, total, rows, path }: ArchiveProgress,
  elapsedMs: number,
): StepWords {
  const left = timeLeftText(elapsedMs, done, total);
  const file = path === undefined ? [] : [fileText(path)];
  return {
    share: total === 0 ? 0 : done / total,
    counts:
      step === "reading"
        ? [
            ...file,
            text("importBytes", { done: bytesText(done), total: bytesText(total) }),
            text("importRows", { count: rows }),
          ]
        : [text("importRows", { count: rows })],
    ...(step === "reading" && left !== undefined && { left }),
  };
}

function ofWriting({ step, done, total }: WriteProgress, elapsedMs: number): StepWords {
  const left = timeLeftText(elapsedMs, done, total);
  return {
    hint: text(step === "adding" ? "importAddingHint" : "importStagingHint"),
    // A comparison that has only begun cannot say how far it is.
    ...((done > 0 || step === "staging") && { share: total === 0 ? 1 : done / total }),
    counts: [text("importPeopleOf", { done: numberText(done), total: numberText(total) })],
    ...(left !== undefined && { left }),
  };
}

interface ProgressProps {
  readonly progress: ImportProgress | undefined;
  /** When this step began, by the clock of the page. */
  readonly since: number;
  readonly isCancelling: boolean;
  readonly onCancel: () => void;
}

const isOfReading = (progress: ImportProgress): progress is ArchiveProgress =>
  progress.step === "reading" || progress.step === "sorting";

/** How far an import has come: reading, staging, comparing and adding follow one another without a click in between. */
export function ProgressOfImport({ progress, since, isCancelling, onCancel }: ProgressProps) {
  const told: StepWords =
    progress === undefined
      ? { counts: [] }
      : isOfReading(progress)
        ? ofReading(progress, performance.now() - since)
        : ofWriting(progress, performance.now() - since);
  return (
    <Step
      title={text(TITLES[progress?.step ?? "reading"])}
      {...told}
      cancelText={text(isCancelling ? "importCancelling" : "cancel")}
      isCancelling={isCancelling}
      onCancel={onCancel}
    />
  );
}
