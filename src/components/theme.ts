/**
 * Light or dark, as the user likes it on our own pages. Kept in `storage.local` under "theme"; absent means as the system says.
 */
import { browser } from "../browser.ts";

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

const THEME = "theme";

/** The theme chosen before. */
export async function theme(): Promise<Theme> {
  const kept = (await browser.storage.local.get(THEME))[THEME];
  return kept === "light" || kept === "dark" ? kept : "system";
}

/** Shows a page in a theme. */
export function wear(chosen: Theme): void {
  if (chosen === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = chosen;
}

/** Shows this page in a theme, and keeps it for the others. */
export async function chooseTheme(chosen: Theme): Promise<void> {
  wear(chosen);
  if (chosen === "system") await browser.storage.local.remove(THEME);
  else await browser.storage.local.set({ [THEME]: chosen });
}
