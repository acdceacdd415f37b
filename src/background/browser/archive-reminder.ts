/**
 * Reminding of an archive that was asked for: the mail with it is easily overlooked, and the link in it works for three days.
 */
import { archiveWait, nextArchiveMoment, type Setup } from "../../settings/setup.ts";
import { text } from "../../words/text.ts";
import { changeOwnValue, ownValue } from "../kept/own-kept.ts";
import { notify } from "./notifications.ts";

/** Where it is kept of which request, and on which of its days, the user was reminded last. */
const REMINDED = "archive-reminded";

/** What stands on the toolbar icon while an archive is on its way: that it is, and later what is to be brought. */
export function archiveMark(setup: Setup | undefined, now: number): string | undefined {
  const wait = archiveWait(setup?.requestedAt, now);
  if (wait === undefined || wait.at === "over") return undefined;
  return wait.at === "coming" ? "…" : "ZIP";
}

/** Reminds on the first, the second and the third day after the request, each once, where the browser may notify. */
export async function remindOfArchive(
  setup: Setup | undefined,
  day: string,
  now: number,
): Promise<void> {
  const wait = archiveWait(setup?.requestedAt, now);
  if (wait?.at !== "due") return;
  const reminded = `${setup?.requestedAt}/${wait.days}`;
  if ((await ownValue(REMINDED)) === reminded) return;
  if (await notify("archive", day, () => text("notificationArchive")))
    await changeOwnValue(REMINDED, () => reminded);
}

/** When to look at it again (ms). */
export const nextArchiveLook = (setup: Setup | undefined, now: number): number =>
  nextArchiveMoment(setup?.requestedAt, now) ?? Infinity;
