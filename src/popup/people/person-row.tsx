import type { ComponentChildren } from "preact";
import { BandGlyph } from "../../components/pictures/band-glyph.tsx";
import { Glyph, PAGE_SIGNS } from "../../components/pictures/glyph.tsx";
import { profileLink } from "../../components/profile-link.ts";
import type { PersonId } from "../../domain/person/person.ts";
import type { ReadyRow } from "../../domain/directory/ready-row.ts";
import { nameInSentence, plainName } from "../../words/name-text.ts";
import { reasonText } from "../../words/reason-words.ts";
import { text } from "../../words/text.ts";
import { rowFacts } from "../../domain/suggestions/said.ts";
import { bandText, lastFactText } from "../../words/tie-words.ts";

interface PersonRowProps {
  readonly row: ReadyRow & { readonly connected?: { readonly from: number; readonly to: number } };
  readonly now: number;
  readonly onPerson: (id: PersonId) => void;
  /** Place in a list of which only a part is drawn: from 1, and how many there are. */
  readonly place?: { readonly at: number; readonly of: number };
  /** What can be done about the person, under what is said of them. */
  readonly children?: ComponentChildren;
}

/** One person in a list: who, when last, why now, and the way to them. */
export function PersonRow({ row, now, onPerson, place, children }: PersonRowProps) {
  const { id, alias, name, headline, tie, reasons, connected } = row;
  const link = alias && profileLink(alias);
  const facts = rowFacts({ ...tie, ...(connected && { connected }) }, reasons, []);
  return (
    <li
      class={`person band-${tie.band}`}
      {...(place && { "aria-posinset": place.at, "aria-setsize": place.of })}
    >
      <span class="person-light">
        <BandGlyph band={tie.band} />
        <span class="hidden-words">{bandText(tie.band)}</span>
      </span>
      <div class="person-words">
        <button type="button" class="person-name" onClick={() => onPerson(id)}>
          <bdi>{plainName(name)}</bdi>
        </button>
        {headline && (
          <p class="soft small">
            <bdi>{plainName(headline)}</bdi>
          </p>
        )}
        {facts.last && <p class="person-last">{lastFactText(facts.last, now)}</p>}
        {alias === undefined && <p class="soft small">{text("byNameOnly")}</p>}
        {facts.reasons.map((reason) => (
          <p class="soft small" key={reason.code}>
            {reasonText(reason, now)}
          </p>
        ))}
      </div>
      {link !== undefined && (
        <a
          class="button icon"
          href={link}
          target="_blank"
          rel="noreferrer"
          aria-label={text("openProfileOf", { name: nameInSentence(name) })}
          title={text("openProfile")}
        >
          <Glyph sign={PAGE_SIGNS.away} sideways />
        </a>
      )}
      {children && <div class="person-more">{children}</div>}
    </li>
  );
}
