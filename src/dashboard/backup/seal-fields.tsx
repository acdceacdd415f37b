import { LEAST_CHARACTERS, suggestedPassphrase } from "../../exchange/backup/passphrase.ts";
import { numberText, text } from "../../words/text.ts";
import { PassphraseField } from "./passphrase-field.tsx";

/** What the user wants of the seal of a folder. */
export interface SealWanted {
  readonly passphrase: string;
  /** What opens files is to be kept in this browser. */
  readonly isKept: boolean;
}

/** Whether nothing can be sealed with it. */
export const isTooShort = ({ passphrase }: SealWanted): boolean =>
  [...passphrase].length < LEAST_CHARACTERS;

interface SealFieldsProps {
  readonly wanted: SealWanted;
  readonly onChange: (wanted: SealWanted) => void;
  /** The passphrase is a new one; otherwise it is one that the user has. */
  readonly isNew: boolean;
  readonly isDisabled: boolean;
}

/** The passphrase of a folder, and whether this browser is to need it again. */
export function SealFields({ wanted, onChange, isNew, isDisabled }: SealFieldsProps) {
  return (
    <>
      <PassphraseField
        label={text("passphrase")}
        value={wanted.passphrase}
        onChange={(passphrase) => onChange({ ...wanted, passphrase })}
        {...(isNew && { suggest: suggestedPassphrase, explained: "folder-passphrase-explained" })}
        isDisabled={isDisabled}
      />
      {isNew && (
        <p class="soft small" id="folder-passphrase-explained">
          {text("folderSealExplained", { least: numberText(LEAST_CHARACTERS) })}
        </p>
      )}
      <label class="toggle">
        <input
          type="checkbox"
          name="folder-key-kept"
          checked={wanted.isKept}
          disabled={isDisabled}
          aria-describedby="folder-key-explained"
          onChange={(event) => onChange({ ...wanted, isKept: event.currentTarget.checked })}
        />
        <span>{text("folderKeyKept")}</span>
      </label>
      <p class="soft small" id="folder-key-explained">
        {text("folderKeyExplained")}
      </p>
    </>
  );
}
