import type { Note, PersonId } from "../../domain/person/person.ts";
import { text } from "../../words/text.ts";
import { NoteField } from "./note-field.tsx";
import { useEntries } from "./use-entries.ts";

interface PersonNotesProps {
  readonly id: PersonId;
  readonly notes: readonly Note[];
  readonly now: number;
  readonly onChange: () => void;
}

/** The user's notes about a person, oldest first, and the way to add one. */
export function PersonNotes({ id, notes, now, onChange }: PersonNotesProps) {
  const { ids, touch, begin, begun } = useEntries(notes);
  return (
    <section class="stack-tight" aria-label={text("notes")}>
      {ids.length > 0 && (
        <ul class="stack-tight">
          {ids.map((note) => (
            <NoteField
              key={note}
              id={id}
              note={note}
              stored={notes.find((one) => one.id === note)}
              now={now}
              isBegun={note === begun}
              onEdit={() => touch(note)}
              onChange={onChange}
            />
          ))}
        </ul>
      )}
      <div class="row">
        <button type="button" class="button" name="add-note" onClick={begin}>
          {text("noteAdd")}
        </button>
      </div>
    </section>
  );
}
