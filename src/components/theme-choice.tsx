import { text, type TextKey } from "../words/text.ts";
import { ActNotice } from "./acts/act-notice.tsx";
import { chooseTheme, theme, THEMES, type Theme, watchTheme } from "./theme.ts";
import { useAct } from "./acts/use-act.ts";
import { useKept } from "./acts/use-kept.ts";

const NAMES: Record<Theme, TextKey> = {
  system: "themeSystem",
  light: "themeLight",
  dark: "themeDark",
};

/** Changes the look of our own pages. */
export function ThemeChoice() {
  const chosen = useKept(theme, watchTheme);
  const act = useAct();
  return (
    <fieldset>
      <legend>{text("settingsTheme")}</legend>
      {THEMES.map((one) => (
        <label class="choice" key={one}>
          <input
            type="radio"
            name="theme"
            value={one}
            checked={one === chosen}
            onChange={() => act.runLatest(() => chooseTheme(one))}
          />
          <span>{text(NAMES[one])}</span>
        </label>
      ))}
      <ActNotice act={act} />
    </fieldset>
  );
}
