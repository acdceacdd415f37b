import { changeKept } from "../components/kept-settings.ts";
import type { Changed } from "../settings/preferences.ts";
import type { Setup } from "../settings/setup.ts";

/** Keeps what the user did about the first steps. */
export const changeSetup = (changed: Changed<Setup>): Promise<void> =>
  changeKept({ setup: changed });
