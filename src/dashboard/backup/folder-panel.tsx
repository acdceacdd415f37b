import { useCallback, useEffect, useState } from "preact/hooks";
import { ActNotice } from "../../components/acts/act-notice.tsx";
import { Notice } from "../../components/acts/notice.tsx";
import { useAct } from "../../components/acts/use-act.ts";
import type { FolderState } from "../../protocol/backup-questions.ts";
import { askFromPage } from "../../protocol/transport.ts";
import { agoText } from "../../words/moments.ts";
import { nameInSentence } from "../../words/name-text.ts";
import { sentencesText, text } from "../../words/text.ts";
import { allowAgain, canChooseFolders, chooseFolder, sentDirectory } from "./directories.ts";

/** What is known of the folder, in sentences. */
export function folderText({ name, wroteAt, others }: FolderState, now: number): string {
  return sentencesText([
    text("folderName", { name: nameInSentence(name) }),
    wroteAt === undefined
      ? text("folderNotWritten")
      : text("folderWritten", { when: agoText(wroteAt, wroteAt, now) }),
    others > 0 ? text("folderOthers", { count: others }) : undefined,
  ]);
}

/** What is wrong with the folder, in sentences; `undefined` where nothing is. */
export function folderTroubleText({
  waiting,
  later,
  held,
  hasFailed,
}: FolderState): string | undefined {
  const sentences = [
    hasFailed ? text("folderFailed") : undefined,
    waiting > 0 ? text("folderWaiting", { count: waiting }) : undefined,
    later > 0 ? text("folderLater", { count: later }) : undefined,
    held > 0 ? text("folderHeld", { count: held }) : undefined,
  ].filter((one) => one !== undefined);
  return sentences.length === 0 ? undefined : sentencesText(sentences);
}

/** The folder that the background needs the user's permission for; `undefined` until it has come. */
function useSentDirectory(isNeeded: boolean): FileSystemDirectoryHandle | undefined {
  const [directory, setDirectory] = useState<FileSystemDirectoryHandle>();
  useEffect(() => {
    if (!isNeeded) return undefined;
    const gone = new AbortController();
    sentDirectory(gone.signal).then(
      (sent) => setDirectory(sent),
      // Without it the button stays away; choosing the folder again helps.
      () => undefined,
    );
    return () => gone.abort();
  }, [isNeeded]);
  return directory;
}

interface FolderPanelProps {
  /** Absent while none is chosen. */
  readonly folder: FolderState | undefined;
  readonly onChange: () => void;
}

/** A folder in which the background keeps the history safe, and which several computers can share; nothing where the browser has no folders. */
export function FolderPanel({ folder, onChange }: FolderPanelProps) {
  const act = useAct();
  const directory = useSentDirectory(folder?.isGranted === false);
  const done = useCallback(
    (work: () => Promise<unknown>) => async (): Promise<void> => {
      await work();
      onChange();
    },
    [onChange],
  );
  if (!canChooseFolders()) return null;
  const isUnderWay = act.state.at === "under-way";
  const button = (name: string, words: string, work: () => Promise<unknown>) => (
    <button
      type="button"
      class="button"
      name={name}
      disabled={isUnderWay}
      onClick={() => act.run(done(work))}
    >
      {words}
    </button>
  );
  const trouble = folder && folderTroubleText(folder);
  return (
    <section class="panel">
      <h2>{text("folderHeading")}</h2>
      {folder === undefined ? (
        <p class="soft">{text("folderExplained")}</p>
      ) : (
        <p>{folderText(folder, Date.now())}</p>
      )}
      {trouble !== undefined && <Notice kind="calm">{trouble}</Notice>}
      {folder?.isGranted === false && (
        <Notice kind="danger" title={text("folderAsks")}>
          {text("folderAsksNext")}
        </Notice>
      )}
      <div class="row">
        {folder?.isGranted === false &&
          directory !== undefined &&
          button("folder-allow", text("folderAllow"), () => allowAgain(directory))}
        {folder?.isGranted === true &&
          button("folder-write", text("folderWrite"), () => askFromPage.keepFolder({ now: true }))}
        {button(
          "folder-choose",
          text(folder === undefined ? "folderChoose" : "folderChooseOther"),
          chooseFolder,
        )}
        {folder !== undefined &&
          button("folder-forget", text("folderForget"), () => askFromPage.forgetFolder())}
      </div>
      <p class="soft small">{text("folderOpen")}</p>
      <ActNotice act={act} />
    </section>
  );
}
