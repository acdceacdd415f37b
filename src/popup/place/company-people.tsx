import { useCallback, useState } from "preact/hooks";
import { Notice } from "../../components/acts/notice.tsx";
import { lastAnswer } from "../../components/acts/use-answer.ts";
import { useFollowed } from "../../components/use-followed.ts";
import type { PersonId } from "../../domain/person/person.ts";
import { askFromPage } from "../../protocol/transport.ts";
import { nameInSentence } from "../../words/name-text.ts";
import { lastContactText } from "../../words/tie-words.ts";
import { text } from "../../words/text.ts";
import { refusalText } from "../../words/trouble-words.ts";
import { EVERYBODY } from "../people/people-filters.tsx";
import { PersonRow } from "../people/person-row.tsx";

interface CompanyPeopleProps {
  /** As the page shows it. */
  readonly name: string;
  readonly now: number;
  readonly onPerson: (id: PersonId) => void;
}

/** People shown at first: as many as leave the week in view. */
const FEW = 4;

/** As many as can be asked for at once. */
const MOST = 200;

/** Whom the user knows at a company, the warmest tie first. */
export function CompanyPeople({ name, now, onPerson }: CompanyPeopleProps) {
  const [isWhole, setIsWhole] = useState(false);
  const ask = useCallback(
    () =>
      askFromPage.people({
        ...EVERYBODY,
        company: name,
        known: true,
        start: 0,
        atMost: isWhole ? MOST : FEW,
      }),
    [name, isWhole],
  );
  const [answer] = useFollowed(ask);
  const found = lastAnswer(answer);
  if (answer.state === "failed" && found === undefined)
    return <Notice kind="danger">{refusalText(answer.error)}</Notice>;
  if (found === undefined) return null;
  const { count, rows } = found;
  return (
    <section class="tab-in-front company" aria-labelledby="company-heading">
      <h2 id="company-heading">
        {text("besideCompany", { count, company: nameInSentence(name) })}
      </h2>
      {rows.length > 0 && (
        <ul class="people">
          {rows.map((row) => (
            <PersonRow
              key={row.id}
              row={row}
              why={lastContactText(row.tie, now)}
              onPerson={onPerson}
            />
          ))}
        </ul>
      )}
      {count > rows.length && !isWhole && (
        <button type="button" class="button quiet small" onClick={() => setIsWhole(true)}>
          {text("besideAll", { count: Math.min(count, MOST) })}
        </button>
      )}
    </section>
  );
}
