/**
 * Where a history cannot be opened because no database can, the user goes on in another place.
 */
import { goToFreshPlace, isPlaceLost } from "../kept/fresh-place.ts";
import { forgetSettings } from "../kept/settings-kept.ts";
import { currentHistory, forgetWhereTheyLay } from "./histories.ts";
import { historyDatabase } from "./open-histories.ts";

/** Goes to a fresh place, if the history that is shown lies in one in which nothing can be opened. */
export async function leaveLostPlace(): Promise<void> {
  const history = await currentHistory();
  const trouble = history && (await historyDatabase(history.name)).trouble;
  if (history !== undefined && trouble?.code !== "unreadable") return;
  if (!(await isPlaceLost())) return;
  await goToFreshPlace();
  await forgetWhereTheyLay();
  forgetSettings();
}
