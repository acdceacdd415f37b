import { BandGlyph } from "../components/band-glyph.tsx";
import { Glyph } from "../components/glyph.tsx";
import { profileLink } from "../components/profile-link.ts";
import type { PersonId } from "../domain/person.ts";
import type { ReadyRow } from "../domain/ready-list.ts";
import { nameInSentence, plainName } from "../words/name-text.ts";
import { reasonText } from "../words/reason-words.ts";
import { text } from "../words/text.ts";
import { bandText, lastContactText } from "../words/tie-words.ts";

interface StaleRowProps {
  readonly row: ReadyRow;
  readonly now: number;
  readonly onPerson: (id: PersonId) => void;
}

/** What is known at all matters only where there was no contact, and these people all had some. */
const NO_COVERAGE = { archives: [] };

/** One person: who, when last, why now, and the way to them. */
export function StaleRow({ row, now, onPerson }: StaleRowProps) {
  const { id, alias, name, headline, tie, reasons } = row;
  const link = profileLink(alias);
  return (
    <li class={`person ${tie.band}`}>
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
        <p class="person-last">{lastContactText(tie, NO_COVERAGE, now)}</p>
        {reasons.map((reason) => (
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
          aria-label={text("openProfileOf", nameInSentence(name))}
          title={text("openProfile")}
        >
          <Glyph name="away" />
        </a>
      )}
    </li>
  );
}
