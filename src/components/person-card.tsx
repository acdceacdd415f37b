import type { ComponentChildren } from "preact";
import type { CardText } from "../protocol/views.ts";
import { BandGlyph } from "./pictures/band-glyph.tsx";
import { CARD_SIGNS, Glyph } from "./pictures/glyph.tsx";
import { InteractionList } from "./interaction-list.tsx";

interface PersonCardProps {
  /** What it says; from `personCardText`. */
  readonly card: CardText;
  /** Id for the heading, to label the dialog around the card with. */
  readonly headingId: string;
  readonly onClose: () => void;
  /** Asks for more interactions than are shown; absent where there is no way to. */
  readonly onMore?: () => void;
  /** Says of one interaction (its key) that it never was; absent where that cannot be said. */
  readonly onDelete?: (key: string) => void;
  /** Links and buttons that depend on where the card is shown. */
  readonly children?: ComponentChildren;
}

/**
 * Everything about one tie, on a badge and in the popup. Nothing but layout: it is given its words, so that the script on the site need
 * not carry the making of sentences and dates.
 */
export function PersonCard({
  card,
  headingId,
  onClose,
  onMore,
  onDelete,
  children,
}: PersonCardProps) {
  return (
    <article class="card">
      <header class="card-head">
        <h2 class="card-name" id={headingId}>
          <bdi>{card.name}</bdi>
        </h2>
        <button type="button" class="button icon" aria-label={card.close} onClick={onClose}>
          <Glyph sign={CARD_SIGNS.close} />
        </button>
      </header>
      <section class={`card-state band-${card.band}`}>
        <BandGlyph band={card.band} />
        <p class="card-last">{card.last}</p>
        <p class="card-band">
          <strong>{card.bandName}</strong>
        </p>
        <p class="soft small">{card.reason}</p>
      </section>
      {children}
      {card.heading !== undefined && (
        <section>
          <h3>{card.heading}</h3>
          <InteractionList rows={card.rows} wrong={card.wrong} {...(onDelete && { onDelete })} />
          {card.earlier !== undefined && onMore && (
            <button type="button" class="button quiet" onClick={onMore}>
              {card.earlier}
            </button>
          )}
        </section>
      )}
      <footer class="card-foot soft small">
        {card.foot.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </footer>
    </article>
  );
}
