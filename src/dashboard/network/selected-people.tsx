import { useCallback } from "preact/hooks";
import { Notice } from "../../components/acts/notice.tsx";
import { useAnswer } from "../../components/acts/use-answer.ts";
import { BandGlyph } from "../../components/pictures/band-glyph.tsx";
import type { PersonId } from "../../domain/person/person.ts";
import { askFromPage } from "../../protocol/transport.ts";
import { refusalText } from "../../words/trouble-words.ts";
import { text } from "../../words/text.ts";
import { bandText, lastContactText } from "../../words/tie-words.ts";
import { showPerson } from "../people/show-people.ts";

/** People named under the map; the rest are in the view. */
const NAMED = 12;

interface SelectedPeopleProps {
  /** Most worth naming first; at least one. */
  readonly ids: readonly PersonId[];
  readonly now: number;
}

/** Some of the people inside the rectangle, by name. */
export function SelectedPeople({ ids, now }: SelectedPeopleProps) {
  const named = ids.slice(0, NAMED).join(" ");
  const ask = useCallback(
    () => askFromPage.tableRows({ ids: named.split(" ") as readonly string[] as PersonId[] }),
    [named],
  );
  const [rows] = useAnswer(ask);
  if (rows.state === "failed") return <Notice kind="danger">{refusalText(rows.error)}</Notice>;
  if (rows.state === "asked") return <div class="selected-people" />;
  return (
    <table class="selected-people">
      <caption class="hidden-words">{text("networkSelected")}</caption>
      <tbody>
        {rows.answer.map(({ id, name, company, seen }) => (
          <tr key={id}>
            <th scope="row">
              <button type="button" class="link" onClick={() => showPerson(id)}>
                <bdi>{name}</bdi>
              </button>
            </th>
            <td class="soft">
              <bdi>{company}</bdi>
            </td>
            <td>
              <span class={`band band-${seen.band}`}>
                <BandGlyph band={seen.band} />
                {bandText(seen.band)}
              </span>
            </td>
            <td class="soft">{lastContactText(seen, now)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
