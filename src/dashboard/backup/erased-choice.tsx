import { text } from "../../words/text.ts";

interface ErasedChoiceProps {
  /** How many addresses of deleted people are kept; nothing is asked where there is none. */
  readonly count: number;
  readonly isWanted: boolean;
  readonly isDisabled: boolean;
  readonly onChange: (isWanted: boolean) => void;
}

/** Whether the list of deleted people goes along with a backup. */
export function ErasedChoice({ count, isWanted, isDisabled, onChange }: ErasedChoiceProps) {
  if (count === 0) return null;
  return (
    <>
      <label class="toggle">
        <input
          type="checkbox"
          name="export-erased"
          checked={isWanted}
          disabled={isDisabled}
          aria-describedby="export-erased-explained"
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <span>{text("exportErased", { count })}</span>
      </label>
      <p class="soft small" id="export-erased-explained">
        {text("exportErasedExplained")}
      </p>
    </>
  );
}
