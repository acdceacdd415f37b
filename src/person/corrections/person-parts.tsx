import { useState } from "preact/hooks";
import { ActNotice } from "../../components/acts/act-notice.tsx";
import { useAct } from "../../components/acts/use-act.ts";
import type { AliasPart } from "../../domain/directory/person-card.ts";
import type { Alias, PersonId } from "../../domain/person/person.ts";
import { askFromPage } from "../../protocol/transport.ts";
import { plainName } from "../../words/name-text.ts";
import { yearText } from "../../words/moments.ts";
import { text } from "../../words/text.ts";

/** Two people after they were split. */
export interface SplitPeople {
  readonly kept: PersonId;
  readonly split: PersonId;
}

interface PersonPartsProps {
  readonly id: PersonId;
  /** At least two. */
  readonly parts: readonly AliasPart[];
  readonly onSplit: (people: SplitPeople) => void;
  readonly onCancel: () => void;
}

/** "12 interactions, 2019 – 2024". */
function sum({ interactions, from, to }: AliasPart): string {
  const count = text("interactionCount", { count: interactions });
  if (from === undefined || to === undefined) return count;
  const [first, last] = [yearText(from), yearText(to)];
  return first === last
    ? text("partInYear", { interactions: count, year: first })
    : text("partInYears", { interactions: count, first, last });
}

/** Everything a person is known by, to mark what is somebody else's. */
export function PersonParts({ id, parts, onSplit, onCancel }: PersonPartsProps) {
  const act = useAct();
  const [marked, setMarked] = useState<readonly Alias[]>([]);
  const isSplit = marked.length > 0 && marked.length < parts.length;
  const splitPerson = () => {
    if (!isSplit) return;
    act.run(async () => onSplit(await askFromPage.splitPerson({ id, split: marked })));
  };
  return (
    <section class="unfolded" aria-label={text("splitHeading")}>
      <fieldset>
        <legend>{text("splitLead")}</legend>
        {parts.map((part) => (
          <label class="choice" key={part.alias}>
            <input
              type="checkbox"
              name="split"
              value={part.alias}
              checked={marked.includes(part.alias)}
              onChange={({ currentTarget: { checked } }) =>
                setMarked((before) => [
                  ...before.filter((alias) => alias !== part.alias),
                  ...(checked ? [part.alias] : []),
                ])
              }
            />
            <span>
              {part.name !== undefined && <bdi>{plainName(part.name)}</bdi>}{" "}
              <bdi class="soft">{part.alias.slice(part.alias.indexOf(":") + 1)}</bdi>
            </span>
            <small>{sum(part)}</small>
          </label>
        ))}
      </fieldset>
      <p class="small soft">{text("splitMeans")}</p>
      <div class="row">
        <button type="button" class="button main" aria-disabled={!isSplit} onClick={splitPerson}>
          {text("splitNow")}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {text("cancel")}
        </button>
      </div>
      <ActNotice act={act} />
    </section>
  );
}
