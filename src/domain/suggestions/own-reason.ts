/**
 * What of a reason is of one person alone.
 */
import { softFolded } from "../names/names.ts";
import { PARAMETERS } from "../tie/tie-parameters.ts";
import { DAY_MS } from "../time/day.ts";
import type { SuggestionReason } from "./reasons.ts";

/**
 * What makes a reason somebody's own, as text: two with the same text say the same. `undefined` where a reason says little of the person: that the
 * two are connected, that nobody else of a company is known, or a change of work that is no longer new.
 */
export function ownReason(reason: SuggestionReason, now: number): string | undefined {
  switch (reason.code) {
    case "same-company":
      return `company ${reason.company}`;
    case "same-school":
      return `school ${reason.school}`;
    case "met":
      return `met ${softFolded(reason.how)}`;
    case "only-in-field":
      return `field ${reason.field}`;
    case "mutual":
      return "mutual";
    case "changed-company":
    case "changed-title":
      return now - reason.at > PARAMETERS.newsDays * DAY_MS
        ? undefined
        : `${reason.code} ${reason.after}`;
    case "recommended-you":
    case "you-recommended":
      return reason.code;
    default:
      return undefined;
  }
}
