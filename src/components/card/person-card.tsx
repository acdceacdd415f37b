import type { ComponentChildren } from "preact";
import type { PersonId } from "../../domain/person/person.ts";
import type { CardText } from "../../protocol/views.ts";
import { BandLegend } from "./band-legend.tsx";
import { InteractionList } from "./interaction-list.tsx";
import { Avatar } from "../pieces/avatar.tsx";
import { Glyph, PAGE_SIGNS } from "../pictures/glyph.tsx";
import { unbroken } from "../../words/text.ts";

interface PersonCardProps {
  readonly id: PersonId;
  /** What it says; from `personCardText`. */
  readonly card: CardText;
  /** What the person does; empty where nothing says it. */
  readonly work: string;
  /** Id for the heading, to label the dialog around the card with. */
  readonly headingId: string;
  /** One step back. */
  readonly onClose: () => void;
  /** Asks for more interactions than are shown. */
  readonly onMore: () => void;
  /** Says of one interaction (its key) that it never was. */
  readonly onDelete: (key: string) => void;
  /** Stands under the legend of the bands. */
  readonly underLegend?: ComponentChildren;
  /** What is done less often: a button that opens a menu. */
  readonly menu?: ComponentChildren;
  /** Stands in place of everything under the head. */
  readonly panel?: ComponentChildren;
  /** Acts, notes and the like, between how the tie stands and what happened. */
  readonly children?: ComponentChildren;
}

/** Everything about one tie: who, how it stands, what can be done, what the user wrote, and what happened. */
export function PersonCard(props: PersonCardProps) {
  const { id, card, work, headingId, onClose, onMore, onDelete } = props;
  const { underLegend, menu, panel, children } = props;
  return (
    <article class="card">
      <header class="card-head">
        <button
          type="button"
          class="button icon"
          name="back"
          aria-label={card.close}
          onClick={onClose}
        >
          <Glyph sign={PAGE_SIGNS.back} sideways />
        </button>
        <Avatar id={id} name={card.name} band={card.band} large />
        <div class="card-who">
          <h2 class="card-name" id={headingId} tabIndex={-1}>
            <bdi>{card.name}</bdi>
          </h2>
          {work !== "" && (
            <p class="card-work soft small">
              <bdi>{work}</bdi>
            </p>
          )}
        </div>
        {menu}
      </header>
      {panel}
      <div class="card-body" hidden={panel !== undefined}>
        <section class={`card-state band-${card.band}`}>
          <p class="card-band">
            <BandLegend band={card.band}>{underLegend}</BandLegend>
            <span class="card-last">{unbroken(card.last)}</span>
          </p>
          <p class="soft small">{unbroken(card.reason)}</p>
          {card.byHand !== undefined && <p class="soft small">{card.byHand}</p>}
          {card.upTo !== undefined && <p class="soft small">{card.upTo}</p>}
        </section>
        {children}
        {card.heading !== undefined && (
          <section class="card-history">
            <h3>{card.heading}</h3>
            <InteractionList rows={card.rows} wrong={card.wrong} onDelete={onDelete} />
            {card.earlier !== undefined && (
              <button type="button" class="button quiet small earlier" onClick={onMore}>
                {card.earlier}
              </button>
            )}
          </section>
        )}
        <footer class="card-foot soft small">
          {card.foot.map((sentence) => (
            <p key={sentence}>{unbroken(sentence)}</p>
          ))}
        </footer>
      </div>
    </article>
  );
}
