import { useEffect, useRef, useState } from "preact/hooks";
import { ActNotice } from "../components/acts/act-notice.tsx";
import { Notice } from "../components/acts/notice.tsx";
import { useAct } from "../components/acts/use-act.ts";
import type { StagedRestore } from "../exchange/restore-history.ts";
import { askFromPage, Refusal } from "../protocol/transport.ts";
import { restoreProblemText, unreadableFileText } from "../words/restore-words.ts";
import { percentText, text } from "../words/text.ts";
import type { TroubleText } from "../words/trouble-words.ts";
import { RestorePreview } from "./restore-preview.tsx";

interface RestorePanelProps {
  readonly onRestored: () => void;
}

/** How far a restore has come. */
type RestoreStep =
  | {
      readonly at: "choose";
      readonly trouble?: TroubleText;
      readonly done?: { readonly people: number; readonly interactions: number };
    }
  | { readonly at: "reading"; readonly share: number }
  | { readonly at: "preview"; readonly staged: StagedRestore; readonly isMoved: boolean };

/** The browser no longer has the file that was chosen. */
const isUnreadable = (error: unknown): boolean =>
  error instanceof DOMException &&
  ["NotReadableError", "NotFoundError", "SecurityError"].includes(error.name);

/** Restores a backup: reads it, shows what would change, and changes it when the user says so. */
export function RestorePanel({ onRestored }: RestorePanelProps) {
  const [step, setStep] = useState<RestoreStep>({ at: "choose" });
  const reading = useRef<AbortController>(undefined);
  const act = useAct();
  useEffect(() => () => reading.current?.abort(), []);

  const read = async (file: File): Promise<void> => {
    const controller = new AbortController();
    const { signal } = controller;
    reading.current = controller;
    setStep({ at: "reading", share: 0 });
    try {
      const { stagedRestore } = await import("../exchange/restore-history.ts");
      const result = await stagedRestore(
        askFromPage,
        file,
        (share) => setStep({ at: "reading", share }),
        signal,
      );
      setStep(
        "problem" in result
          ? { at: "choose", trouble: restoreProblemText(result.problem, file.name) }
          : { at: "preview", staged: result, isMoved: false },
      );
    } catch (error) {
      setStep({
        at: "choose",
        ...(isUnreadable(error) && { trouble: unreadableFileText(file.name) }),
      });
      if (!signal.aborted && !isUnreadable(error)) throw error;
    }
  };

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
  return (
    <section class="panel">
      <h2>{text("restoreHeading")}</h2>
      <p class="soft">{text("restoreExplained")}</p>
      {step.at !== "preview" && (
        // The browser's own button speaks the language of the browser.
        <label class="button file">
          {text("restoreChoose")}
          <input
            class="hidden-words"
            type="file"
            name="restore"
            accept=".jsonl,application/jsonl"
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
      {step.at === "reading" && (
        <div class="progress">
          <p role="status">{text("restoreReading", { share: percentText(step.share) })}</p>
          <progress value={step.share} aria-label={text("restoreHeading")} />
          <div class="row">
            <button
              type="button"
              class="button quiet"
              name="restore-cancel"
              onClick={() => reading.current?.abort()}
            >
              {text("restoreCancel")}
            </button>
          </div>
        </div>
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
    </section>
  );
}
