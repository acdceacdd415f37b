import type { ComponentChildren } from "preact";
import type { PersonCard as PersonCardFacts } from "../domain/person-card.ts";
import { coverageText } from "../words/coverage-words.ts";
import { agoText } from "../words/moments.ts";
import { plainName } from "../words/name-text.ts";
import { reasonText } from "../words/reason-words.ts";
import { counted, text } from "../words/text.ts";
import { lastContactText, bandMeaning, bandText, strengthText } from "../words/tie-words.ts";
import { BandGlyph } from "./band-glyph.tsx";
import { Glyph } from "./glyph.tsx";
import { InteractionList } from "./interaction-list.tsx";

interface PersonCardProps {
  readonly facts: PersonCardFacts;
  readonly now: number;
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

/** Everything about one tie: how warm, since when, why, what happened, and how much of it can be known at all. */
export function PersonCard({
  facts,
  now,
  headingId,
  onClose,
  onMore,
  onDelete,
  children,
}: PersonCardProps) {
  const { tie, interactions, interactionCount, visits, coverage } = facts;
  const unseen = interactionCount - interactions.length;
  const lastVisit = visits[0];
  return (
    <article class="card">
      <header class="card-head">
        <h2 class="card-name" id={headingId}>
          <bdi>{plainName(facts.name)}</bdi>
        </h2>
        <button type="button" class="button icon" aria-label={text("close")} onClick={onClose}>
          <Glyph name="close" />
        </button>
      </header>
      <section class={`card-state ${tie.band}`}>
        <BandGlyph band={tie.band} />
        <p class="card-last">{lastContactText({ ...tie, ...facts }, coverage, now)}</p>
        <p class="card-band">
          <strong>{bandText(tie.band)}</strong>
          {tie.band !== "never" && <span class="soft small">{strengthText(tie.strength)}</span>}
        </p>
        <p class="soft small">
          {/* "Never talked" and its reason say the same. */}
          {tie.band !== "never" && `${bandMeaning(tie.band)} `}
          {reasonText(facts.reason, now)}
        </p>
      </section>
      {children}
      {interactions.length > 0 && (
        <section>
          <h3>{counted("interactionCount", interactionCount)}</h3>
          <InteractionList interactions={interactions} {...(onDelete && { onDelete })} />
          {unseen > 0 && onMore && (
            <button type="button" class="button quiet" onClick={onMore}>
              {counted("showEarlier", unseen)}
            </button>
          )}
        </section>
      )}
      <footer class="card-foot soft small">
        {lastVisit !== undefined && (
          <p>{counted("visitCount", visits.length, agoText(lastVisit, lastVisit, now))}</p>
        )}
        <p>{coverageText(coverage, now)}</p>
      </footer>
    </article>
  );
}
