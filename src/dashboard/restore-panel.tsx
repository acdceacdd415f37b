import { useState } from "preact/hooks";
import { Notice } from "../components/notice.tsx";
import { askFromPage } from "../messages.ts";
import { counted, text } from "../words/text.ts";
import { refusalText, restoreProblemText } from "../words/trouble-words.ts";

interface RestorePanelProps {
  readonly onRestored: () => void;
}

/** How far a restoration has come. */
type Progress =
  | { readonly state: "idle" }
  | { readonly state: "adding"; readonly people: number }
  | { readonly state: "done"; readonly people: number; readonly interactions: number }
  | { readonly state: "failed"; readonly sentence: string };

/** Brings an export back. What is there already stays, so doing it twice changes nothing. */
export function RestorePanel({ onRestored }: RestorePanelProps) {
  const [progress, setProgress] = useState<Progress>({ state: "idle" });
  const restore = async (file: File) => {
    setProgress({ state: "adding", people: 0 });
    try {
      const { historyInText, restoreHistory } = await import("../exchange/restore-file.ts");
      const { history, problem } = historyInText(await file.text());
      if (problem) {
        setProgress({ state: "failed", sentence: restoreProblemText(problem) });
        return;
      }
      const counts = await restoreHistory(askFromPage, history, (people) =>
        setProgress({ state: "adding", people }),
      );
      setProgress({ state: "done", ...counts });
      onRestored();
    } catch (error) {
      setProgress({ state: "failed", sentence: refusalText(error) });
    }
  };
  return (
    <section class="panel">
      <h2>{text("restoreHeading")}</h2>
      <p class="soft">{text("restoreExplained")}</p>
      <label class="file">
        <span>{text("restoreChoose")}</span>
        <input
          type="file"
          name="restore"
          accept=".json,application/json"
          disabled={progress.state === "adding"}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (file) void restore(file);
          }}
        />
      </label>
      {progress.state === "adding" && (
        <p role="status">{counted("restoreProgress", progress.people)}</p>
      )}
      {progress.state === "done" && (
        <Notice kind="calm">
          {text("restoreDone")} {counted("peopleCount", progress.people)} ·{" "}
          {counted("interactionCount", progress.interactions)}
        </Notice>
      )}
      {progress.state === "failed" && <Notice kind="danger">{progress.sentence}</Notice>}
    </section>
  );
}
