import type { ComponentChildren } from "preact";
import { useCallback, useLayoutEffect, useRef } from "preact/hooks";
import { BandGlyph } from "../../components/pictures/band-glyph.tsx";
import { CARD_SIGNS, Glyph } from "../../components/pictures/glyph.tsx";
import { Notice } from "../../components/acts/notice.tsx";
import { PersonIntroducers } from "../../person/person-introducers.tsx";
import { profileLink } from "../../components/profile-link.ts";
import { TimelinePicture } from "../../components/pictures/timeline-picture.tsx";
import { useAnswer } from "../../components/acts/use-answer.ts";
import { linkAlias, workText } from "../../domain/directory/ready-row.ts";
import type { PersonId } from "../../domain/person/person.ts";
import { personAddress } from "../../protocol/person-address.ts";
import { askFromPage } from "../../protocol/transport.ts";
import { personCardText } from "../../words/person-card-text.ts";
import { text, unbroken } from "../../words/text.ts";
import { refusalText } from "../../words/trouble-words.ts";
import { personHash } from "../frame/address.ts";

/** Interactions listed. */
const LISTED = 8;

/** Interactions asked for: the picture is of the whole tie. */
const ASKED = 5000;

interface PersonDrawerProps {
  readonly id: PersonId;
  readonly now: number;
  /** Another number: something changed, so it is asked for again. */
  readonly round: number;
  readonly onPerson: (id: PersonId) => void;
  readonly onClose: () => void;
}

/** Who somebody is and how the tie stands, beside the table. Everything that can be changed is on the person's own page. */
export function PersonDrawer({ id, now, round, onPerson, onClose }: PersonDrawerProps) {
  const ask = useCallback(async () => {
    const [card, details] = await Promise.all([
      askFromPage.personCard({ id, atMost: ASKED }),
      askFromPage.personDetails({ id }),
    ]);
    return { card, details, round };
  }, [id, round]);
  const [known] = useAnswer(ask);
  const heading = useRef<HTMLHeadingElement>(null);
  const answer = known.state === "answered" ? known.answer : undefined;
  const shown = answer?.card.id;
  // At once: a key that is pressed as soon as the person is there is meant for the drawer.
  useLayoutEffect(() => {
    if (shown !== undefined) heading.current?.focus({ preventScroll: true });
  }, [shown]);
  const shell = (name: string, content: ComponentChildren) => (
    <aside
      class="drawer"
      aria-label={text("personCard")}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        onClose();
      }}
    >
      <header class="drawer-head">
        <h2 tabIndex={-1} ref={heading}>
          <bdi>{name}</bdi>
        </h2>
        <button type="button" class="button icon" aria-label={text("close")} onClick={onClose}>
          <Glyph sign={CARD_SIGNS.close} />
        </button>
      </header>
      {content}
    </aside>
  );
  if (known.state === "failed")
    return shell(text("personCard"), <Notice kind="danger">{refusalText(known.error)}</Notice>);
  if (answer === undefined)
    return shell(text("personCard"), <p class="waiting">{text("waiting")}</p>);
  const { card, details } = answer;
  const words = personCardText({ ...card, interactions: card.interactions.slice(0, LISTED) }, now);
  const alias = linkAlias(details.aliases);
  const profile = alias && profileLink(alias);
  const { tags = [], notes = [] } = details.choices;
  const work = workText(details.career);
  return shell(
    words.name,
    <>
      {work !== "" && (
        <p class="soft">
          <bdi>{work}</bdi>
        </p>
      )}
      <section class={`drawer-tie band-${words.band}`}>
        <p class="band">
          <BandGlyph band={words.band} />
          {words.bandName}
        </p>
        <p>{unbroken(words.last)}</p>
        <p class="soft small">{unbroken(words.reason)}</p>
      </section>
      {tags.length > 0 && (
        <p>
          {tags.map((tag) => (
            <bdi key={tag} class="tag">
              {tag}
            </bdi>
          ))}
        </p>
      )}
      {notes.toReversed().map((note) => (
        <blockquote key={note.id} dir="auto">
          {note.text}
        </blockquote>
      ))}
      <div class="row">
        <a class="button main" href={personHash(card.id)}>
          {text("openWholePage")}
        </a>
        <a class="button" href={`/${personAddress(card.id)}`} target="_blank" rel="noreferrer">
          {text("openPersonPage")}
        </a>
        {profile !== undefined && (
          <a class="button" href={profile} target="_blank" rel="noreferrer">
            {text("openProfile")}
          </a>
        )}
      </div>
      <PersonIntroducers people={details.introducers} now={now} onPerson={onPerson} />
      <TimelinePicture interactions={card.interactions} now={now} />
      {words.heading !== undefined && (
        <section>
          <h3>{words.heading}</h3>
          <ol class="drawer-list small">
            {words.rows.map(({ key, what, date, dateTime }) => (
              <li key={key}>
                <time class="soft" dateTime={dateTime}>
                  {date}
                </time>{" "}
                {what}
              </li>
            ))}
          </ol>
        </section>
      )}
      <footer class="soft small">
        {words.foot.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </footer>
    </>,
  );
}
