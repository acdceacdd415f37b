import type { Note, PersonId } from "../../domain/person/person.ts";
import { text } from "../../words/text.ts";
import { useLayoutEffect } from "preact/hooks";
import { NoteField } from "./note-field.tsx";
import { useEntries } from "./use-entries.ts";

interface PersonNotesProps {
  readonly id: PersonId;
  readonly notes: readonly Note[];
  readonly now: number;
  readonly onChange: () => void;
}

/** The user's notes about a person, the newest first, with an empty field for one more on top. */
export function PersonNotes({ id, notes, now, onChange }: PersonNotesProps) {
  const { ids, touch, begin } = useEntries(notes, 1);
  const isEmpty = (note: string) => !notes.some((one) => one.id === note);
  const hasEmpty = ids.some(isEmpty);
  useLayoutEffect(() => {
    if (!hasEmpty) begin();
  });
  return (
    <ul class="notes" aria-label={text("notes")}>
      {ids.toReversed().map((note) => (
        <NoteField
          key={note}
          id={id}
          note={note}
          stored={notes.find((one) => one.id === note)}
          now={now}
          onEdit={() => touch(note)}
          onChange={onChange}
        />
      ))}
    </ul>
  );
}
