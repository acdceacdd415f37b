import { languages } from "../words/languages.ts";
import { text } from "../words/text.ts";
import { ActNotice } from "../components/acts/act-notice.tsx";
import { useChosen } from "../components/acts/use-chosen.ts";
import { chooseLanguage } from "../components/kept-settings.ts";

interface LanguageChoiceProps {
  /** The tag of the language that was chosen; `undefined` for that of the browser. */
  readonly chosen: string | undefined;
}

/** Changes the language of our own pages and of the badges. Nothing where there is only one. */
export function LanguageChoice({ chosen }: LanguageChoiceProps) {
  const { shown, choose, act } = useChosen(chosen);
  if (languages.length < 2) return null;
  return (
    <div class="kept">
      <label class="field">
        <span>{text("settingsLanguage")}</span>
        <select
          name="language"
          value={shown ?? ""}
          onChange={({ currentTarget }) => {
            const wanted = currentTarget.value === "" ? undefined : currentTarget.value;
            choose(wanted, () => chooseLanguage(wanted));
          }}
        >
          <option value="">{text("languageLikeBrowser")}</option>
          {languages.map(({ tag, name, direction }) => (
            <option key={tag} value={tag} lang={tag} dir={direction}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <ActNotice act={act} />
    </div>
  );
}
