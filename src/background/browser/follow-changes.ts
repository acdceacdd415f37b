/**
 * Open tabs of the site follow what changes: the script in each is told, and asks anew. Our own pages hear of it by themselves, see
 * `protocol/changes.ts`.
 */
import { watchChanges } from "../../protocol/changes.ts";
import { HISTORY_CHANGED, PERMISSION_CHANGED } from "../../protocol/transport.ts";
import { tellTabs } from "./tell-tabs.ts";

/** What changes comes in bursts; tabs are told once (ms) after the beginning of each. */
const QUIET_MS = 150;

/** Tells open tabs of every change that badges show. To be called once, at the start of the background. */
export function listenForChanges(report: (error: unknown) => void): void {
  const untold = new Set<string>();
  const tell = (): void => {
    for (const what of untold) tellTabs(what).catch(report);
    untold.clear();
  };
  watchChanges(({ of }) => {
    if (of === "value" || of === "tab" || of === "asked") return;
    if (untold.size === 0) setTimeout(tell, QUIET_MS);
    untold.add(of === "settings" ? PERMISSION_CHANGED : HISTORY_CHANGED);
  }, new AbortController().signal);
}
