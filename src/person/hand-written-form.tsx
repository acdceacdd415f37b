import { ActNotice } from "../components/acts/act-notice.tsx";
import { dayTyped, FIRST_DAY } from "../components/date-field.tsx";
import { fileDate } from "../components/offer-file.ts";
import { useAct } from "../components/acts/use-act.ts";
import { useDraft } from "../components/use-draft.ts";
import type { PersonId } from "../domain/person/person.ts";
import { askFromPage } from "../protocol/transport.ts";
import type { HandWritten } from "../protocol/views.ts";
import { text } from "../words/text.ts";

interface HandWrittenFormProps {
  readonly id: PersonId;
  readonly now: number;
  /** It is stored, under this key. */
  readonly onLogged: (key: string) => void;
}

const KINDS: readonly HandWritten["kind"][] = ["meeting", "call", "email", "other"];
const SIDES: readonly HandWritten["direction"][] = ["both", "out", "in"];

/** A day in a date field, from its first to its last moment in the reader's calendar. */
function dayIn(value: string): { readonly from: number; readonly to: number } | undefined {
  const from = dayTyped(value);
  if (from === undefined) return undefined;
  const day = new Date(from);
  const next = new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1);
  return { from, to: next.getTime() - 1 };
}

/** Logs what no page shows: a meeting, a call, an e-mail. */
export function HandWrittenForm({ id, now, onLogged }: HandWrittenFormProps) {
  const act = useAct();
  const [kind, setKind] = useDraft<HandWritten["kind"]>(id, "log kind", "meeting");
  const [direction, setDirection] = useDraft<HandWritten["direction"]>(id, "log side", "both");
  // Until a day is chosen it is today, also where the form stays open over midnight.
  const [chosenDay, setChosenDay] = useDraft<string | undefined>(id, "log day", undefined);
  const day = chosenDay ?? fileDate(now);
  const [words, setWords] = useDraft(id, "log words", "");
  const add = () => {
    const when = dayIn(day);
    if (when === undefined) return;
    const interaction = { kind, direction, ...when, ...(words.trim() && { words: words.trim() }) };
    act.run(async () => {
      onLogged(await askFromPage.addInteraction({ id, interaction }));
    });
  };
  return (
    <form
      class="stack-tight log-form"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <label class="field">
        <span>{text("writeDownWhat")}</span>
        <select
          value={kind}
          onChange={({ currentTarget: { value } }) =>
            setKind(KINDS.find((one) => one === value) ?? "other")
          }
        >
          {KINDS.map((one) => (
            <option key={one} value={one}>
              {text(`kind_${one}`)}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>{text("writeDownWho")}</span>
        <select
          value={direction}
          onChange={({ currentTarget: { value } }) =>
            setDirection(SIDES.find((one) => one === value) ?? "both")
          }
        >
          {SIDES.map((one) => (
            <option key={one} value={one}>
              {text(`direction_${one}`)}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>{text("writeDownWhen")}</span>
        <input
          type="date"
          required
          min={FIRST_DAY}
          max={fileDate(now)}
          value={day}
          onChange={({ currentTarget }) => setChosenDay(currentTarget.value)}
        />
      </label>
      <label class="field">
        <span>{text("choiceNote")}</span>
        <input
          type="text"
          name="words"
          dir={words === "" ? undefined : "auto"}
          maxLength={500}
          value={words}
          onInput={({ currentTarget }) => setWords(currentTarget.value)}
        />
      </label>
      <div class="row">
        <button type="submit" class="button main">
          {text("writeDownAdd")}
        </button>
      </div>
      <ActNotice act={act} />
    </form>
  );
}
