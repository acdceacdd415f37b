import { settings } from "../components/kept-settings.ts";
import { askFromPage } from "../protocol/transport.ts";
import type { Setup } from "../settings/setup.ts";

/** Keeps what the user did about the first steps. */
export async function changeSetup(change: (before: Setup) => Setup): Promise<void> {
  const { setup = {} } = await settings();
  await askFromPage.changeSettings({ setup: change(setup) });
}
