/**
 * The tie in the form the research harness judges models by, so that it is the product's own code that is judged.
 */
import type { Direction, Interaction } from "../interactions/interaction.ts";
import { worthBeforeNovelty } from "../suggestions/reconnect-worth.ts";
import { warmth } from "../tie/strength.ts";
import type { TieState } from "../tie/tie-state.ts";
import { tally } from "../tie/tie-tally.ts";
import { tie } from "../tie/tie.ts";

/** One event of a research data set; `t` in ms, `group` counts the recipients. */
export interface ModelEvent {
  readonly t: number;
  readonly dir: Direction;
  readonly kind: string;
  readonly group?: number;
}

/** What the model is called in a table of several. */
export const name = "Tielight";

function interaction({ t, dir, group = 1 }: ModelEvent): Interaction {
  return {
    kind: "message",
    direction: dir,
    from: t,
    to: t,
    ...(group > 1 && { groupSize: group }),
    sources: ["archive:research"],
  };
}

/** The state these events (oldest first) add up to. */
function stateOf(events: readonly ModelEvent[]): TieState {
  const { add, state } = tally();
  for (const event of events) add(interaction(event));
  return state();
}

/** Warmth of the tie at `now`; higher is warmer. */
export function score(events: readonly ModelEvent[], now: number): number {
  const state = stateOf(events);
  return warmth(state, state.lastAt, now);
}

/** Worth of reconnecting at `now`: the order of the week, where nothing is known of companies, fields and mutual connections. */
export function reconnect(events: readonly ModelEvent[], now: number): number {
  const summary = stateOf(events);
  return worthBeforeNovelty({ person: { summary }, tie: tie(summary, {}, now) }, {});
}
