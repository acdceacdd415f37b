/**
 * The tie in the form the research harness judges models by, so that it is the product's own code that is judged.
 */
import type { Direction, Interaction } from "./interaction.ts";
import { PARAMETERS } from "./tie-parameters.ts";
import { strengthOf, isTwoWay, warmth } from "./strength.ts";
import { tieSummary, type TieSummary } from "./tie-summary.ts";

/** One event of a research data set. `group` counts the recipients. */
export interface ModelEvent {
  readonly t: number;
  readonly dir: Direction;
  readonly kind: string;
  readonly group?: number;
}

export const name = "Tielight";

function interactionOf(event: ModelEvent): Interaction {
  const { t, dir, group = 1 } = event;
  return {
    kind: "message",
    direction: dir,
    from: t,
    to: t,
    ...(group > 1 ? { groupSize: group } : {}),
    sources: ["hand"],
  };
}

function summaryOf(events: readonly ModelEvent[]): TieSummary {
  return tieSummary(events.map(interactionOf));
}

/** Warmth of the tie at `now`; higher is warmer. */
export function score(events: readonly ModelEvent[], now: number): number {
  const summary = summaryOf(events);
  return warmth(summary, summary.lastAt, now);
}

/** Worth of reconnecting at `now`, before novelty and overlap, which these data do not know. */
export function reconnect(events: readonly ModelEvent[], now: number): number {
  const summary = summaryOf(events);
  const share =
    strengthOf(warmth(summary, summary.lastAt, now), isTwoWay(summary)) / PARAMETERS.reconnectPeak;
  return share * Math.exp(1 - share);
}
