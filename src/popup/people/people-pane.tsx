import { useCallback, useEffect, useMemo, useRef } from "preact/hooks";
import { CHUNK } from "../../components/pieces/chunked-list.tsx";
import { EmptyState } from "../../components/pieces/empty-state.tsx";
import { Notice } from "../../components/acts/notice.tsx";
import { useAnswer } from "../../components/acts/use-answer.ts";
import type { PersonId } from "../../domain/person/person.ts";
import { askFromPage } from "../../protocol/transport.ts";
import { text } from "../../words/text.ts";
import { refusalText } from "../../words/trouble-words.ts";
import { FoundPeople } from "./found-people.tsx";
import { PeopleFilters, type Filter } from "./people-filters.tsx";

interface PeoplePaneProps {
  readonly filter: Filter;
  readonly now: number;
  /** Another number: something changed that the list shows, so it is asked for again. */
  readonly round: number;
  /** Another number: the first of these people is to be opened, as soon as they are there. */
  readonly entered: number;
  readonly onFilter: (filter: Filter) => void;
  readonly onPerson: (id: PersonId) => void;
  readonly onBack: () => void;
  /** Everybody is to be shown, and the field to have the focus. */
  readonly onEverybody: () => void;
}

/** Those who are looked for: asked for at every keystroke, filtered, in any order, however many there are. */
export function PeoplePane(props: PeoplePaneProps) {
  const { filter, now, round, entered, onFilter, onPerson, onBack, onEverybody } = props;
  const askFirst = useCallback(async () => {
    const rows = (start: number) => askFromPage.people({ ...filter, start, atMost: CHUNK });
    return { rows, found: await rows(0), round, filter };
  }, [filter, round]);
  const [first] = useAnswer(askFirst);
  const answer = first.state === "answered" ? first.answer : undefined;
  const opened = useRef(entered);
  useEffect(() => {
    // Enter may come before the people that fit the last letter.
    if (opened.current === entered || answer?.filter !== filter) return;
    opened.current = entered;
    const [one] = answer.found.rows;
    if (one !== undefined) onPerson(one.id);
  }, [entered, answer, filter, onPerson]);
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
      <PeopleFilters filter={filter} onFilter={onFilter} onBack={onBack} />
      {first.state === "failed" && <Notice kind="danger">{refusalText(first.error)}</Notice>}
      {list}
      {answer?.found.count === 0 && (
        <EmptyState title={text("foundNobody")}>
          <p>{text("foundNobodyNext")}</p>
          <button type="button" class="button" onClick={onEverybody}>
            {text("showEverybody")}
          </button>
        </EmptyState>
      )}
    </>
  );
}
