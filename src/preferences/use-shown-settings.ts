import { useEffect } from "preact/hooks";
import { type Answer, useAnswer } from "../components/acts/use-answer.ts";
import { settings, watchSettings } from "../components/kept-settings.ts";
import { theme, type ThemePreference, watchTheme } from "../components/theme.ts";
import type { Settings } from "../settings/settings.ts";

/** Everything that the user chose about Tielight. */
export interface ShownSettings {
  readonly kept: Settings;
  readonly look: ThemePreference;
}

/** All of it at once: what is drawn bit by bit moves under the pointer. */
async function askShown(): Promise<ShownSettings> {
  const [kept, look] = await Promise.all([settings(), theme()]);
  return { kept, look };
}

/** The settings, and what becomes of them while they are shown. */
export function useShownSettings(): Answer<ShownSettings> {
  const [answer, askAgain] = useAnswer(askShown);
  useEffect(() => {
    const gone = new AbortController();
    watchSettings(askAgain, gone.signal);
    watchTheme(askAgain, gone.signal);
    return () => gone.abort();
  }, [askAgain]);
  return answer;
}
