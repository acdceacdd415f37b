import { changeKept } from "../components/kept-settings.ts";
import type { Setup } from "../settings/setup.ts";

/** Keeps what the user did about the first steps. */
export const changeSetup = (change: (before: Setup) => Setup): Promise<void> =>
  changeKept(({ setup = {} }) => ({ setup: change(setup) }));
