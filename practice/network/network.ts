import { DAY_MS } from "./history.ts";
import type { InventedInteraction, InventedPerson, Network, NetworkOptions } from "./invented.ts";
import { fullName, identity, person } from "./person.ts";
import { random, type Random } from "./random.ts";
import { activityId, conversationId, uuid } from "./site-ids.ts";

export type { InventedInteraction, InventedPerson, Network, NetworkOptions } from "./invented.ts";

/** How long the one very long conversation is, once a network is big enough to have one. */
export const LONG_CONVERSATION_MESSAGES = 2000;

/** The person at this place in the list has the very long conversation. */
const LONG_CONVERSATION_PLACE = 3;

function longConversation(
  random: Random,
  { interactions, ...rest }: InventedPerson,
  now: number,
): InventedPerson {
  const begin = (rest.connectedAt ?? now - 1500 * DAY_MS) + 60_000;
  const step = (now - begin - DAY_MS) / LONG_CONVERSATION_MESSAGES;
  const conversation = conversationId(uuid(random));
  const messages = Array.from(
    { length: LONG_CONVERSATION_MESSAGES },
    (_, index): InventedInteraction => {
      const at = Math.floor(begin + step * (index + random.unit() * 0.9));
      return {
        kind: "message",
        direction: random.chance(0.5) ? "in" : "out",
        at,
        conversationId: conversation,
      };
    },
  );
  const others = interactions.filter(({ kind }) => kind !== "message");
  return {
    ...rest,
    story: "strong",
    interactions: [...others, ...messages].toSorted((one, other) => one.at - other.at),
  };
}

/** Conversations of several: everybody's message reaches all, so each person gets the viewer's and their own. */
function groups(
  random: Random,
  people: readonly InventedPerson[],
  now: number,
): Map<number, InventedInteraction[]> {
  const added = new Map<number, InventedInteraction[]>();
  const first = people.flatMap(({ degree }, index) => (degree === 1 ? [index] : []));
  const count = Math.min(40, Math.floor(first.length / 25));
  for (let group = 0; group < count; group += 1) {
    const size = random.whole(2, 5);
    const members = [...new Set(Array.from({ length: size }, () => random.pick(first)))];
    if (members.length < 2) continue;
    const conversation = conversationId(uuid(random));
    const latest = Math.max(...members.map((index) => people[index]?.connectedAt ?? 0)) + DAY_MS;
    let at = Math.floor(latest + random.unit() * Math.max(0, now - latest - 30 * DAY_MS));
    const messages = random.whole(3, 30);
    for (let message = 0; message < messages && at < now - DAY_MS; message += 1) {
      const sender = random.chance(0.3) ? undefined : random.pick(members);
      for (const member of sender === undefined ? members : [sender]) {
        const list = added.get(member) ?? [];
        list.push({
          kind: "message",
          direction: sender === undefined ? "out" : "in",
          at,
          conversationId: conversation,
          groupSize: members.length,
        });
        added.set(member, list);
      }
      at += random.whole(30_000, random.chance(0.2) ? 2 * DAY_MS : 3_600_000);
    }
  }
  return added;
}

/**
 * An invented network: who the viewer is, whom the viewer knows, and everything that passed between them. The same
 * options always give the same network. Nobody in it exists.
 */
export function network({ seed, people: count, years, now }: NetworkOptions): Network {
  const chance = random(seed);
  const taken = new Set<string>();
  const first = fullName(random(seed ^ 0x5eed));
  const job = { company: "Lanternhouse", title: "Product Designer", from: now - 900 * DAY_MS };
  const spanMs = years * 365 * DAY_MS;
  const ownPosts = Array.from({ length: Math.max(1, Math.floor(years * 14)) }, () => {
    const at = Math.floor(now - chance.unit() * spanMs - DAY_MS);
    return { id: activityId(at, chance.whole(0, 0x3f_ffff)), at };
  }).toSorted((one, other) => one.at - other.at);
  const naked = {
    ...first,
    firstName: "Robin",
    lastName: "Sample",
    name: "Robin Sample",
    latin: "robin sample",
  };
  const viewer = { ...identity(chance, naked, job, taken), posts: ownPosts };
  const people: InventedPerson[] = [];
  for (let index = 0; index < count; index += 1) {
    const namesake =
      index > 20 && chance.chance(0.008) ? people[chance.whole(0, index - 1)] : undefined;
    const made = person(chance, { years, now, ownPosts, taken, namesake });
    people.push(
      index === LONG_CONVERSATION_PLACE && count >= 50 ? longConversation(chance, made, now) : made,
    );
  }
  const together = groups(chance, people, now);
  return {
    seed,
    now,
    viewer,
    people: people.map((one, index) => {
      const more = together.get(index);
      if (!more) return one;
      return {
        ...one,
        interactions: [...one.interactions, ...more].toSorted((a, b) => a.at - b.at),
      };
    }),
  };
}
