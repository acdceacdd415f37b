import { useKept } from "../components/acts/use-kept.ts";
import { keep, kept, watch } from "../components/kept-values.ts";
import { changePreferences, preferences, watchPreferences } from "../components/kept-settings.ts";
import { type Templates, type Tone, TONES } from "../words/openers.ts";

const TONE = "tone";

const asTone = (value: unknown): Tone => TONES.find((tone) => tone === value) ?? "warm";

const tone = async (): Promise<Tone> => asTone(await kept(TONE));

const watchTone = (listener: (chosen: Tone) => void, signal: AbortSignal): void =>
  watch(TONE, (value) => listener(asTone(value)), signal);

/** The tone that was chosen last, for every message from then on, and the way to choose another. */
export function useTone(): readonly [Tone, (chosen: Tone) => Promise<void>] {
  const chosen = useKept(tone, watchTone);
  return [chosen === "unread" ? "warm" : chosen, (wanted) => keep(TONE, wanted)];
}

const NONE: Templates = {};

/** The user's own words for openers. */
export function useTemplates(): Templates {
  const kept = useKept(preferences, watchPreferences);
  return kept === "unread" ? NONE : (kept.openers ?? NONE);
}

/** Keeps own words for a tone, or none where they are empty. */
export const keepTemplate = (tone: Tone, words: string): Promise<void> =>
  changePreferences({ openers: { [tone]: words.trim() || null } });
