import { Notice } from "../../components/acts/notice.tsx";
import type { StagedRestore } from "../../exchange/restore-history.ts";
import type { ExportHead } from "../../domain/records/exported-history.ts";
import { dateText } from "../../words/moments.ts";
import { nameInSentence } from "../../words/name-text.ts";
import { setAsideTexts, wholeFileText } from "../../words/restore-words.ts";
import { text, type TextKey } from "../../words/text.ts";

interface RestorePreviewProps {
  readonly staged: StagedRestore;
  /** A passphrase opened it. */
  readonly isSealed: boolean;
  /** The history changed since the user saw the numbers. */
  readonly isMoved: boolean;
  readonly isUnderWay: boolean;
  readonly onCommit: () => void;
  readonly onCancel: () => void;
}

/** What the file is: whose history, of which day, and whether it was sealed. */
function fileText({ exportedAt, owner }: ExportHead, isSealed: boolean): string {
  const day = dateText(exportedAt, exportedAt);
  if (owner.name === undefined)
    return text(isSealed ? "restoreGivenSealed" : "restoreGiven", { day });
  const name = nameInSentence(owner.name);
  return text(isSealed ? "restoreGivenNamedSealed" : "restoreGivenNamed", { name, day });
}

/** What would change, one line each; nothing for what does not. */
function changes({ preview, reading }: StagedRestore): readonly string[] {
  const counts: readonly (readonly [TextKey<{ count: number }>, number])[] = [
    ["restorePeopleNew", preview.peopleNew],
    ["restorePeopleChanged", preview.peopleChanged],
    ["restoreInteractions", preview.interactions],
    ["restoreChoices", preview.choices],
    ["restoreErasures", preview.erasures],
  ];
  return [
    ...counts.flatMap(([key, count]) => (count > 0 ? [text(key, { count })] : [])),
    ...(reading.hasSettings ? [text("restoreSettings")] : []),
  ];
}

/** What a restore would change and what is left out, before anything changes. */
export function RestorePreview({
  staged,
  isSealed,
  isMoved,
  isUnderWay,
  onCommit,
  onCancel,
}: RestorePreviewProps) {
  const { preview, reading } = staged;
  const lines = changes(staged);
  const whole = wholeFileText(reading);
  return (
    <div class="stack">
      <p class="preview-heading" role="status">
        {fileText(reading.head, isSealed)}
      </p>
      <p>{text("restorePreviewHeading")}</p>
      {isMoved && <Notice kind="calm">{text("restoreHistoryMoved")}</Notice>}
      {lines.length === 0 ? (
        <p>{text("restoreNothing")}</p>
      ) : (
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {preview.setAside > 0 && (
        <p class="soft">{text("restoreKeptOut", { count: preview.setAside })}</p>
      )}
      {whole && (
        <Notice kind="danger" title={whole.title}>
          {whole.next}
        </Notice>
      )}
      {reading.setAsideCount > 0 && (
        <Notice kind="danger" title={text("restoreSetAside", { count: reading.setAsideCount })}>
          <p>{text("restoreSetAsideNext")}</p>
          <details>
            <summary>{text("restoreSetAsideList")}</summary>
            <ul>
              {setAsideTexts(reading).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </details>
        </Notice>
      )}
      <div class="row">
        <button
          type="button"
          class="button main"
          name="restore-commit"
          disabled={isUnderWay || lines.length === 0}
          onClick={onCommit}
        >
          {text(isUnderWay ? "restoreCommitting" : "restoreCommit")}
        </button>
        <button
          type="button"
          class="button quiet"
          name="restore-cancel"
          disabled={isUnderWay}
          onClick={onCancel}
        >
          {text("restoreCancel")}
        </button>
      </div>
    </div>
  );
}
