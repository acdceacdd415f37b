import { useState } from "preact/hooks";
import type { Act } from "../../components/acts/use-act.ts";
import { Notice } from "../../components/acts/notice.tsx";
import { bytesOfBase64, base64 } from "../../exchange/backup/base64.ts";
import type { SecretKey } from "../../exchange/backup/folder-secret.ts";
import type { FolderState, SentKey } from "../../protocol/backup-questions.ts";
import { askFromPage } from "../../protocol/transport.ts";
import { text } from "../../words/text.ts";
import type { Sealing } from "../workers/sealing.ts";
import { isTooShort, SealFields, type SealWanted } from "./seal-fields.tsx";

/** What seals and opens keys. */
export type KeySealing = Pick<Sealing, "makeKey" | "openKeys">;

const asSent = ({ file, scalar }: SecretKey, isKept: boolean): SentKey => ({
  file: base64(file),
  scalar,
  isKept,
});

/** A new key for a folder, as the background takes it. */
export const newKey = async (
  { passphrase, isKept }: SealWanted,
  sealing: KeySealing,
  signal: AbortSignal,
): Promise<SentKey> => asSent(await sealing.makeKey(passphrase, signal), isKept);

/** What came of a passphrase. */
type PassphraseOutcome = "opened" | "wrong" | "no-key";

/** Opens the keys in the folder that this browser does not have, as far as the passphrase does. */
export async function openWith(
  { passphrase, isKept }: SealWanted,
  sealing: KeySealing,
  signal: AbortSignal,
): Promise<PassphraseOutcome> {
  const found = await askFromPage.folderKeys();
  if (found.length === 0) return "no-key";
  const keys = found.map(({ id, file }) => ({ id, file: bytesOfBase64(file) }));
  const opened = await sealing.openKeys(keys, passphrase, signal);
  if (opened.length === 0) return "wrong";
  await askFromPage.openFolder({ keys: opened.map((key) => asSent(key, isKept)) });
  return "opened";
}

/** Where the folder asks for a passphrase, as a title and what follows. */
function askedText({ seal, locked }: FolderState): { title: string; next: string } | undefined {
  switch (seal) {
    case "asks":
      return { title: text("folderSealedTitle"), next: text("folderSealedNext") };
    case "other-key":
      return { title: text("folderOtherKeyTitle"), next: text("folderOtherKeyNext") };
    case "locked":
      return {
        title: text("folderLockedTitle"),
        next: text("folderLockedNext", { count: locked }),
      };
    default:
      return undefined;
  }
}

interface FolderSealProps {
  readonly folder: FolderState;
  readonly act: Act;
  readonly onChange: () => void;
  readonly sealing: KeySealing;
  readonly signal: AbortSignal;
}

/** Seals a folder that is in use, or asks for the passphrase of one that is sealed. */
export function FolderSeal({ folder, act, onChange, sealing, signal }: FolderSealProps) {
  const [isOpen, setIsOpen] = useState(false);
  const [passphrase, setPassphrase] = useState("");
  const [isKeptWanted, setIsKeptWanted] = useState<boolean>();
  // Where the key is not kept, the user wanted it so.
  const wanted = { passphrase, isKept: isKeptWanted ?? folder.seal !== "locked" };
  const setWanted = (now: SealWanted): void => {
    setPassphrase(now.passphrase);
    if (now.isKept !== wanted.isKept) setIsKeptWanted(now.isKept);
  };
  const begunAnew = (): void => {
    setPassphrase("");
    setIsKeptWanted(undefined);
  };
  const [trouble, setTrouble] = useState<Exclude<PassphraseOutcome, "opened">>();
  const isUnderWay = act.state.at === "under-way";
  const asked = askedText(folder);
  const seal = async (): Promise<void> => {
    await askFromPage.sealFolder({ key: await newKey(wanted, sealing, signal) });
    begunAnew();
    setIsOpen(false);
    onChange();
  };
  const open = async (): Promise<void> => {
    setTrouble(undefined);
    const outcome = await openWith(wanted, sealing, signal);
    if (outcome === "opened") begunAnew();
    else setTrouble(outcome);
    onChange();
  };

  if (asked !== undefined)
    return (
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (wanted.passphrase !== "") act.run(open);
        }}
      >
        <Notice kind={folder.seal === "locked" ? "calm" : "danger"} title={asked.title}>
          {asked.next}
        </Notice>
        <SealFields wanted={wanted} onChange={setWanted} isNew={false} isDisabled={isUnderWay} />
        {trouble !== undefined && (
          <p class="wrong" role="alert">
            {text(trouble === "wrong" ? "restoreWrongPassphrase" : "folderNoKey")}
          </p>
        )}
        <div class="row">
          <button
            type="submit"
            class="button main"
            name="folder-open"
            disabled={isUnderWay || wanted.passphrase === ""}
          >
            {text("folderUnlock")}
          </button>
        </div>
      </form>
    );
  if (folder.seal !== "none" || !folder.isGranted) return null;
  if (!isOpen)
    return (
      <div class="row">
        <button
          type="button"
          class="button"
          name="folder-seal"
          disabled={isUnderWay}
          onClick={() => setIsOpen(true)}
        >
          {text("folderSeal")}
        </button>
      </div>
    );
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isTooShort(wanted)) act.run(seal);
      }}
    >
      <SealFields wanted={wanted} onChange={setWanted} isNew isDisabled={isUnderWay} />
      <p class="soft small">{text("folderSealOlder")}</p>
      <div class="row">
        <button
          type="submit"
          class="button main"
          name="folder-seal-now"
          disabled={isUnderWay || isTooShort(wanted)}
        >
          {text("folderSealNow")}
        </button>
        <button
          type="button"
          class="button quiet"
          name="folder-seal-cancel"
          disabled={isUnderWay}
          onClick={() => setIsOpen(false)}
        >
          {text("restoreCancel")}
        </button>
      </div>
    </form>
  );
}
