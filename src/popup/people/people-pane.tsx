import { useCallback, useMemo, useRef, useState } from "preact/hooks";
import { CHUNK } from "../../components/chunked-list.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Notice } from "../../components/acts/notice.tsx";
import { useAnswer } from "../../components/acts/use-answer.ts";
import type { PersonId } from "../../domain/person/person.ts";
import { askFromPage } from "../../protocol/transport.ts";
import { text } from "../../words/text.ts";
import { refusalText } from "../../words/trouble-words.ts";
import { useBackgroundAwake } from "./background-awake.ts";
import { FoundPeople } from "./found-people.tsx";
import { PeopleFilters, type Filter } from "./people-filters.tsx";

const EVERYBODY: Filter = { text: "", late: false, bands: [], twoWay: false, order: "overdue" };

interface PeoplePaneProps {
  readonly now: number;
  /** Whether it opens with those late by their own rhythm alone. */
  readonly late: boolean;
  /** Another number: something changed that the list shows, so it is asked for again. */
  readonly round: number;
  readonly onPerson: (id: PersonId) => void;
}

/** Everybody: searched at every keystroke, filtered, in any order, however many there are. */
export function PeoplePane({ now, late, round, onPerson }: PeoplePaneProps) {
  const [filter, setFilter] = useState<Filter>({ ...EVERYBODY, late });
  useBackgroundAwake();
  const field = useRef<HTMLInputElement>(null);
  const askFirst = useCallback(async () => {
    const rows = (start: number) => askFromPage.people({ ...filter, start, atMost: CHUNK });
    return { rows, found: await rows(0), round };
  }, [filter, round]);
  const [first] = useAnswer(askFirst);
  const answer = first.state === "answered" ? first.answer : undefined;
  // While a new list is under way the old one stays whole, and is not drawn again: the key that was pressed is drawn first.
  const list = useMemo(
    () =>
      answer && (
        <FoundPeople found={answer.found} part={answer.rows} now={now} onPerson={onPerson} />
      ),
    [answer, now, onPerson],
  );
  return (
    <>
      <search class="search">
        <label class="field">
          <span>{text("searchLabel")}</span>
          <input
            ref={field}
            type="search"
            name="search"
            value={filter.text}
            onInput={({ currentTarget }) => setFilter({ ...filter, text: currentTarget.value })}
          />
        </label>
        <PeopleFilters filter={filter} onFilter={setFilter} />
      </search>
      {first.state === "failed" && <Notice kind="danger">{refusalText(first.error)}</Notice>}
      {list}
      {answer?.found.count === 0 && (
        <EmptyState title={text("foundNobody")}>
          <p>{text("foundNobodyNext")}</p>
          <button
            type="button"
            class="button"
            onClick={() => {
              setFilter(EVERYBODY);
              // The button goes with what it said.
              field.current?.focus();
            }}
          >
            {text("showEverybody")}
          </button>
        </EmptyState>
      )}
    </>
  );
}
