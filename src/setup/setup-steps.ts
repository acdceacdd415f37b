/**
 * Which of the first steps is next. What is done already is seen from what there is, so that nobody is asked for what they have done.
 */
import { archiveEnd, type Coverage, isNewArchiveDue } from "../domain/tie/coverage.ts";
import { archiveWait } from "../settings/setup.ts";
import type { Settings } from "../settings/settings.ts";

/** The first steps, in their order. */
export const SETUP_STEPS = ["choose", "request", "bring", "call"] as const;

/** One of {@link SETUP_STEPS}. */
export type SetupStep = (typeof SETUP_STEPS)[number];

/** The step that is next; `undefined` where all are done, or the user put them away. */
export function nextStep(
  { mode, setup = {} }: Pick<Settings, "mode" | "setup">,
  coverage: Coverage,
  now: number,
): SetupStep | undefined {
  if (mode === undefined) return "choose";
  const wait = archiveWait(setup.requestedAt, now);
  const archiveStep = wait === undefined || wait.at === "over" ? "request" : "bring";
  if (archiveEnd(coverage) === undefined) return setup.isPutAway ? undefined : archiveStep;
  if (setup.asksForCall === true) return "call";
  return isNewArchiveDue(coverage, now) && !setup.isPutAway ? archiveStep : undefined;
}
