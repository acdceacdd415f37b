/**
 * What the popup shows first, asked for before its own code is there: starting the background and answering take as long as loading the
 * page does.
 */
import { settings, watchHistories } from "../components/kept-settings.ts";
import type { Settings } from "../settings/settings.ts";
import { listsAskedOnce, type PopupLists } from "./people/popup-lists.ts";

export interface EarlyAnswers {
  readonly settings: Promise<Settings>;
  /** What the user chose; `undefined` for the browser's language, also where the settings cannot be read. */
  readonly language: Promise<string | undefined>;
  /** The lists, asked for early, or anew where something has changed since. To be called once. */
  readonly lists: () => Promise<PopupLists>;
}

/** Asks at once. */
export function earlyAnswers(): EarlyAnswers {
  const kept = settings();
  const language = kept.then(
    (read) => read.language,
    () => undefined,
  );
  const lists = listsAskedOnce();
  // A failure is told where the lists are taken.
  lists.catch(() => {});
  const taken = new AbortController();
  let isCurrent = true;
  watchHistories(() => {
    isCurrent = false;
  }, taken.signal);
  return {
    settings: kept,
    language,
    async lists() {
      taken.abort();
      return isCurrent ? lists : listsAskedOnce();
    },
  };
}
