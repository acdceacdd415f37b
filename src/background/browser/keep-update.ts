import { browser } from "../../browser.ts";
import { changeOwnValue } from "../kept/own-kept.ts";

/**
 * Keeps which version was there before an update, until somebody has read what is new since. Of two updates in a row the first counts. Not after
 * an installation, nor when the same version is loaded again.
 *
 * @param reason what the browser says of the moment, see `runtime.onInstalled`
 */
export async function keepUpdate(
  reason: string,
  previousVersion: string | undefined,
): Promise<void> {
  if (reason !== "update" || previousVersion === undefined) return;
  if (previousVersion === browser.runtime.getManifest().version) return;
  await changeOwnValue("updatedFrom", (before) => before ?? previousVersion);
}
