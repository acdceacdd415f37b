import { ActNotice } from "../../components/acts/act-notice.tsx";
import type { Made } from "../../domain/records/made.ts";
import type { PersonId } from "../../domain/person/person.ts";
import { text } from "../../words/text.ts";
import { useChoose } from "./use-choose.ts";

interface TextChoiceProps {
  readonly id: PersonId;
  readonly name: string;
  readonly label: string;
  /** As stored. */
  readonly value: string;
  /** Stands under the field. */
  readonly hint?: string | undefined;
  readonly made: (words: string) => Made;
  readonly onChange: () => void;
}

/** A line of the user's own words about a person, stored when the field is left. */
export function TextChoice({ id, name, label, value, hint, made, onChange }: TextChoiceProps) {
  const [act, choose] = useChoose(id, onChange);
  return (
    <div class="kept">
      <label class="field">
        <span>{label}</span>
        <input
          type="text"
          name={name}
          dir="auto"
          maxLength={500}
          defaultValue={value}
          onChange={({ currentTarget }) => choose(made(currentTarget.value.trim()))}
        />
        {hint !== undefined && <small class="soft">{hint}</small>}
      </label>
      <ActNotice act={act} done={text("choiceKept")} />
    </div>
  );
}
