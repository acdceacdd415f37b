import { Avatar } from "../components/pieces/avatar.tsx";
import type { Introducer } from "../domain/directory/introducers.ts";
import type { PersonId } from "../domain/person/person.ts";
import { plainName } from "../words/name-text.ts";
import { text } from "../words/text.ts";
import { lastContactText } from "../words/tie-words.ts";

interface PersonIntroducersProps {
  readonly people: readonly Introducer[];
  readonly now: number;
  readonly onPerson: (id: PersonId) => void;
}

/** Who could introduce the user to somebody they do not know: mutual connections, each with the last exchange. */
export function PersonIntroducers({ people, now, onPerson }: PersonIntroducersProps) {
  if (people.length === 0) return null;
  return (
    <section class="introducers">
      <h3>{text("introducers")}</h3>
      <ul>
        {people.map(({ id, name, tie }) => (
          <li key={id}>
            <Avatar id={id} name={name} band={tie.band} />
            <div>
              <button type="button" class="button quiet small" onClick={() => onPerson(id)}>
                <bdi>{plainName(name)}</bdi>
              </button>
              <p class="soft small">{lastContactText(tie, now)}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
