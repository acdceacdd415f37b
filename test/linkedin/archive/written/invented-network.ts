/** Networks of any size for archives: the same seed always gives the same one. Nobody in them exists. */
import type { WrittenInteraction, WrittenNetwork, WrittenPerson } from "./written-network.ts";

export interface InventedSize {
  readonly seed: number;
  readonly connections: number;
  /** Messages in all, of people of this network. */
  readonly messages: number;
  /** Everything lies before this moment (ms). */
  readonly now: number;
  /** People who share their name with another one. None when absent. */
  readonly namesakes?: number;
}

const DAY_MS = 86_400_000;
const FIRST = [
  "Alex",
  "Zoë",
  "José",
  "Mina",
  "Łukasz",
  "Ines",
  "Omar",
  "Dana",
  "Юлия",
  "小明",
  "Priya",
  "Sam",
];
const LAST = [
  "Example",
  "Sample",
  "Muster",
  "Påhl",
  "O’Model",
  "Specimen",
  "Ejemplo",
  "Beispiel, PhD",
  "Figura",
];
const COMPANIES = [
  "Sample, Inc.",
  "Example Co",
  "Muster GmbH",
  "“Quoted” Ltd",
  "Beispiel & Söhne",
  "",
];
const TITLES = ["Engineer", "CTO", 'Head of "Things"', "Designer; Writer", ""];

interface Chance {
  unit(): number;
  whole(from: number, to: number): number;
  pick<T>(list: readonly T[]): T;
}

/** Repeatable chance. */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const unit = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (from: number, to: number): number => from + Math.floor(unit() * (to - from + 1));
  return {
    unit,
    whole,
    pick(list) {
      const one = list[whole(0, list.length - 1)];
      if (one === undefined) throw new RangeError("nothing to pick from");
      return one;
    },
  };
}

function conversationId(random: Chance): string {
  const hex = (): string =>
    Math.floor(random.unit() * 0x1_0000_0000)
      .toString(16)
      .padStart(8, "0");
  const [a, b] = [hex(), hex()];
  return `2-${btoa(`${a}-${b.slice(0, 4)}-4${b.slice(5)}-8${a.slice(1, 4)}-${hex()}${a.slice(4)}_100`)}`;
}

function activityId(at: number, low: number): string {
  return ((BigInt(at) << 22n) | BigInt(low & 0x3f_ffff)).toString();
}

/** Moments are whole seconds, because the archive knows no better; each message of a pair has a second of its own. */
function second(at: number): number {
  return Math.floor(at / 1000) * 1000;
}

function person(
  random: Chance,
  index: number,
  size: InventedSize,
  own: number,
  namesake?: WrittenPerson,
): WrittenPerson {
  const { now } = size;
  const firstName = namesake?.firstName ?? random.pick(FIRST);
  const lastName = namesake?.lastName ?? `${random.pick(LAST)} ${index.toString(36)}`;
  const name = `${firstName} ${lastName}`;
  const slug = `${name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-")}-${index.toString(36).padStart(4, "0")}`;
  const connectedAt = second(now - (30 + random.unit() * 3600) * DAY_MS);
  const interactions: WrittenInteraction[] = [];
  const roll = random.unit();
  if (roll < 0.6) {
    const direction = roll < 0.3 ? "in" : "out";
    const sent = Math.floor((connectedAt - random.unit() * 20 * DAY_MS - 60_000) / 60_000) * 60_000;
    interactions.push({
      kind: "invitation",
      direction,
      at: sent,
      ...(roll < 0.2 && { withNote: true as const }),
    });
  }
  if (random.unit() < 0.2) {
    const direction = random.unit() < 0.5 ? "in" : "out";
    interactions.push({
      kind: "endorsement",
      direction,
      at: second(connectedAt + random.unit() * 20 * DAY_MS),
    });
  }
  if (random.unit() < 0.02) {
    const at = Math.floor((connectedAt + random.unit() * 20 * DAY_MS) / 60_000) * 60_000;
    interactions.push({
      kind: "recommendation",
      direction: random.unit() < 0.5 ? "in" : "out",
      at,
    });
  }
  if (random.unit() < 0.1) {
    const at = second(connectedAt + random.unit() * 20 * DAY_MS);
    const kind = random.unit() < 0.7 ? "reaction" : "comment";
    interactions.push({ kind, direction: "out", at, postId: activityId(at - DAY_MS, index) });
  }
  const conversation = conversationId(random);
  let at = second(connectedAt + DAY_MS + random.unit() * 10 * DAY_MS);
  for (let message = 0; message < own && at < now - DAY_MS; message += 1) {
    interactions.push({
      kind: "message",
      direction: message === 0 || random.unit() < 0.5 ? "in" : "out",
      at,
      conversationId: conversation,
    });
    at = second(at + 1000 + (random.unit() ** 4 * (now - connectedAt)) / (own + 4));
  }
  return {
    slug,
    firstName,
    lastName,
    name,
    company: random.pick(COMPANIES),
    title: random.pick(TITLES),
    connectedAt,
    interactions,
  };
}

