import { MODE_TEXTS } from "../components/mode-choice.tsx";
import type { Mode } from "../settings/mode.ts";
import { text, type TextKey } from "../words/text.ts";

interface ChoicesProps {
  readonly chosen: Mode | undefined;
  readonly onChoose: (mode: Mode) => void;
}

/** What the button of each way says. */
const START_TEXTS: Record<Mode, TextKey> = {
  badges: "startBadges",
  archive: "startArchive",
  popup: "startPopup",
};

function Way({ mode, chosen, onChoose }: ChoicesProps & { readonly mode: Mode }) {
  return (
    <button
      type="button"
      class="mode"
      name="mode"
      value={mode}
      aria-pressed={chosen === mode}
      onClick={() => onChoose(mode)}
    >
      <strong>{text(START_TEXTS[mode])}</strong>
      <span>{text(MODE_TEXTS[mode].means)}</span>
      <small>{text(MODE_TEXTS[mode].terms)}</small>
    </button>
  );
}

/** Two ways to begin, the third behind one more click, and beside them what the site's terms say. One click decides, a later one otherwise. */
export function Choices(props: ChoicesProps) {
  return (
    <section class="begin" aria-labelledby="choices-heading">
      <h2 id="choices-heading">{text("choicesHeading")}</h2>
      <div class="choices">
        <Way mode="badges" {...props} />
        <Way mode="archive" {...props} />
      </div>
      <details class="more-ways" open={props.chosen === "popup"}>
        <summary>{text("moreWays")}</summary>
        <Way mode="popup" {...props} />
      </details>
      <p class="risk">{text("riskParagraph")}</p>
    </section>
  );
}
