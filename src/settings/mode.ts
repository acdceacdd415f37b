/**
 * How far Tielight may go on the site.
 *
 * - `badges`: reads the pages the user opens, remembers what they show, draws badges
 * - `popup`: reads and remembers, draws nothing
 * - `archive`: does nothing at all on the site
 */
export type Mode = "badges" | "popup" | "archive";

/** The mode that was kept; `undefined` before the user has chosen, when nothing may be read, drawn or kept. */
export const asMode = (value: unknown): Mode | undefined =>
  value === "badges" || value === "popup" || value === "archive" ? value : undefined;
