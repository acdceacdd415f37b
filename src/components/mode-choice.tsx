import type { Mode } from "../settings/mode.ts";
import { text, type TextKey } from "../words/text.ts";

/** The three ways to use Tielight, the main one first. */
export const MODES: readonly Mode[] = ["badges", "popup", "archive"];

/** What each is called, and what it means. */
export const MODE_TEXTS: Record<Mode, { readonly name: TextKey; readonly means: TextKey }> = {
  badges: { name: "modeBadges", means: "modeBadgesMeans" },
  popup: { name: "modePopup", means: "modePopupMeans" },
  archive: { name: "modeArchive", means: "modeArchiveMeans" },
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
