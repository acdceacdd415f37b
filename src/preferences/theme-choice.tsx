import { text, type TextKey } from "../words/text.ts";
import { ActNotice } from "../components/acts/act-notice.tsx";
import { chooseTheme, THEMES, type ThemePreference } from "../components/theme.ts";
import { useChosen } from "../components/acts/use-chosen.ts";

const NAMES: Record<ThemePreference, TextKey> = {
  system: "themeSystem",
  light: "themeLight",
  dark: "themeDark",
};

/** Changes the look of our own pages. */
export function ThemeChoice({ chosen }: { readonly chosen: ThemePreference }) {
  const { shown, choose, act } = useChosen(chosen);
  return (
    <fieldset>
      <legend>{text("settingsTheme")}</legend>
      {THEMES.map((one) => (
        <label class="choice" key={one}>
          <input
            type="radio"
            name="theme"
            value={one}
            checked={one === shown}
            onChange={() => choose(one, () => chooseTheme(one))}
          />
          <span>{text(NAMES[one])}</span>
        </label>
      ))}
      <ActNotice act={act} />
    </fieldset>
  );
}
