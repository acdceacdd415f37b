import { identity } from "./person.ts";
import type { InventedInteraction, Network } from "./invented.ts";
import { random } from "./random.ts";
import { activityId, conversationId, uuid } from "./site-ids.ts";

const DAY_MS = 86_400_000;

/**
 * The same people as another member sees them: a few connections, a few messages, none of the first member's history.
 */
export function secondAccount({ seed, now, people }: Network): Network {
  const chance = random(seed ^ 0x2acc);
  const naked = {
    firstName: "Kim",
    lastName: "Other",
    name: "Kim Other",
    latin: "kim other",
    location: "Lisbon, Portugal",
  };
  const job = { company: "Saffron Lane Studio", title: "Editor", from: now - 400 * DAY_MS };
  const who = identity(chance, naked, job, new Set(people.map(({ slug }) => slug)));
  const posts = [40, 20, 5].map((days) => {
    const at = now - days * DAY_MS - chance.whole(0, DAY_MS);
    return { id: activityId(at, chance.whole(0, 0x3f_ffff)), at };
  });
  return {
    seed: seed ^ 0x2acc,
    now,
    viewer: { ...who, posts },
    people: people.map(({ connectedAt: before, ...person }, index) => {
      if (index % 5 !== 0)
        return { ...person, degree: before === undefined ? 3 : 2, interactions: [] };
      const connectedAt = now - chance.whole(100, 700) * DAY_MS;
      const conversation = conversationId(uuid(chance));
      const interactions: InventedInteraction[] = [
        { kind: "connected", direction: "both", at: connectedAt },
      ];
      for (let turn = 0; index % 10 === 0 && turn < 6; turn += 1) {
        const at = connectedAt + turn * chance.whole(DAY_MS, 12 * DAY_MS);
        if (at < now) {
          interactions.push({
            kind: "message",
            direction: turn % 2 ? "in" : "out",
            at,
            conversationId: conversation,
          });
        }
      }
      return {
        ...person,
        degree: 1,
        connectedAt,
        interactions: interactions.toSorted((a, b) => a.at - b.at),
      };
    }),
  };
}
