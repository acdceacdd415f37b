/**
 * The weekly goal: how many reconnections the user wants to make. Kept in `storage.local` under "goal"; off until set.
 */
import { browser } from "../browser.ts";

const GOAL = "goal";

/** The goal; `undefined` when there is none. */
export async function goal(): Promise<number | undefined> {
  const kept = (await browser.storage.local.get(GOAL))[GOAL];
  return typeof kept === "number" && kept >= 1 && kept <= 10 ? kept : undefined;
}

/** Sets the goal, or takes it back. */
export async function chooseGoal(wanted: number | undefined): Promise<void> {
  if (wanted === undefined) await browser.storage.local.remove(GOAL);
  else await browser.storage.local.set({ [GOAL]: wanted });
}
