import type { Mode } from "../settings/mode.ts";
import { text, type TextKey } from "../words/text.ts";

/** The three ways to use Tielight, the main one first. */
export const MODES: readonly Mode[] = ["badges", "popup", "archive"];

interface ModeTexts {
  readonly name: TextKey;
  readonly means: TextKey;
  /** How it stands to the site's terms. */
  readonly terms: TextKey;
}

/** What each is called, what it means, and what the site's terms say to it. */
export const MODE_TEXTS: Record<Mode, ModeTexts> = {
  badges: { name: "modeBadges", means: "modeBadgesMeans", terms: "modeBadgesTerms" },
  popup: { name: "modePopup", means: "modePopupMeans", terms: "modePopupTerms" },
  archive: { name: "modeArchive", means: "modeArchiveMeans", terms: "modeArchiveTerms" },
};

interface ModeChoiceProps {
  readonly chosen: Mode | undefined;
  readonly onChoose: (mode: Mode) => void;
}

/** Changes how far Tielight may go on the site; open tabs follow at once. */
export function ModeChoice({ chosen, onChoose }: ModeChoiceProps) {
  return (
    <fieldset>
      <legend>{text("settingsMode")}</legend>
      {MODES.map((mode) => (
        <label class="choice" key={mode}>
          <input
            type="radio"
            name="mode"
            value={mode}
            checked={mode === chosen}
            onChange={() => onChoose(mode)}
          />
          <span>{text(MODE_TEXTS[mode].name)}</span>
          <small>{text(MODE_TEXTS[mode].means)}</small>
        </label>
      ))}
    </fieldset>
  );
}
