/**
 * What a settled conversation says, as statements to be remembered.
 */
import type { Alias } from "../../domain/person/person.ts";
import type { Sighting } from "../../domain/interactions/sighting.ts";
import type { SettledThread, ThreadMessage } from "./messaging.ts";

/**
 * One statement per message and person: an incoming message is its writer's; an outgoing one went to everybody known
 * to take part. The same message read twice gives the same statements.
 *
 * @param seenAt when the page showed it (ms)
 */
export function threadSightings(thread: SettledThread, seenAt: number): readonly Sighting[] {
  return thread.messages.flatMap((message) =>
    thread.others
      .filter(({ alias }) => message.direction === "out" || alias === message.from)
      .map(({ alias, name }) =>
        sighting(thread, message, { alias, ...(name === undefined ? {} : { name }) }, seenAt),
      ),
  );
}

function sighting(
  { conversation, groupSize }: SettledThread,
  { at, until, direction }: ThreadMessage,
  { alias, name }: { readonly alias: Alias; readonly name?: string },
  seenAt: number,
): Sighting {
  return {
    what: "interaction",
    person: { aliases: [alias], ...(name === undefined ? {} : { name }), at: seenAt },
    interaction: {
      kind: "message",
      direction,
      from: at,
      to: until,
      ...(conversation === undefined ? {} : { ref: conversation }),
      ...(groupSize === undefined ? {} : { groupSize }),
      sources: ["page"],
    },
  };
}
