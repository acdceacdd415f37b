import { useCallback, useState } from "preact/hooks";
import { ChunkedList, CHUNK } from "../components/chunked-list.tsx";
import { Notice } from "../components/notice.tsx";
import { useAnswer } from "../components/use-answer.ts";
import type { PersonId } from "../domain/person.ts";
import { askFromPage } from "../messages.ts";
import { counted, text } from "../words/text.ts";
import { refusalText } from "../words/trouble-words.ts";
import { PeopleFilters, type Filter } from "./people-filters.tsx";
import { PersonRow } from "./person-row.tsx";

const EVERYBODY: Filter = { text: "", late: false, bands: [], twoWay: false, order: "overdue" };

interface PeoplePaneProps {
  readonly now: number;
  readonly onPerson: (id: PersonId) => void;
}

/** Everybody: searched at every keystroke, filtered, in any order, however many there are. */
export function PeoplePane({ now, onPerson }: PeoplePaneProps) {
  const [filter, setFilter] = useState<Filter>(EVERYBODY);
  const ask = useCallback(
    (start: number) => askFromPage.people({ ...filter, start, atMost: CHUNK }),
    [filter],
  );
  const askFirst = useCallback(async () => ({ ask, found: await ask(0) }), [ask]);
  const [first] = useAnswer(askFirst);
  const answer = first.state === "answered" ? first.answer : undefined;
  // The list goes with its count: while a new one is under way the old one stays whole.
  const rows = useCallback(
    async (start: number) => {
      if (answer === undefined) return [];
      return (start === 0 ? answer.found : await answer.ask(start)).rows;
    },
    [answer],
  );
  return (
    <>
      <search class="search">
        <label class="field">
          <span>{text("searchLabel")}</span>
          <input
            type="search"
            name="search"
            value={filter.text}
            onInput={({ currentTarget }) => setFilter({ ...filter, text: currentTarget.value })}
          />
        </label>
        <PeopleFilters filter={filter} onFilter={setFilter} />
      </search>
      {first.state === "failed" && <Notice kind="danger">{refusalText(first.error)}</Notice>}
      {answer && (
        <>
          <p class="soft small" role="status">
            {counted("foundCount", answer.found.count)}
          </p>
          {answer.found.count > 0 && (
            <ChunkedList
              label={text("people")}
              count={answer.found.count}
              rows={rows}
              draw={(row, index) => (
                <PersonRow
                  key={row.id}
                  row={row}
                  now={now}
                  onPerson={onPerson}
                  place={{ at: index + 1, of: answer.found.count }}
                />
              )}
            />
          )}
        </>
      )}
    </>
  );
}
