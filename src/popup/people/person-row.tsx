import type { ComponentChildren } from "preact";
import { Avatar } from "../../components/pieces/avatar.tsx";
import { Glyph, PAGE_SIGNS } from "../../components/pictures/glyph.tsx";
import type { PersonId } from "../../domain/person/person.ts";
import type { ReadyRow } from "../../domain/directory/ready-row.ts";
import { plainName } from "../../words/name-text.ts";
import { text, unbroken } from "../../words/text.ts";

interface PersonRowProps {
  readonly row: ReadyRow;
  /** The one reason why this person stands here. */
  readonly why: string | undefined;
  /** It is the next one to do something about. */
  readonly isNext?: boolean;
  readonly onPerson: (id: PersonId) => void;
  /** Place in a list of which only a part is drawn: from 1, and how many there are. */
  readonly place?: { readonly at: number; readonly of: number };
  /** What can be done about the person. */
  readonly children?: ComponentChildren;
  /** Stands under the row: how an act goes, words to change. */
  readonly below?: ComponentChildren;
}

/** What the person does, in its own direction, so that it is cut at its end; the user's own words about them come first, because they say more. */
function About({ row: { headline, note, alias } }: Pick<PersonRowProps, "row">) {
  if (note !== undefined)
    return (
      <p class="person-about" dir="auto">
        <Glyph sign={PAGE_SIGNS.note} /> {plainName(note)}
      </p>
    );
  if (headline !== undefined)
    return (
      <p class="person-about" dir="auto">
        {plainName(headline)}
      </p>
    );
  return alias === undefined ? <p class="person-about">{text("byNameOnly")}</p> : null;
}

/** One person in a list: who, and the one reason why now. The whole row opens the card. */
export function PersonRow({ row, why, isNext, onPerson, place, children, below }: PersonRowProps) {
  const { id, name, tie } = row;
  return (
    <li
      class={`person band-${tie.band}${isNext ? " next" : ""}`}
      data-row
      {...(place && { "aria-posinset": place.at, "aria-setsize": place.of })}
    >
      <Avatar id={id} name={name} band={tie.band} />
      <div class="person-words">
        <button type="button" class="person-name" dir="auto" onClick={() => onPerson(id)}>
          {plainName(name)}
        </button>
        <About row={row} />
      </div>
      {children !== undefined && <div class="actions">{children}</div>}
      {why !== undefined && <p class="person-why">{unbroken(why)}</p>}
      {below !== undefined && <div class="person-more">{below}</div>}
    </li>
  );
}
