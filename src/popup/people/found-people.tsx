import { useCallback } from "preact/hooks";
import { ChunkedList } from "../../components/pieces/chunked-list.tsx";
import type { PersonId } from "../../domain/person/person.ts";
import type { ReadyRow } from "../../domain/directory/ready-row.ts";
import type { PeopleFound } from "../../domain/directory/directory.ts";
import { lastContactText } from "../../words/tie-words.ts";
import { text } from "../../words/text.ts";
import { PersonRow } from "./person-row.tsx";

interface FoundPeopleProps {
  /** The beginning of the list, and how many there are. */
  readonly found: PeopleFound;
  /** Asks for the part that begins at a row; the same function while the list is the same. */
  readonly part: (start: number) => Promise<PeopleFound>;
  readonly now: number;
  readonly onPerson: (id: PersonId) => void;
}

/** The people who were looked for, and how many they are. */
export function FoundPeople({ found, part, now, onPerson }: FoundPeopleProps) {
  const { count } = found;
  const rows = useCallback(async (start: number) => (await part(start)).rows, [part]);
  const draw = useCallback(
    (row: ReadyRow, index: number) => (
      <PersonRow
        key={row.id}
        row={row}
        why={lastContactText(row.tie, now)}
        onPerson={onPerson}
        place={{ at: index + 1, of: count }}
      />
    ),
    [now, onPerson, count],
  );
  return (
    <>
      <p class="soft small" role="status">
        {text("foundCount", { count })}
      </p>
      {count > 0 && (
        <ChunkedList
          label={text("people")}
          count={count}
          first={found.rows}
          rows={rows}
          draw={draw}
        />
      )}
    </>
  );
}
