import { useContext, useEffect, useRef, useState } from "preact/hooks";
import { ActNotice } from "../../components/acts/act-notice.tsx";
import { LeavingContext } from "../../components/acts/leaving.ts";
import type { Note, PersonId } from "../../domain/person/person.ts";
import { dayText } from "../../words/moments.ts";
import { text } from "../../words/text.ts";
import { useChoose } from "./use-choose.ts";

interface NoteFieldProps {
  readonly id: PersonId;
  readonly note: string;
  /** As stored; absent for a new one. */
  readonly stored: Note | undefined;
  readonly now: number;
  readonly onEdit: () => void;
  readonly onChange: () => void;
}

/** A note is stored when the user has not typed for this long (ms). */
const PAUSE_MS = 500;

/** One note: it is stored in a pause of typing and when the field is left. An empty one is removed. */
export function NoteField(props: NoteFieldProps) {
  const { id, note, stored, now, onEdit, onChange } = props;
  const [act, choose] = useChoose(id, onChange);
  // Absent until something is typed here: so far the field shows what is stored.
  const [typed, setTyped] = useState<string>();
  const latest = useRef<string>(undefined);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  const sent = useRef(stored?.text ?? "");
  const save = useRef(() => {});
  const leaving = useContext(LeavingContext);
  save.current = () => {
    clearTimeout(pause.current);
    const words = latest.current?.trim();
    if (words === undefined || words === sent.current) return;
    sent.current = words;
    choose({ notes: { [note]: words } });
  };
  useEffect(() => {
    const flush = () => save.current();
    const gone = new AbortController();
    // The popup is closed without a word when the user clicks elsewhere.
    document.addEventListener("visibilitychange", flush, { signal: gone.signal });
    const remove = leaving?.add({ flush });
    return () => {
      // The card of somebody else may take its place while the user types: beside a page that goes on.
      flush();
      gone.abort();
      remove?.();
    };
  }, [leaving]);
  const isEmpty = (typed ?? stored?.text ?? "").trim() === "";
  return (
    <li class="kept">
      <label class="field note">
        <span class={stored ? "soft" : "hidden-words"}>
          {stored ? text("noteOf", { day: dayText(stored.at, now) }) : text("noteNew")}
        </span>
        <textarea
          name="note"
          rows={stored ? 2 : 1}
          dir={(typed ?? stored?.text ?? "") === "" ? undefined : "auto"}
          placeholder={stored ? undefined : text("noteAdd")}
          {...(!stored && { "aria-keyshortcuts": "n" })}
          maxLength={10_000}
          value={typed ?? stored?.text ?? ""}
          onInput={({ currentTarget }) => {
            latest.current = currentTarget.value;
            setTyped(currentTarget.value);
            onEdit();
            clearTimeout(pause.current);
            pause.current = setTimeout(() => save.current(), PAUSE_MS);
          }}
          onBlur={() => save.current()}
        />
      </label>
      <ActNotice act={act} done={text(isEmpty ? "noteRemoved" : "choiceKept")} />
    </li>
  );
}
