import { MODE_TEXTS, MODES } from "../components/mode-choice.tsx";
import type { Mode } from "../settings/mode.ts";
import { text, type TextKey } from "../words/text.ts";

interface ChoicesProps {
  readonly chosen: Mode | undefined;
  readonly onChoose: (mode: Mode) => void;
}

/** How each choice stands to the site's terms. */
const AND_THE_TERMS: Record<Mode, TextKey> = {
  badges: "modeBadgesTerms",
  popup: "modePopupTerms",
  archive: "modeArchiveTerms",
};

/** The three ways to use Tielight, as buttons: one click decides, another one later decides otherwise. */
export function Choices({ chosen, onChoose }: ChoicesProps) {
  return (
    <section aria-labelledby="choices-heading">
      <h2 id="choices-heading">{text("choicesHeading")}</h2>
      <div class="choices">
        {MODES.map((mode) => (
          <button
            type="button"
            class="mode"
            name="mode"
            value={mode}
            key={mode}
            aria-pressed={chosen === mode}
            onClick={() => onChoose(mode)}
          >
            <strong>{text(MODE_TEXTS[mode].name)}</strong>
            <span>{text(MODE_TEXTS[mode].means)}</span>
            <small>{text(AND_THE_TERMS[mode])}</small>
          </button>
        ))}
      </div>
    </section>
  );
}
