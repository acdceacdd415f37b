import type { InventedGlimpse } from "./invented-glimpses.ts";

/** A selector of the elements that hold the words as ordinary text. */
export const TEXT_SELECTOR = ".stage-text";

interface NamesProps {
  readonly people: readonly InventedGlimpse[];
}

/** Names as a page has them; the badges are drawn beside them later. */
export function NamesWithBadges({ people }: NamesProps) {
  return (
    <ul class="stage stage-badges">
      {people.map(({ name }) => (
        <li key={name}>
          <i class="stage-face" />
          <strong class="stage-name">
            <bdi>{name}</bdi>
          </strong>
        </li>
      ))}
    </ul>
  );
}

/** The same names with everything a badge and its card say as ordinary text, with a name for screen readers. */
export function NamesWithText({ people }: NamesProps) {
  return (
    <ul class="stage stage-plain">
      {people.map(({ name, glimpse: { band, bandName, glance, label } }) => (
        <li key={name}>
          <i class="stage-face" />
          <strong class="stage-name">
            <bdi>{name}</bdi>
          </strong>
          <span class={`stage-text band-${band}`} role="note" aria-label={label}>
            {[bandName, ...glance].map((words) => (
              <span key={words}>{words}</span>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}
