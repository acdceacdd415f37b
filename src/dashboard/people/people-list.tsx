import { useCallback } from "preact/hooks";
import { BandGlyph } from "../../components/pictures/band-glyph.tsx";
import { CHUNK, ChunkedList } from "../../components/pieces/chunked-list.tsx";
import type { TableRow } from "../../domain/directory/people-table.ts";
import type { PersonId } from "../../domain/person/person.ts";
import { askFromPage } from "../../protocol/transport.ts";
import { nameInSentence, plainName } from "../../words/name-text.ts";
import { text } from "../../words/text.ts";
import { lastContactText } from "../../words/tie-words.ts";
import type { PeopleView } from "./views/people-view.ts";
import type { Selection } from "./selection.ts";

interface PeopleListProps {
  readonly view: PeopleView;
  readonly first: readonly TableRow[];
  readonly count: number;
  readonly now: number;
  readonly selection: Selection;
  readonly onSelect: (id: PersonId, isSelected: boolean) => void;
  readonly onPerson: (id: PersonId) => void;
}

/** The same people where the window is too narrow for a table. */
export function PeopleList(props: PeopleListProps) {
  const { view, first, count, now, selection, onSelect, onPerson } = props;
  const { text: words, conditions, by, descending } = view;
  const rows = useCallback(
    async (start: number) =>
      (
        await askFromPage.peopleTable({
          text: words,
          conditions,
          by,
          descending,
          start,
          atMost: CHUNK,
        })
      ).rows,
    [words, conditions, by, descending],
  );
  const draw = useCallback(
    (row: TableRow) => (
      <div class="line" role="listitem" key={row.id}>
        <label class="row-box">
          <input
            type="checkbox"
            aria-label={text("selectPerson", { name: nameInSentence(row.name) })}
            checked={selection.has(row.id)}
            onChange={({ currentTarget }) => onSelect(row.id, currentTarget.checked)}
          />
        </label>
        <div>
          <button type="button" class="line-name" onClick={() => onPerson(row.id)}>
            <bdi>{plainName(row.name)}</bdi>
          </button>
          {row.company !== undefined && <p class="soft small">{row.company}</p>}
          <p class={`small band-${row.seen.band}`}>
            <BandGlyph band={row.seen.band} /> {lastContactText(row.seen, now)}
          </p>
        </div>
      </div>
    ),
    [now, selection, onSelect, onPerson],
  );
  return (
    <ChunkedList
      label={text("people")}
      count={count}
      first={first.slice(0, CHUNK)}
      rows={rows}
      draw={draw}
    />
  );
}
