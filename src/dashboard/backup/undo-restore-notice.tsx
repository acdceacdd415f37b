import { useCallback } from "preact/hooks";
import { ActNotice } from "../../components/acts/act-notice.tsx";
import { Notice } from "../../components/acts/notice.tsx";
import { useAct } from "../../components/acts/use-act.ts";
import { lastAnswer } from "../../components/acts/use-answer.ts";
import { useFollowed } from "../../components/use-followed.ts";
import { askFromPage } from "../../protocol/transport.ts";
import { agoText } from "../../words/moments.ts";
import { text } from "../../words/text.ts";

interface UndoRestoreNoticeProps {
  /** The history that the page shows, as far as is known. */
  readonly history: string | undefined;
  readonly onUndone: () => void;
}

/** The way back from the last restore, until the user keeps it. */
export function UndoRestoreNotice({ history, onUndone }: UndoRestoreNoticeProps) {
  // Another history has another restore.
  const ask = useCallback(
    async () => (history === undefined ? undefined : askFromPage.undoableRestore()),
    [history],
  );
  const [answer, askAgain] = useFollowed(ask);
  const act = useAct();
  const restore = lastAnswer(answer);
  const isUnderWay = act.state.at === "under-way";
  const undo = async (): Promise<void> => {
    await askFromPage.undoRestore();
    askAgain();
    onUndone();
  };
  const keep = async (): Promise<void> => {
    await askFromPage.keepRestore();
    askAgain();
  };
  return (
    <>
      {restore !== undefined && (
        <Notice kind="calm">
          <p>{text("restoreUndoable", { when: agoText(restore.at, restore.at, Date.now()) })}</p>
          <div class="row">
            <button
              type="button"
              class="button"
              name="restore-undo"
              disabled={isUnderWay}
              onClick={() => act.run(undo)}
            >
              {text("restoreUndo")}
            </button>
            <button
              type="button"
              class="button"
              name="restore-keep"
              disabled={isUnderWay}
              onClick={() => act.run(keep)}
            >
              {text("restoreKeep")}
            </button>
          </div>
        </Notice>
      )}
      <ActNotice act={act} />
    </>
  );
}
