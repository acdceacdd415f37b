import { useEffect, useState } from "preact/hooks";
import { text, type TextKey } from "../words/text.ts";
import { chooseTheme, theme, THEMES, type Theme } from "./theme.ts";

const NAMES: Record<Theme, TextKey> = {
  system: "themeSystem",
  light: "themeLight",
  dark: "themeDark",
};

/** Changes the look of our own pages. */
export function ThemeChoice() {
  const [chosen, setChosen] = useState<Theme>("system");
  useEffect(() => void theme().then(setChosen), []);
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
            onChange={() => {
              setChosen(one);
              void chooseTheme(one);
            }}
          />
          <span>{text(NAMES[one])}</span>
        </label>
      ))}
    </fieldset>
  );
}
