import { useEffect, useRef, useState } from "preact/hooks";
import { ActNotice } from "../../components/acts/act-notice.tsx";
import { useAct } from "../../components/acts/use-act.ts";
import type { StagedRestore } from "../../exchange/restore-history.ts";
import { askFromPage, Refusal } from "../../protocol/transport.ts";
import {
  restoreProblemText,
  sealTroubleText,
  unreadableFileText,
} from "../../words/restore-words.ts";
import { percentText, text } from "../../words/text.ts";
import type { TroubleText } from "../../words/trouble-words.ts";
import { OpenSeal } from "./open-seal.tsx";
import { RestorePreview } from "./restore-preview.tsx";
import { type Sealing, sealing as sealingInWorker } from "../workers/sealing.ts";

/** How a restore ended. Empty where the user left it. */
export interface RestoreEnd {
  /** Why nothing came of it. */
  readonly trouble?: TroubleText;
  /** What the history holds since. */
  readonly done?: { readonly people: number; readonly interactions: number };
}

interface RestoreFlowProps {
  readonly file: File;
  readonly onEnd: (end: RestoreEnd) => void;
  /** A stand-in in tests. */
  readonly sealing?: Pick<Sealing, "open">;
}

/** How far a restore has come. */
type RestoreStep =
  | {
      readonly at: "passphrase";
      /** The passphrase that did not open it; absent before one was tried. */
      readonly wrong?: string;
    }
  | { readonly at: "opening" }
  | { readonly at: "reading"; readonly share: number }
  /** Something that was asked was not answered: it can be tried again. */
  | { readonly at: "failed" }
  | {
      readonly at: "preview";
      readonly staged: StagedRestore;
      readonly isSealed: boolean;
      readonly isMoved: boolean;
    };

/** The browser no longer has the file that was chosen. */
export const isUnreadable = (error: unknown): boolean =>
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
export function RestoreFlow({ file, onEnd, sealing = sealingInWorker }: RestoreFlowProps) {
  const [step, setStep] = useState<RestoreStep>({ at: "reading", share: 0 });
  const reading = useRef<AbortController>(undefined);
  const act = useAct();

  /** Does a step of reading the file. */
  const reads = async (work: (signal: AbortSignal) => Promise<void>): Promise<void> => {
    const controller = new AbortController();
    reading.current = controller;
    try {
      await work(controller.signal);
    } catch (error) {
      if (controller.signal.aborted) return;
      if (isUnreadable(error)) onEnd({ trouble: unreadableFileText(file.name) });
      else {
        setStep({ at: "failed" });
        throw error;
      }
    }
  };

  const stage = async (lines: Blob, isSealed: boolean, signal: AbortSignal): Promise<void> => {
    setStep({ at: "reading", share: 0 });
    const { stagedRestore } = await import("../../exchange/restore-history.ts");
    const progress = (share: number) => setStep({ at: "reading", share });
    const result = await stagedRestore(askFromPage, lines, progress, signal);
    if ("problem" in result) onEnd({ trouble: restoreProblemText(result.problem, file.name) });
    else setStep({ at: "preview", staged: result, isSealed, isMoved: false });
  };

  const read = (): Promise<void> =>
    reads(async (signal) => {
      const { chosenFile, unpackedLines } = await import("../../exchange/backup/opened-backup.ts");
      const { kind } = await chosenFile(file, file.name);
      if (kind === "sealed") setStep({ at: "passphrase" });
      else if (kind === "open") await stage(await unpackedLines(file), false, signal);
      else onEnd({ trouble: sealTroubleText(kind, file.name) });
    });

  const readNow = useRef(() => act.run(read));
  useEffect(() => {
    readNow.current();
    return () => reading.current?.abort();
  }, []);

  const open = (passphrase: string): Promise<void> =>
    reads(async (signal) => {
      setStep({ at: "opening" });
      const { unsealedLines } = await import("../../exchange/backup/opened-backup.ts");
      const opened = await unsealedLines(file, passphrase, (...asked) =>
        sealing.open(...asked, signal),
      );
      if ("lines" in opened) await stage(opened.lines, true, signal);
      else if (opened.problem === "wrong-passphrase")
        setStep({ at: "passphrase", wrong: passphrase });
      else onEnd({ trouble: sealTroubleText("damaged-seal", file.name) });
    });

  const commit = async (staged: StagedRestore, isSealed: boolean): Promise<void> => {
    const { id, preview } = staged;
    try {
      onEnd({ done: await askFromPage.commitRestore({ id, revision: preview.revision }) });
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== "history-moved") throw error;
      const counted = await askFromPage.previewRestore({ id });
      setStep({ at: "preview", staged: { ...staged, preview: counted }, isSealed, isMoved: true });
    }
  };

  const cancel = async ({ id }: StagedRestore): Promise<void> => {
    await askFromPage.cancelRestore({ id });
    onEnd({});
  };

  const isUnderWay = act.state.at === "under-way";
  const leave = () => {
    reading.current?.abort();
    onEnd({});
  };
  return (
    <>
      {step.at === "passphrase" && (
        <OpenSeal
          fileName={file.name}
          wrong={step.wrong}
          isUnderWay={isUnderWay}
          onOpen={(passphrase) => act.run(() => open(passphrase))}
          onCancel={leave}
        />
      )}
      {step.at === "opening" && <Reading words={text("restoreOpening")} onCancel={leave} />}
      {step.at === "reading" && (
        <Reading
          words={text("restoreReading", { share: percentText(step.share) })}
          share={step.share}
          onCancel={leave}
        />
      )}
      {step.at === "preview" && (
        <RestorePreview
          staged={step.staged}
          isSealed={step.isSealed}
          isMoved={step.isMoved}
          isUnderWay={isUnderWay}
          onCommit={() => act.run(() => commit(step.staged, step.isSealed))}
          onCancel={() => act.run(() => cancel(step.staged))}
        />
      )}
      {act.state.at === "failed" && <ActNotice act={act} />}
      {step.at === "failed" && (
        <div class="row">
          <button type="button" class="button quiet" name="restore-cancel" onClick={leave}>
            {text("restoreCancel")}
          </button>
        </div>
      )}
    </>
  );
}
