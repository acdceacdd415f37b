import { useEffect, useRef, useState } from "preact/hooks";
import { ActNotice } from "../components/acts/act-notice.tsx";
import { Notice } from "../components/acts/notice.tsx";
import { useAct } from "../components/acts/use-act.ts";
import type { StagedRestore } from "../exchange/restore-history.ts";
import type { UndoableRestore } from "../protocol/backup-questions.ts";
import { askFromPage, Refusal } from "../protocol/transport.ts";
import { restoreProblemText, sealTroubleText, unreadableFileText } from "../words/restore-words.ts";
import { percentText, text } from "../words/text.ts";
import type { TroubleText } from "../words/trouble-words.ts";
import { OpenSeal } from "./backup/open-seal.tsx";
import { UndoRestoreNotice } from "./backup/undo-restore-notice.tsx";
import { RestorePreview } from "./restore-preview.tsx";
import { type Sealing, sealing as sealingInWorker } from "./workers/sealing.ts";

interface RestorePanelProps {
  /** The last restore; absent where none can be undone. */
  readonly undoable?: UndoableRestore | undefined;
  /** Something was restored, or a restore was undone or confirmed. */
  readonly onRestored: () => void;
  /** A stand-in in tests. */
  readonly sealing?: Sealing;
}

/** How far a restore has come. */
type RestoreStep =
  | {
      readonly at: "choose";
      readonly trouble?: TroubleText;
      readonly done?: { readonly people: number; readonly interactions: number };
    }
  | {
      readonly at: "passphrase";
      readonly file: File;
      /** The passphrase that did not open it; absent before one was tried. */
      readonly wrong?: string;
    }
  | { readonly at: "opening" }
  | { readonly at: "reading"; readonly share: number }
  | { readonly at: "preview"; readonly staged: StagedRestore; readonly isMoved: boolean };

/** The browser no longer has the file that was chosen. */
const isUnreadable = (error: unknown): boolean =>
  error instanceof DOMException &&
  ["NotReadableError", "NotFoundError", "SecurityError"].includes(error.name);

interface ReadingProps {
  readonly words: string;
  /** How much of the file is read, 0 to 1; absent where nobody knows. */
  readonly share?: number;
  readonly onCancel: () => void;
}

/** A file on its way in, and the way to stop that. */
function Reading({ words, share, onCancel }: ReadingProps) {
  return (
    <div class="progress">
      <p role="status">{words}</p>
      <progress
        {...(share !== undefined && { value: share })}
        aria-label={text("restoreHeading")}
      />
      <div class="row">
        <button type="button" class="button quiet" name="restore-cancel" onClick={onCancel}>
          {text("restoreCancel")}
        </button>
      </div>
    </div>
  );
}

