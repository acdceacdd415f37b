import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { ActNotice } from "../../components/acts/act-notice.tsx";
import { Notice } from "../../components/acts/notice.tsx";
import { useAct } from "../../components/acts/use-act.ts";
import type { FolderState } from "../../protocol/backup-questions.ts";
import { askFromPage } from "../../protocol/transport.ts";
import { agoText } from "../../words/moments.ts";
import { nameInSentence } from "../../words/name-text.ts";
import { sentencesText, text } from "../../words/text.ts";
import { sealing as sealingInWorker } from "../workers/sealing.ts";
import { allowAgain, canChooseFolders, chooseFolder, sentDirectory } from "./directories.ts";
import { FolderCopies } from "./folder-copies.tsx";
import { FolderSeal, type KeySealing, newKey, openWith } from "./folder-seal.tsx";
import { isTooShort, SealFields, type SealWanted } from "./seal-fields.tsx";

/** What is known of the folder, in sentences. */
export function folderText({ name, wroteAt, copies }: FolderState, now: number): string {
  return sentencesText([
    text("folderName", { name: nameInSentence(name) }),
    wroteAt === undefined
      ? text("folderNotWritten")
      : text("folderWritten", { when: agoText(wroteAt, wroteAt, now) }),
    copies.length > 0 ? text("folderOthers", { count: copies.length }) : undefined,
  ]);
}

/** What is wrong with the folder, in sentences; `undefined` where nothing is. */
export function folderTroubleText({
  waiting,
  later,
  held,
  hasFailed,
  damagedKeys,
  unsealed,
  unsealedOwn,
  seal,
}: FolderState): string | undefined {
  const sentences = [
    hasFailed ? text("folderFailed") : undefined,
    waiting > 0 ? text("folderWaiting", { count: waiting }) : undefined,
    later > 0 ? text("folderLater", { count: later }) : undefined,
    held > 0 ? text("folderHeld", { count: held }) : undefined,
    damagedKeys > 0 ? text("folderKeyDamaged", { count: damagedKeys }) : undefined,
    unsealed > 0 ? text("folderUnsealed", { count: unsealed }) : undefined,
    // They are sealed as soon as the passphrase is given.
    unsealedOwn > 0 && seal !== "asks"
      ? text("folderUnsealedOwn", { count: unsealedOwn })
      : undefined,
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
  /** A stand-in in tests. */
  readonly sealing?: KeySealing;
}

/** What is said of the files in a folder. Nothing of one that asks, and until all of them are sealed. */
const sealText = ({ seal, isAllSealed }: Pick<FolderState, "seal" | "isAllSealed">) => {
  if (seal === "none") return text("folderOpen");
  return seal !== "asks" && isAllSealed ? text("folderSealed") : undefined;
};

/** A folder in which the background keeps the history safe, and which several computers can share; nothing where the browser has no folders. */
export function FolderPanel({ folder, onChange, sealing = sealingInWorker }: FolderPanelProps) {
  const act = useAct();
  const [isSealed, setIsSealed] = useState(false);
  const [wanted, setWanted] = useState<SealWanted>({ passphrase: "", isKept: true });
  const leaving = useRef(new AbortController());
  useEffect(() => () => leaving.current.abort(), []);
  const directory = useSentDirectory(folder?.isGranted === false);
  const done = useCallback(
    (work: () => Promise<unknown>) => async (): Promise<void> => {
      await work();
      onChange();
    },
    [onChange],
  );
  /** The user chooses a folder. One that somebody sealed before is opened with the passphrase that the user gave. */
  const choose = useCallback(async (): Promise<void> => {
    const { signal } = leaving.current;
    if (!isSealed) {
      await chooseFolder();
      return;
    }
    if (!(await chooseFolder(() => newKey(wanted, sealing, signal)))) return;
    const { seal } = (await askFromPage.folderState()) ?? {};
    if (seal === "asks") await openWith(wanted, sealing, signal);
    setWanted({ ...wanted, passphrase: "" });
    setIsSealed(false);
  }, [isSealed, wanted, sealing]);
  if (!canChooseFolders()) return null;
  const isUnderWay = act.state.at === "under-way";
  const button = (
    name: string,
    words: string,
    work: () => Promise<unknown>,
    isDisabled = isUnderWay,
  ) => (
    <button
      type="button"
      class="button"
      name={name}
      disabled={isDisabled}
      onClick={() => act.run(done(work))}
    >
      {words}
    </button>
  );
  const trouble = folder && folderTroubleText(folder);
  const said = sealText(folder ?? { seal: isSealed ? "sealed" : "none", isAllSealed: isSealed });
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
      {folder !== undefined && (
        <FolderSeal
          folder={folder}
          act={act}
          onChange={onChange}
          sealing={sealing}
          signal={leaving.current.signal}
        />
      )}
      {folder === undefined && (
        <label class="toggle">
          <input
            type="checkbox"
            name="folder-sealed"
            checked={isSealed}
            disabled={isUnderWay}
            onChange={(event) => setIsSealed(event.currentTarget.checked)}
          />
          <span>{text("folderSeal")}</span>
        </label>
      )}
      {folder === undefined && isSealed && (
        <SealFields wanted={wanted} onChange={setWanted} isNew isDisabled={isUnderWay} />
      )}
      <div class="row">
        {folder?.isGranted === false &&
          directory !== undefined &&
          button("folder-allow", text("folderAllow"), () => allowAgain(directory))}
        {folder?.isGranted === true &&
          folder.seal !== "asks" &&
          button("folder-write", text("folderWrite"), () => askFromPage.keepFolder({ now: true }))}
        {button(
          "folder-choose",
          text(folder === undefined ? "folderChoose" : "folderChooseOther"),
          choose,
          isUnderWay || (folder === undefined && isSealed && isTooShort(wanted)),
        )}
        {folder !== undefined &&
          button("folder-forget", text("folderForget"), () => askFromPage.forgetFolder())}
      </div>
      {folder !== undefined && folder.copies.length > 0 && (
        <FolderCopies
          copies={folder.copies}
          mayTakeOut={folder.seal !== "asks"}
          now={Date.now()}
          onChange={onChange}
        />
      )}
      {said !== undefined && <p class="soft small">{said}</p>}
      <ActNotice act={act} />
    </section>
  );
}
