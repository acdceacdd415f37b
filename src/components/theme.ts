/**
 * Light or dark, as the user likes it on our own pages. Kept in `storage.local` under "theme"; absent means as the system says.
 */
import { browser } from "../browser.ts";

export const THEMES = ["system", "light", "dark"] as const;
export type ThemePreference = (typeof THEMES)[number];

const THEME = "theme";

const asTheme = (kept: unknown): ThemePreference =>
  kept === "light" || kept === "dark" ? kept : "system";

/** The theme chosen before. */
export async function theme(): Promise<ThemePreference> {
  return asTheme((await browser.storage.local.get(THEME))[THEME]);
}

/** Calls the listener with every later choice, until the signal is aborted. */
export function watchTheme(listener: (chosen: ThemePreference) => void, signal: AbortSignal): void {
  const changed: Parameters<typeof browser.storage.local.onChanged.addListener>[0] = (changes) => {
    if (THEME in changes) listener(asTheme(changes[THEME]?.newValue));
  };
  browser.storage.local.onChanged.addListener(changed);
  signal.addEventListener("abort", () => browser.storage.local.onChanged.removeListener(changed));
}

/** Shows a page in a theme. */
export function wear(chosen: ThemePreference): void {
  if (chosen === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = chosen;
}

/** Stores a theme for all our pages, and shows this page in it. */
export async function chooseTheme(chosen: ThemePreference): Promise<void> {
  if (chosen === "system") await browser.storage.local.remove(THEME);
  else await browser.storage.local.set({ [THEME]: chosen });
  wear(chosen);
}