/** Restores a backup: reads it, shows what would change, and changes it when the user says so. */
export function RestorePanel({
  undoable,
  onRestored,
  sealing = sealingInWorker,
}: RestorePanelProps) {
  const [step, setStep] = useState<RestoreStep>({ at: "choose" });
  const reading = useRef<AbortController>(undefined);
  const act = useAct();
  useEffect(() => () => reading.current?.abort(), []);

  /** Does a step of reading a file; where it fails, the user chooses again. */
  const reads = async (
    file: File,
    work: (signal: AbortSignal) => Promise<RestoreStep>,
  ): Promise<void> => {
    const controller = new AbortController();
    const { signal } = controller;
    reading.current = controller;
    try {
      setStep(await work(signal));
    } catch (error) {
      setStep({
        at: "choose",
        ...(isUnreadable(error) && { trouble: unreadableFileText(file.name) }),
      });
      if (!signal.aborted && !isUnreadable(error)) throw error;
    }
  };

  const stage = async (lines: Blob, name: string, signal: AbortSignal): Promise<RestoreStep> => {
    setStep({ at: "reading", share: 0 });
    const { stagedRestore } = await import("../exchange/restore-history.ts");
    const progress = (share: number) => setStep({ at: "reading", share });
    const result = await stagedRestore(askFromPage, lines, progress, signal);
    if ("problem" in result)
      return { at: "choose", trouble: restoreProblemText(result.problem, name) };
    return { at: "preview", staged: result, isMoved: false };
  };

  const read = (file: File): Promise<void> =>
    reads(file, async (signal) => {
      const { chosenFile, unpackedLines } = await import("../exchange/backup/opened-backup.ts");
      const { kind } = await chosenFile(file, file.name);
      if (kind === "sealed") return { at: "passphrase", file };
      if (kind !== "open") return { at: "choose", trouble: sealTroubleText(kind, file.name) };
      return stage(await unpackedLines(file), file.name, signal);
    });

  const open = (file: File, passphrase: string): Promise<void> =>
    reads(file, async (signal) => {
      setStep({ at: "opening" });
      const { unsealedLines } = await import("../exchange/backup/opened-backup.ts");
      const opened = await unsealedLines(file, passphrase, (...asked) =>
        sealing.open(...asked, signal),
      );
      if ("lines" in opened) return stage(opened.lines, file.name, signal);
      return opened.problem === "wrong-passphrase"
        ? { at: "passphrase", file, wrong: passphrase }
        : { at: "choose", trouble: sealTroubleText("damaged-seal", file.name) };
    });

  const commit = async (staged: StagedRestore): Promise<void> => {
    const { id, preview } = staged;
    try {
      const done = await askFromPage.commitRestore({ id, revision: preview.revision });
      setStep({ at: "choose", done });
      onRestored();
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== "history-moved") throw error;
      const counted = await askFromPage.previewRestore({ id });
      setStep({ at: "preview", staged: { ...staged, preview: counted }, isMoved: true });
    }
  };

  const cancel = async ({ id }: StagedRestore): Promise<void> => {
    setStep({ at: "choose" });
    await askFromPage.cancelRestore({ id });
  };

  const isUnderWay = act.state.at === "under-way";
  const stop = () => reading.current?.abort();
  return (
    <section class="panel">
      <h2>{text("restoreHeading")}</h2>
      <p class="soft">{text("restoreExplained")}</p>
      {step.at !== "preview" && step.at !== "passphrase" && (
        // The browser's own button speaks the language of the browser.
        <label class="button file">
          {text("restoreChoose")}
          <input
            class="hidden-words"
            type="file"
            name="restore"
            accept=".jsonl,.gz,.age,application/jsonl,application/gzip"
            disabled={isUnderWay}
            onChange={(event) => {
              const field = event.currentTarget;
              const file = field.files?.[0];
              if (file) act.run(() => read(file));
              // Choosing the same file again is a change as well.
              field.value = "";
            }}
          />
        </label>
      )}
      {step.at === "passphrase" && (
        <OpenSeal
          fileName={step.file.name}
          wrong={step.wrong}
          isUnderWay={isUnderWay}
          onOpen={(passphrase) => act.run(() => open(step.file, passphrase))}
          onCancel={() => setStep({ at: "choose" })}
        />
      )}
      {step.at === "opening" && <Reading words={text("restoreOpening")} onCancel={stop} />}
      {step.at === "reading" && (
        <Reading
          words={text("restoreReading", { share: percentText(step.share) })}
          share={step.share}
          onCancel={stop}
        />
      )}
      {step.at === "preview" && (
        <RestorePreview
          staged={step.staged}
          isMoved={step.isMoved}
          isUnderWay={isUnderWay}
          onCommit={() => act.run(() => commit(step.staged))}
          onCancel={() => act.run(() => cancel(step.staged))}
        />
      )}
      {step.at === "choose" && step.done && (
        <Notice kind="calm">
          {text("restoreDone", {
            people: text("peopleCount", { count: step.done.people }),
            interactions: text("interactionCount", { count: step.done.interactions }),
          })}
        </Notice>
      )}
      {step.at === "choose" && step.trouble && (
        <Notice kind="danger" title={step.trouble.title}>
          {step.trouble.next}
        </Notice>
      )}
      {act.state.at === "failed" && <ActNotice act={act} />}
      <UndoRestoreNotice
        restore={undoable}
        onKept={onRestored}
        onUndone={() => {
          setStep({ at: "choose" });
          onRestored();
        }}
      />
    </section>
  );
}
