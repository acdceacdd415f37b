import type { ArchiveProgress } from "../linkedin/archive/read-archive.ts";
import { counted, numberText, text } from "../words/text.ts";
import { bytesText, fileText, timeLeftText } from "./import-words.ts";
import type { WriteProgress } from "./write-import.ts";

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

interface ReadingProgressProps {
  readonly progress: ArchiveProgress | undefined;
  /** When it began, by the clock of the page. */
  readonly since: number;
  readonly onCancel: () => void;
}

/** How far the reading has come. */
export function ReadingProgress({ progress, since, onCancel }: ReadingProgressProps) {
  if (progress === undefined)
    return (
      <Step
        title={text("importReading")}
        counts={[]}
        cancelText={text("cancel")}
        onCancel={onCancel}
      />
    );
  const { step, done, total, rows, path } = progress;
  const left = timeLeftText(performance.now() - since, done, total);
  const counts =
    step === "reading"
      ? [
          ...(path === undefined ? [] : [fileText(path)]),
          text("importBytes", bytesText(done), bytesText(total)),
          counted("importRows", rows),
        ]
      : [counted("importRows", rows)];
  return (
    <Step
      title={text(step === "reading" ? "importReading" : "importSorting")}
      share={total === 0 ? 0 : done / total}
      counts={counts}
      {...(step === "reading" && left !== undefined && { left })}
      cancelText={text("cancel")}
      onCancel={onCancel}
    />
  );
}

interface WritingProgressProps {
  readonly progress: WriteProgress | undefined;
  readonly since: number;
  readonly isCancelling: boolean;
  readonly onCancel: () => void;
}

/** How far the writing has come: both steps take about as long, so together they are one way. */
export function WritingProgress({ progress, since, isCancelling, onCancel }: WritingProgressProps) {
  const { step, people, total } = progress ?? { step: "staging", people: 0, total: 0 };
  const done = step === "staging" ? people : total + people;
  const left = timeLeftText(performance.now() - since, done, 2 * total);
  return (
    <Step
      title={text(step === "staging" ? "importStaging" : "importAdding")}
      hint={text(step === "staging" ? "importStagingHint" : "importAddingHint")}
      share={total === 0 ? 0 : done / (2 * total)}
      counts={[text("importPeopleOf", numberText(people), numberText(total))]}
      {...(left !== undefined && { left })}
      cancelText={text(isCancelling ? "importCancelling" : "cancel")}
      isCancelling={isCancelling}
      onCancel={onCancel}
    />
  );
}
