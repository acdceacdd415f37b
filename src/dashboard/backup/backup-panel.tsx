import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { ActNotice } from "../../components/acts/act-notice.tsx";
import { useAct } from "../../components/acts/use-act.ts";
import { backUp } from "./back-up.ts";
import { ExportDialog } from "../../components/export-dialog.tsx";
import { LEAST_CHARACTERS, suggestedPassphrase } from "../../exchange/backup/passphrase.ts";
import { numberText, text } from "../../words/text.ts";
import { nameInSentence } from "../../words/name-text.ts";
import { type Sealing, sealing as sealingInWorker } from "../workers/sealing.ts";
import { BackupState } from "./backup-state.tsx";
import { ErasedChoice } from "./erased-choice.tsx";
import type { BackupKnown } from "./use-safety.ts";
import { PassphraseField } from "./passphrase-field.tsx";

interface BackupPanelProps {
  /** How many addresses of deleted people are kept. */
  readonly erasedCount: number;
  /** What the last backup lacks; absent where that cannot be known. */
  readonly backup: BackupKnown | undefined;
  readonly onWritten: () => void;
  /** A stand-in in tests. */
  readonly sealing?: Pick<Sealing, "seal">;
}

/** Writes a backup as one file, sealed if the user wants it, and says how much the last one lacks. Beside it people leave for other programs. */
export function BackupPanel({
  erasedCount,
  backup,
  onWritten,
  sealing = sealingInWorker,
}: BackupPanelProps) {
  const [isErasedWanted, setErasedWanted] = useState(false);
  const [isSealed, setIsSealed] = useState(false);
  const [passphrase, setPassphrase] = useState("");
  const [written, setWritten] = useState<number>();
  const [saved, setSaved] = useState<string>();
  const [isExporting, setIsExporting] = useState(false);
  const leaving = useRef(new AbortController());
  const act = useAct();
  useEffect(() => () => leaving.current.abort(), []);
  const isUnderWay = act.state.at === "under-way";
  const isShort = isSealed && [...passphrase].length < LEAST_CHARACTERS;

  const write = useCallback(async (): Promise<void> => {
    const { signal } = leaving.current;
    setSaved(undefined);
    setWritten(0);
    try {
      const name = await backUp({
        erased: isErasedWanted,
        ...(isSealed && { seal: (file) => sealing.seal(file, passphrase, signal) }),
        progress: setWritten,
        signal,
      });
      setSaved(name);
      onWritten();
    } finally {
      setWritten(undefined);
    }
  }, [isErasedWanted, isSealed, passphrase, sealing, onWritten]);

  return (
    <section class="panel">
      <h2>{text("exportHeading")}</h2>
      {backup && <BackupState backup={backup} />}
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isShort) act.run(write);
        }}
      >
        <ErasedChoice
          count={erasedCount}
          isWanted={isErasedWanted}
          isDisabled={isUnderWay}
          onChange={setErasedWanted}
        />
        <label class="toggle">
          <input
            type="checkbox"
            name="backup-sealed"
            checked={isSealed}
            disabled={isUnderWay}
            onChange={(event) => setIsSealed(event.currentTarget.checked)}
          />
          <span>{text("backupSeal")}</span>
        </label>
        {isSealed && (
          <>
            <PassphraseField
              label={text("passphrase")}
              value={passphrase}
              onChange={setPassphrase}
              suggest={suggestedPassphrase}
              explained="backup-passphrase-explained"
              isDisabled={isUnderWay}
            />
            <p class="soft small" id="backup-passphrase-explained">
              {text("backupSealExplained", { least: numberText(LEAST_CHARACTERS) })}
            </p>
          </>
        )}
        <div class="row">
          <button
            type="submit"
            class="button main"
            name="export"
            value="json"
            disabled={isUnderWay || isShort}
          >
            {text("exportJson")}
          </button>
          <button
            type="button"
            class="button"
            name="export"
            value="people"
            onClick={() => setIsExporting(true)}
          >
            {text("exportOthers")}
          </button>
        </div>
      </form>
      {written !== undefined && (
        <p class="small soft" role="status">
          {text("exportProgress", { count: written })}
        </p>
      )}
      {saved !== undefined && act.state.at === "done" && (
        <p class="small" role="status">
          {text("backupSaved", { file: nameInSentence(saved) })}
        </p>
      )}
      <p class="soft small">{text("exportMeans")}</p>
      {act.state.at === "failed" && <ActNotice act={act} />}
      {isExporting && (
        <ExportDialog scopes={[{ of: "everybody" }]} onClose={() => setIsExporting(false)} />
      )}
    </section>
  );
}
