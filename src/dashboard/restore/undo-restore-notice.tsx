import { ActNotice } from "../../components/acts/act-notice.tsx";
import { Notice } from "../../components/acts/notice.tsx";
import { useAct } from "../../components/acts/use-act.ts";
import type { UndoableRestore } from "../../protocol/backup-questions.ts";
import { askFromPage } from "../../protocol/transport.ts";
import { agoText } from "../../words/moments.ts";
import { text } from "../../words/text.ts";

interface UndoRestoreNoticeProps {
  /** The last restore; absent where none can be undone. */
  readonly restore: UndoableRestore | undefined;
  readonly onUndone: () => void;
  readonly onKept: () => void;
}

/** The way back from the last restore, until the user keeps it. */
export function UndoRestoreNotice({ restore, onUndone, onKept }: UndoRestoreNoticeProps) {
  const act = useAct();
  const isUnderWay = act.state.at === "under-way";
  const undo = async (): Promise<void> => {
    await askFromPage.undoRestore();
    onUndone();
  };
  const keep = async (): Promise<void> => {
    await askFromPage.keepRestore();
    onKept();
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
