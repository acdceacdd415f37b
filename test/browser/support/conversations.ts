import type { InventedInteraction } from "../../../practice/network/invented.ts";
import type { Network } from "../../../practice/network/network.ts";
import type { Observed } from "./observed.ts";

type Told = Pick<InventedInteraction, "direction" | "at">;

/** A message of a conversation of two as it should be observed. */
export const messageSeen = (who: string, ref: string, { direction, at }: Told): Observed => ({
  who,
  kind: "message",
  direction,
  from: at,
  to: at,
  ref,
});

/** A conversation of two, and every message of it as it should be observed. */
export interface ShortConversation {
  readonly ref: string;
  readonly facts: readonly Observed[];
}

/** The conversations of two in which both wrote, not too long to be shown at once. */
export function shortConversations({ people }: Network): readonly ShortConversation[] {
  return people.flatMap(({ slug, interactions }) => {
    const said = interactions.filter(
      ({ kind, groupSize }) => kind === "message" && groupSize === undefined,
    );
    const ref = said[0]?.conversationId;
    const isWhole =
      said.length > 1 &&
      said.length < 20 &&
      said.every(({ conversationId }) => conversationId === ref);
    if (ref === undefined || !isWhole || !said.some(({ direction }) => direction === "in"))
      return [];
    const facts = said.map((message) => messageSeen(slug, ref, message));
    return [{ ref, facts }];
  });
}
