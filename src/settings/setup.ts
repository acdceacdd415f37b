import { DAY_MS } from "../domain/time/day.ts";

/** How far the first steps are: what the user did about them, as far as nothing else shows it. */
export interface Setup {
  /** When the user said that they asked for their archive (ms); absent once it is in. */
  readonly requestedAt?: number;
  /** Whether the user is still to be asked about a call once a week; absent before the first archive came in. */
  readonly asksForCall?: boolean;
  /** The user put the steps away. */
  readonly isPutAway?: true;
}

/** What was kept of the first steps, as far as this version knows it. */
export function asSetup(value: unknown): Setup {
  const kept: Partial<Record<keyof Setup, unknown>> =
    typeof value === "object" && value !== null ? value : {};
  return {
    ...(typeof kept.requestedAt === "number" && { requestedAt: kept.requestedAt }),
    ...(typeof kept.asksForCall === "boolean" && { asksForCall: kept.asksForCall }),
    ...(kept.isPutAway === true && { isPutAway: true }),
  };
}

/** Days after the request on which the user is reminded of the archive: its link works for three days. */
export const REMINDED_DAYS = [1, 2, 3] as const;

/** How long (days) after the request the link in a late mail has run out for certain: a day for the mail, three for the link. */
const LINK_ENDS = 4;

/** So long (days) after the request nobody waits any more. */
const WAIT_ENDS = 14;

/** How it stands with an archive that was asked for. */
export type ArchiveWait =
  /** It may come at any moment. */
  | { readonly at: "coming" }
  /** It should be there, for so many whole days now (1 to 3). */
  | { readonly at: "due"; readonly days: number }
  /** Its link has run out. */
  | { readonly at: "over" };

/** How it stands with an archive that was asked for at a moment (ms); `undefined` where nobody waits for one. */
export function archiveWait(requestedAt: number | undefined, now: number): ArchiveWait | undefined {
  // A clock that was put back must not make the user wait for ever.
  if (requestedAt === undefined || now < requestedAt - DAY_MS) return undefined;
  const days = Math.floor((now - requestedAt) / DAY_MS);
  if (days >= WAIT_ENDS) return undefined;
  if (days >= LINK_ENDS) return { at: "over" };
  return days >= 1 ? { at: "due", days } : { at: "coming" };
}

/** The next moment (ms) after `now` at which it stands otherwise with an archive that was asked for; `undefined` where nobody waits. */
export function nextArchiveMoment(
  requestedAt: number | undefined,
  now: number,
): number | undefined {
  if (requestedAt === undefined || archiveWait(requestedAt, now) === undefined) return undefined;
  return [...REMINDED_DAYS, LINK_ENDS, WAIT_ENDS]
    .map((days) => requestedAt + days * DAY_MS)
    .find((at) => at > now);
}
