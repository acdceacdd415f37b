import { useKept } from "../components/acts/use-kept.ts";
import { keep, kept, watch } from "../components/kept-values.ts";
import { type Tone, TONES } from "../words/openers.ts";

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
