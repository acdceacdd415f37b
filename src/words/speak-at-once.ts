import { AT_ONCE } from "virtual:languages/at-once";
import { bestLanguage } from "./languages.ts";
import { speak } from "./text.ts";

/** Speaks the chosen language, or the browser's own, with messages that are all at hand: a service worker may not load any later. */
export function speakAtOnce(chosen: string | undefined, preferred: string): void {
  const best = bestLanguage(chosen, preferred);
  const messages = AT_ONCE[best.tag]?.();
  if (messages === undefined) throw new Error(`No messages in ${best.tag}`);
  speak(best, messages, preferred);
}
