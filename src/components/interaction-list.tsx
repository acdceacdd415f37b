import { interactionKey, type Interaction } from "../domain/interaction.ts";
import { dateText, momentText } from "../words/moments.ts";
import { interactionText, sourceText } from "../words/interaction-words.ts";
import { plainName } from "../words/name-text.ts";
import { text } from "../words/text.ts";
import { Glyph } from "./glyph.tsx";

interface InteractionListProps {
  readonly interactions: readonly Interaction[];
  /** Says of one (its key) that it never was; absent where that cannot be said. */
  readonly onDelete?: (key: string) => void;
}

/** What passed between the two, newest first: what, who, when, and where it is known from. */
export function InteractionList({ interactions, onDelete }: InteractionListProps) {
  return (
    <ol class="card-list">
      {interactions.map((interaction) => {
        const { from, to, direction, sources, words } = interaction;
        const key = interactionKey(interaction);
        return (
          <li key={key}>
            <Glyph name={direction} class="arrow" />
            <span>{interactionText(interaction)}</span>
            <time
              class="soft small"
              dateTime={new Date(from).toISOString()}
              {...(from === to && { title: momentText(from) })}
            >
              {dateText(from, to)}
            </time>
            <span class="where soft small">
              {words !== undefined && <bdi>{plainName(words)} · </bdi>}
              {sourceText(sources)}
              {onDelete && (
                <button type="button" class="button quiet wrong" onClick={() => onDelete(key)}>
                  {text("interactionWrong")}
                </button>
              )}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
