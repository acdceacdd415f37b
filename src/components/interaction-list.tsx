import { interactionKey, type Interaction } from "../domain/interaction.ts";
import { dateText, momentText } from "../words/moments.ts";
import { interactionText, sourceText } from "../words/interaction-words.ts";
import { Glyph } from "./glyph.tsx";

/** What passed between the two, newest first: what, who, when, and where it is known from. */
export function InteractionList({
  interactions,
}: {
  readonly interactions: readonly Interaction[];
}) {
  return (
    <ol class="card-list">
      {interactions.map((interaction) => {
        const { from, to, direction, sources } = interaction;
        return (
          <li key={interactionKey(interaction)}>
            <Glyph name={direction} class="arrow" />
            <span>{interactionText(interaction)}</span>
            <time
              class="soft small"
              dateTime={new Date(from).toISOString()}
              {...(from === to && { title: momentText(from) })}
            >
              {dateText(from, to)}
            </time>
            <span class="where soft small">{sourceText(sources)}</span>
          </li>
        );
      })}
    </ol>
  );
}
