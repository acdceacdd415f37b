import { WHEN_WANTED } from "virtual:languages/when-wanted";
import { bestLanguage } from "./languages.ts";
import { speak, type Messages } from "./text.ts";

const loaded = async (tag: string): Promise<Messages> => {
  const load = WHEN_WANTED[tag];
  if (load === undefined) throw new Error(`No messages in ${tag}`);
  return load();
};

/**
 * Speaks the chosen language on a page, and loads that language only.
 *
 * @param choice what the user chose, on its way from the settings
 * @param preferred the browser's own language; what is loaded for it meanwhile is used unless the user chose another
 */
export async function speakOnPage(
  choice: Promise<string | undefined>,
  preferred: string,
): Promise<void> {
  const likely = bestLanguage(undefined, preferred);
  const [chosen, words] = await Promise.all([choice, loaded(likely.tag)]);
  const best = bestLanguage(chosen, preferred);
  speak(best, best.tag === likely.tag ? words : await loaded(best.tag), preferred);
}