/** Conversations of several, each message a row once: the sender's, or the owner's to all. */
function withGroups(
  random: Chance,
  people: readonly WrittenPerson[],
  now: number,
): readonly WrittenPerson[] {
  const added = new Map<number, WrittenInteraction[]>();
  const groups = Math.min(200, Math.floor(people.length / 10));
  for (let group = 0; group < groups; group += 1) {
    const members = [...new Set([0, 0, 0].map(() => random.whole(0, people.length - 1)))];
    if (members.length < 2) continue;
    const conversation = conversationId(random);
    let at = second(now - (2 + random.unit() * 25) * DAY_MS);
    for (let message = 0; message < 4; message += 1) {
      const sender = message === 0 ? undefined : random.pick(members);
      for (const member of sender === undefined ? members : [sender]) {
        const list = added.get(member) ?? [];
        added.set(member, list);
        list.push({
          kind: "message",
          direction: sender === undefined ? "out" : "in",
          at,
          conversationId: conversation,
          groupSize: members.length,
        });
      }
      at += random.whole(2, 5000) * 1000;
    }
  }
  return people.map((one, index) => ({
    ...one,
    interactions: [...one.interactions, ...(added.get(index) ?? [])],
  }));
}

/** An invented network. A few people have most of the messages, as in life. */
export function inventedNetwork(size: InventedSize): WrittenNetwork {
  const random = chance(size.seed);
  const people: WrittenPerson[] = [];
  let left = size.messages;
  for (let index = 0; index < size.connections; index += 1) {
    const talkers = (size.connections - index) / 2;
    const own = Math.min(
      left,
      random.unit() < 0.5 ? Math.ceil((left / talkers) * 2 * random.unit()) : 0,
    );
    const isLast = index === size.connections - 1;
    const namesake = index <= (size.namesakes ?? 0) ? people[0] : undefined;
    const made = person(random, index, size, isLast ? left : own, namesake);
    left -= made.interactions.filter(({ kind }) => kind === "message").length;
    people.push(made);
  }
  const postedAt = second(size.now - 40 * DAY_MS);
  return {
    now: size.now,
    viewer: {
      slug: "me-example",
      firstName: "Me",
      lastName: "Example",
      name: "Me Example",
      company: "Lanternhouse",
      title: "Designer",
      posts: [{ id: activityId(postedAt, 7), at: postedAt }],
    },
    people: withGroups(random, people, size.now),
  };
}

/** The same network a month later: one message in twenty is new, with one person in twenty. */
export function monthAfter(network: WrittenNetwork): WrittenNetwork {
  const now = network.now + 30 * DAY_MS;
  const isMessage = ({ kind }: WrittenInteraction): boolean => kind === "message";
  const people = network.people.map((one, index): WrittenPerson => {
    const own = one.interactions.filter(isMessage);
    const last = own.at(-1);
    if (index % 20 !== 0 || last === undefined) return one;
    const added = own.map((message, place) => ({
      ...message,
      at: second(network.now + DAY_MS + place * 60_000),
    }));
    return { ...one, interactions: [...one.interactions, ...added] };
  });
  return { ...network, now, people };
}
