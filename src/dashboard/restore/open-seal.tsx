import { useState } from "preact/hooks";
import { dayInName } from "../../exchange/backup/backup-name.ts";
import { dateText } from "../../words/moments.ts";
import { nameInSentence } from "../../words/name-text.ts";
import { text } from "../../words/text.ts";
import { PassphraseField } from "../backup/passphrase-field.tsx";

interface OpenSealProps {
  readonly fileName: string;
  /** The passphrase that was tried and does not open the file. */
  readonly wrong: string | undefined;
  readonly isUnderWay: boolean;
  readonly onOpen: (passphrase: string) => void;
  readonly onCancel: () => void;
}

/** Asks for the passphrase of a sealed backup. */
export function OpenSeal({ fileName, wrong, isUnderWay, onOpen, onCancel }: OpenSealProps) {
  const [passphrase, setPassphrase] = useState(wrong ?? "");
  const at = dayInName(fileName);
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (passphrase !== "") onOpen(passphrase);
      }}
    >
      <p class="preview-heading" role="status">
        {at === undefined
          ? text("restoreSealed", { file: nameInSentence(fileName) })
          : text("restoreGivenSealed", { day: dateText(at, at) })}
      </p>
      <PassphraseField
        label={text("passphrase")}
        value={passphrase}
        onChange={setPassphrase}
        isDisabled={isUnderWay}
      />
      {wrong !== undefined && (
        <p class="wrong" role="alert">
          {text("restoreWrongPassphrase")}
        </p>
      )}
      <div class="row">
        <button
          type="submit"
          class="button main"
          name="restore-open"
          disabled={isUnderWay || passphrase === ""}
        >
          {text("restoreOpen")}
        </button>
        <button type="button" class="button quiet" name="restore-cancel" onClick={onCancel}>
          {text("restoreCancel")}
        </button>
      </div>
    </form>
  );
}
