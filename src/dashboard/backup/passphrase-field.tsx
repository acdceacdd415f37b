import { useState } from "preact/hooks";
import { text } from "../../words/text.ts";

interface PassphraseFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** A button beside the field; absent where there is none. */
  readonly suggest?: () => string;
  /** The id of what is said about the field. */
  readonly explained?: string;
  readonly isDisabled: boolean;
}

/** A passphrase, hidden until the user wants to see it. */
export function PassphraseField({
  label,
  value,
  onChange,
  suggest,
  explained,
  isDisabled,
}: PassphraseFieldProps) {
  const [isShown, setIsShown] = useState(false);
  return (
    <>
      <label class="field">
        {label}
        <input
          {...(isShown ? { type: "text" as const } : { type: "password" as const })}
          name="passphrase"
          value={value}
          maxLength={200}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          dir="ltr"
          disabled={isDisabled}
          aria-describedby={explained}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      </label>
      <div class="row">
        <label class="toggle">
          <input
            type="checkbox"
            name="passphrase-shown"
            checked={isShown}
            onChange={(event) => setIsShown(event.currentTarget.checked)}
          />
          <span>{text("passphraseShow")}</span>
        </label>
        {suggest && (
          <button
            type="button"
            class="button quiet"
            name="passphrase-suggest"
            disabled={isDisabled}
            onClick={() => {
              onChange(suggest());
              setIsShown(true);
            }}
          >
            {text("passphraseSuggest")}
          </button>
        )}
      </div>
    </>
  );
}
